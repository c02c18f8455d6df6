public import Lessons
import TerminalUI

/// A term with its definition, for `tutor glossary`.
public struct TermText {
  /// One statement per line.
  public let lines: [String]

  /// Lays out a term.
  ///
  /// - Parameters:
  ///   - term: The term.
  ///   - context: The lesson, the deck and the charset.
  ///   - width: Columns.
  public init(_ term: Glossary.Term, _ context: AppContext, width: Int) {
    var text = ColumnText(width: width, context)
    TermWays(term).add(to: &text, context)
    lines = text.printed
  }
}
