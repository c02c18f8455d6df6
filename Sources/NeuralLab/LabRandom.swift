#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A counter-based random generator: the number at an index does not depend on earlier calls, so any thread can
/// generate any number.
///
/// - Source: the mixing function is that of SplitMix64 (Steele, Lea & Flood 2014), used as a hash of the counter.
public struct LabRandom: Hashable, Sendable {
  private let key: UInt64

  /// Selects a stream.
  ///
  /// - Parameters:
  ///   - seed: Equal seeds give equal numbers.
  ///   - stream: The purpose of the numbers; streams are independent.
  public init(seed: UInt64, stream: UInt64) {
    key = Self.mixed(Self.mixed(seed &+ 0x9E37_79B9_7F4A_7C15) ^ stream &* 0xD1B5_4A32_D192_ED03)
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// The bits at an index.
  public func bits(_ index: Int) -> UInt64 {
    Self.mixed(key &+ UInt64(truncatingIfNeeded: index) &* 0x9E37_79B9_7F4A_7C15)
  }

  /// The number at an index, uniform in [0, 1).
  public func unit(_ index: Int) -> Double { Double(bits(index) >> 11) * 0x1p-53 }

  /// The number at an index, normal with mean 0 and variance 1.
  ///
  /// - Source: Box & Muller 1958; two neighbours share a pair.
  public func normal(_ index: Int) -> Double {
    let pair = index & ~1
    let radius = (-2 * log(1 - unit(pair))).squareRoot()
    let angle = 2 * Double.pi * unit(pair + 1)
    return radius * (index & 1 == 0 ? cos(angle) : sin(angle))
  }

  /// The first numbers of ``normal(_:)``, computed in pairs.
  ///
  /// - Parameters:
  ///   - count: The number of numbers.
  ///   - deviation: The standard deviation.
  /// - Returns: The numbers.
  public func normals(_ count: Int, deviation: Double = 1) -> [Double] {
    [Double](unsafeUninitializedCapacity: count) { buffer, filled in
      for pair in stride(from: 0, to: count, by: 2) {
        let radius = (-2 * log(1 - unit(pair))).squareRoot() * deviation
        let angle = 2 * Double.pi * unit(pair + 1)
        buffer.initializeElement(at: pair, to: radius * cos(angle))
        if pair + 1 < count { buffer.initializeElement(at: pair + 1, to: radius * sin(angle)) }
      }
      filled = count
    }
  }

  /// A random permutation of the numbers below a count.
  ///
  /// - Source: Fisher & Yates, Durstenfeld's form.
  public func permutation(of count: Int) -> [Int] {
    var order = Array(0..<max(0, count))
    permute(&order)
    return order
  }

  /// Writes a random permutation into an array without allocating.
  public func permute(_ order: inout [Int]) {
    for index in order.indices { order[index] = index }
    for index in stride(from: order.count - 1, to: 0, by: -1) {
      let other = Int((bits(index).multipliedFullWidth(by: UInt64(index + 1))).high)
      order.swapAt(index, other)
    }
  }
}
