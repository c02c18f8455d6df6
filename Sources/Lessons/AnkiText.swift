/// A deck as a text file for Anki's import: one note per line, fields separated by tabs.
///
/// The first field is the card's id, which Anki uses as the note's id: importing a newer deck updates notes and keeps
/// their schedules.
///
/// - Source: Anki's manual, "Importing: Text Files"; quoting as in RFC 4180.
public struct AnkiText: Sendable {
  private let deck: Deck

  public init(_ deck: Deck) { self.deck = deck }

  /// The file: flashcards as they are, questions with their choices on the front.
  public var text: String {
    let header = [
      "#separator:tab", "#html:false", "#guid column:1", "#notetype column:2", "#deck column:3",
      "#tags column:6",
    ]
    let notes = deck.cards.map { card in
      let (type, front, back) = note(card)
      return [card.id, type, deck.title, front, back, card.joinedTags]
        .map(Self.field).joined(separator: "\t")
    }
    return (header + notes).joined(separator: "\n") + "\n"
  }

  /// Flashcards in a file that reads back as the same cards, with explanations in a column of their own.
  ///
  /// Questions are left out, because only JSON can express them.
  public var wholeText: String {
    let header = [
      "#separator:tab", "#html:false", "#guid column:1", "#notetype column:2", "#deck column:3",
      "#tags column:4",
    ]
    let notes = deck.cards.filter(\.isFlashcard).map { card in
      let (type, front, back) = note(card)
      let sides: [String]
      if case .basic(_, let back) = card.form {
        sides = [front, back, card.explanation]
      } else {
        sides = [front, back]
      }
      return ([card.id, type, deck.title, card.joinedTags] + sides)
        .map(Self.field).joined(separator: "\t")
    }
    return (header + notes).joined(separator: "\n") + "\n"
  }

  private func note(_ card: Card) -> (type: String, front: String, back: String) {
    if case .cloze(let cloze, _) = card.form {
      return ("Cloze", cloze.source, card.explanation)
    }
    var choices = card.choiceLists
    // The curve is not in the file.
    if case .curve = card.form { choices = [] }
    let front =
      card.stem.flatMap(\.textLines) + [card.prompt] + choices.joined().map { "– \($0.text)" }
    return ("Basic", front.joined(separator: "\n"), card.rightAnswer + "\n" + card.explanation)
  }

  /// Replaces every kind of white space by what a field can contain: line feeds and plain spaces.
  ///
  /// Works on code points: a quotation mark with a combining accent is another character, but still ends a field.
  public static func withPlainBlanks(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == 0x0A }) { return text }
    var plain = String.UnicodeScalarView()
    for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
      switch scalar {
      case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": plain.append("\n")
      default: plain.append(scalar.properties.isWhitespace ? " " : scalar)
      }
    }
    return String(plain)
  }

  /// A field in quotation marks, which may contain line feeds and quotation marks.
  private static func field(_ text: String) -> String {
    var field = String.UnicodeScalarView()
    for scalar in withPlainBlanks(text).unicodeScalars {
      if scalar == "\"" { field.append(scalar) }
      field.append(scalar)
    }
    return "\"" + String(field) + "\""
  }
}

extension Card {
  /// The section and the tags, separated by spaces as in Anki; spaces inside a tag become hyphens.
  public var joinedTags: String {
    ([section] + tags).filter { !$0.isEmpty }.map { tag in
      var joined = String.UnicodeScalarView()
      for scalar in tag.unicodeScalars {
        joined.append(scalar.properties.isWhitespace ? "-" : scalar)
      }
      return String(joined)
    }.joined(separator: " ")
  }
}
