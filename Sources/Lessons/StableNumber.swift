/// A hash of bytes that is the same in every run, unlike Swift's `hashValue`.
///
/// - Source: FNV-1a with 64 bits, G. Fowler, L. C. Noll & K.-P. Vo.
public struct StableNumber: Sendable {
  /// The hash of all bytes so far.
  public var value: UInt64 { number }

  @usableFromInline var number: UInt64 = 0xCBF2_9CE4_8422_2325

  public init() {}

  /// Adds bytes to the hash.
  ///
  /// Changing any single byte changes the hash.
  @inlinable
  public mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { step(byte) }
  }

  /// Adds the eight bytes of a number to the hash.
  @inlinable
  public mutating func add(_ number: Int) {
    for shift in stride(from: 0, to: 64, by: 8) { step(UInt8(truncatingIfNeeded: number >> shift)) }
  }

  @inlinable
  mutating func step(_ byte: UInt8) { number = (number ^ UInt64(byte)) &* 0x100_0000_01B3 }
}

extension String {
  /// The hash of the text's UTF-8.
  public var stableNumber: UInt64 {
    var number = StableNumber()
    number.add(utf8)
    return number.value
  }
}
