/// A reader of hostile bytes, and what must hold of everything that it reads.
///
/// libFuzzer calls it thousands of times a second, and the ordinary tests with inputs that they make themselves.
protocol FuzzTarget: Sendable {
  /// Reads bytes as the program would.
  ///
  /// - Returns: What does not hold of the outcome; nil if all does.
  static func flaw(in bytes: [UInt8]) -> String?
}
