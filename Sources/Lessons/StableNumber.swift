extension String {
  /// A number that follows from the text and is the same in every run, unlike a hash value.
  ///
  /// - Source: FNV-1a with 64 bits, G. Fowler, L. C. Noll & K.-P. Vo.
  public var stableNumber: UInt64 {
    utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
