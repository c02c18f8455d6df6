package import TerminalUI

/// The settings of the layout of sections.
package struct LayoutSettings: Sendable {
  /// Rows of a page's text.
  package var pageRows: Int
  /// The characters that may be shown.
  package var charset: Charset
  /// Names of the keys in sentences.
  package var keyNames: KeyNames
  /// Whether inline code keeps its backquotes, because no colour marks it.
  package var marksCode: Bool
  /// Whether figures are described in words instead of drawn.
  package var isPlain: Bool
  /// Whether figures are drawn beside the text, which has only their captions.
  package var hasFiguresBeside: Bool

  /// Makes settings.
  package init(
    pageRows: Int, charset: Charset, keyNames: KeyNames, marksCode: Bool, isPlain: Bool,
    hasFiguresBeside: Bool = false
  ) {
    self.pageRows = pageRows
    self.charset = charset
    self.keyNames = keyNames
    self.marksCode = marksCode
    self.isPlain = isPlain
    self.hasFiguresBeside = hasFiguresBeside
  }
}
