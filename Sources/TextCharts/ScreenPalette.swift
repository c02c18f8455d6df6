public import TerminalUI

/// The colours of a picture of a screen, as `#rrggbb`.
///
/// Every foreground has a contrast of at least 4.5 to the background (WCAG 2.2, level AA).
public struct ScreenPalette: Sendable {
  public let background: String
  private let text: String
  private let faint: String
  private let red: String
  private let green: String
  private let magenta: String
  private let cyan: String
  private let yellow: String

  /// Light text on a dark background.
  public static let dark = ScreenPalette(
    background: "#16181d", text: "#d6d9df", faint: "#8b93a1", red: "#ff7b72", green: "#5fbf6f",
    magenta: "#d187d8", cyan: "#52b6d1", yellow: "#d6a24c")
  /// Dark text on a light background.
  public static let light = ScreenPalette(
    background: "#fbfbf8", text: "#24272d", faint: "#63697a", red: "#b3261e", green: "#1b7130",
    magenta: "#8b3a94", cyan: "#0f6985", yellow: "#8a5700")

  public var foregrounds: [String] { [text, faint, red, green, magenta, cyan, yellow] }

  /// The foreground of a role.
  public func foreground(of role: Role) -> String {
    switch role {
    case .text, .heading, .selection: text
    case .accent, .code, .curve: cyan
    case .quote, .secondCurve: magenta
    case .dim, .axis: faint
    case .right, .thirdCurve: green
    case .wrong: red
    case .slope: yellow
    }
  }

  /// Whether a role is drawn in bold.
  static func isBold(_ role: Role) -> Bool {
    switch role {
    case .heading, .accent, .right, .wrong, .curve, .secondCurve, .thirdCurve, .slope: true
    case .text, .code, .quote, .dim, .axis, .selection: false
    }
  }
}
