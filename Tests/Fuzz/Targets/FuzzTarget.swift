/// A reader of untrusted bytes, with invariants of the values it reads.
///
/// libFuzzer calls it thousands of times per second, the ordinary tests with inputs of their own.
protocol FuzzTarget: Sendable {
  /// Reads bytes as the program would.
  ///
  /// - Returns: The violated invariant; nil if all hold.
  static func flaw(in bytes: [UInt8]) -> String?
}
