/// A quantitative statement of a text in a form that can be evaluated.
///
///     maxslope(sigmoid) = 0.25
///     argmin(swish) = -1.278; range(gelu) = [-0.170, inf)
///     monotonic(gelu) = no; count(sigmoid, tanh) = 2
///     none 0.001: a learning rate
///
/// A number with a decimal point on the right side is rounded: the computed value may differ by half a unit of its last
/// digit. Everything else must be equal up to 1e-9.
public struct Claim: Hashable, Sendable {
  /// The result of a check.
  public enum Outcome: Hashable, Sendable {
    /// The computation agrees.
    case holds
    /// The computed value differs.
    case fails(computed: String)
    /// The author states that the number cannot be computed.
    case exempt
  }

  /// The source of the claim.
  public let text: String

  /// Does not evaluate it yet.
  public init(_ text: String) { self.text = text }

  /// The decimal numbers in it, without signs, which it covers.
  public var numbers: [String] { Self.decimals(in: text).map(\.text) }

  /// Whether the author states that the number cannot be computed.
  public var isExempt: Bool { text.hasPrefix("none") }

  /// Evaluates the claim.
  ///
  /// - Returns: The result.
  /// - Throws: `ClaimError` if it is invalid.
  public func check() throws(ClaimError) -> Outcome {
    guard !isExempt else { return .exempt }
    var parser = try ClaimParser(text)
    return try parser.claim()
  }

  /// The numbers with a decimal point in a text, and their byte offsets.
  public static func decimals(in text: String) -> [(text: String, offset: Int)] {
    var found: [(String, Int)] = []
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      guard bytes[index].isDigit, index == 0 || !bytes[index - 1].isDigitOrPoint else {
        index += 1
        continue
      }
      var end = index
      while end < bytes.count, bytes[end].isDigit { end += 1 }
      let whole = end
      if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "."), bytes[end + 1].isDigit {
        end += 1
        while end < bytes.count, bytes[end].isDigit { end += 1 }
      }
      // Three parts are a version or a date, not a number.
      let isNumber =
        end > whole
        && !(end < bytes.count && bytes[end] == UInt8(ascii: ".")
          && end + 1 < bytes.count && bytes[end + 1].isDigit)
      if isNumber { found.append((String(decoding: bytes[index..<end], as: UTF8.self), index)) }
      index = end
    }
    return found
  }
}

/// An error in a claim.
public enum ClaimError: Error, Equatable, Sendable {
  /// A syntax error at an offset in characters.
  case syntax(offset: Int, expected: ClaimExpectation)
  /// An unknown name.
  case unknownName(offset: Int, name: String)
}

extension UInt8 {
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  fileprivate var isDigitOrPoint: Bool { isDigit || self == UInt8(ascii: ".") }
}
