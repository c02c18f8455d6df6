/// Stands for any text in a sentence that a screen is expected to show.
public let anything = "\u{FFFC}"

extension StringProtocol {
  /// Returns whether a screen's text contains a sentence, ignoring line breaks.
  ///
  /// - Parameter sentence: The text to look for. Spaces and line breaks are ignored; `anything` matches any text.
  /// - Returns: Whether it is there.
  public func shows(_ sentence: some StringProtocol) -> Bool {
    var rest = withoutBlanks[...]
    for part in sentence.withoutBlanks.split(separator: anything) {
      guard let place = rest.firstRange(of: part) else { return false }
      rest = rest[place.upperBound...]
    }
    return true
  }

  private var withoutBlanks: String { String(filter { !$0.isWhitespace }) }
}
