/// The colour mode.
public enum ColorMode: String, CaseIterable, Sendable {
  /// The terminal's colours, unless the environment asks for none.
  case auto
  /// No colours.
  case never
  /// The terminal's ANSI colours, whatever the environment asks for.
  case sixteen = "16"
  /// The best of the terminal's colours, whatever the environment asks for.
  case full = "256"
}
