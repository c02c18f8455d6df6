import TerminalUI

/// Puts keys together from what ncurses reads.
///
/// ncurses hands over bytes and codes above them. Characters are put together here and not by
/// `get_wch`, which after one byte that is not UTF-8 holds back every letter that follows.
struct KeyReader {
  /// What was read.
  enum Reading: Equatable {
    case key(Key)
    /// A text that was pasted, control characters and all.
    case pasted(String)
    /// Something that is no key.
    case ignored
    /// Nothing has come.
    case quiet
  }

  /// Milliseconds within which the parts of a key follow each other.
  static let patience = 25

  /// Whether the keyboard sends UTF-8.
  let isUTF8: Bool
  /// The bytes ncurses has taken when it reports a mouse event, without the escape character.
  let mousePrefix: [UInt8]
  /// Codes read ahead.
  private var ahead: [Int] = []

  init(isUTF8: Bool, mousePrefix: [UInt8] = Array("[M".utf8)) {
    self.isUTF8 = isUTF8
    self.mousePrefix = mousePrefix
  }

  /// Reads a key.
  ///
  /// - Parameter read: Hands over the next byte or code, nil if none comes within so many
  ///   milliseconds.
  /// - Returns: What came.
  mutating func next(_ read: (_ patience: Int) -> Int?) -> Reading {
    guard let code = ahead.popLast() ?? read(0) else { return .quiet }
    switch code {
    case 0x1B: return sequence(after: [], read)
    case KeyDecoder.mouse: return sequence(after: mousePrefix, read)
    case 0..<0x80:
      return Unicode.Scalar(UInt8(code)).key
    case 0x80..<0x100:
      return multibyte(UInt8(code), read)
    default:
      return KeyDecoder.key(code: code).map { .key($0) } ?? .ignored
    }
  }

  private mutating func sequence(after prefix: [UInt8], _ read: (Int) -> Int?) -> Reading {
    var bytes = prefix
    while true {
      // ncurses has waited for the first byte already.
      guard let code = ahead.popLast() ?? read(bytes.isEmpty ? 0 : Self.patience) else {
        // An introducer on its own was a letter, typed fast.
        guard bytes.count <= 1 else { return .ignored }
        ahead.append(contentsOf: bytes.map(Int.init))
        return .key(.escape)
      }
      guard let byte = UInt8(exactly: code), byte != 0x1B || bytes.isStringSequence else {
        ahead.append(code)
        return bytes.isEmpty ? .key(.escape) : .ignored
      }
      bytes.append(byte)
      switch EscapeSequence(bytes) {
      case .incomplete: continue
      case .key(let key): return .key(key)
      case .paste: return .pasted(pasted(read))
      case .ignored: return .ignored
      case .none:
        ahead.append(contentsOf: bytes.reversed().map(Int.init))
        return .key(.escape)
      }
    }
  }

  /// Milliseconds after which a paste that has not been ended is taken to be over.
  private static let pastePatience = 1000
  /// Bytes of a pasted text that are kept.
  private static let longestPaste = 1 << 20
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// Reads up to the end of a pasted text.
  private mutating func pasted(_ read: (Int) -> Int?) -> String {
    var text: [UInt8] = []
    var recent: [UInt8] = []
    while let code = ahead.popLast() ?? read(Self.pastePatience) {
      // What ncurses has taken for a key of its own is no text.
      guard let byte = UInt8(exactly: code) else { continue }
      if text.count < Self.longestPaste { text.append(byte) }
      recent = recent.suffix(Self.pasteEnd.count - 1) + [byte]
      if recent == Self.pasteEnd {
        if text.suffix(recent.count).elementsEqual(recent) { text.removeLast(recent.count) }
        break
      }
    }
    if !isUTF8 { text.removeAll { $0 >= 0x80 } }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func multibyte(_ lead: UInt8, _ read: (Int) -> Int?) -> Reading {
    let count: Int
    switch lead {
    case 0xC2...0xDF: count = 2
    case 0xE0...0xEF: count = 3
    case 0xF0...0xF4: count = 4
    default: return .ignored
    }
    guard isUTF8 else { return .ignored }
    var bytes = [lead]
    while bytes.count < count {
      guard let code = ahead.popLast() ?? read(Self.patience) else { return .ignored }
      guard let byte = UInt8(exactly: code), (0x80..<0xC0).contains(byte) else {
        ahead.append(code)
        return .ignored
      }
      bytes.append(byte)
    }
    return String(validating: bytes, as: UTF8.self)?.unicodeScalars.first?.key ?? .ignored
  }
}

extension [UInt8] {
  /// Whether they begin a sequence that ends with an escape character and a backslash.
  fileprivate var isStringSequence: Bool {
    guard let first else { return false }
    return [UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_")].contains(first)
  }
}

extension Unicode.Scalar {
  fileprivate var key: KeyReader.Reading {
    KeyDecoder.key(character: self).map { .key($0) } ?? .ignored
  }
}
