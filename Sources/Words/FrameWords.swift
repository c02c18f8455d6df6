package import TerminalUI

extension Words {
  /// What stands around every screen.
  package enum Frame {
    /// In a window that is too small for any screen.
    package static func tooSmall(least: Size, size: Size) -> String {
      "tutor needs \(least.width)x\(least.height); this is \(size.width)x\(size.height)"
    }
  }
}
