import Lessons
import MarkupText

/// One note: its sides as text, and the card made from them.
struct AnkiNote {
  /// The maximum length of a side, because longer ones would take seconds to draw.
  static let longestSide = 65_536
  /// The maximum length of a field that is converted to text.
  private static let longestField = 4_194_304

  /// A field as it is shown.
  private struct Side {
    var text: String
    var hasWords: Bool
    /// Whether it contains a picture, a sound or a video.
    var hasPicture: Bool
  }

  private let sides: [Side]
  /// Whether a field is too long to be read.
  private let isTooLong: Bool
  /// Whether the file names the note's type as cloze.
  private let isCalledCloze: Bool
  private let count: Int

  /// Converts the fields of a note.
  ///
  /// - Parameters:
  ///   - fields: The fields that are sides of a card.
  ///   - isHTML: Whether they are HTML.
  ///   - notetype: The note type named in the file.
  init(_ fields: [String], isHTML: Bool, notetype: String?) {
    count = fields.count
    let limit = isHTML ? Self.longestField : Self.longestSide
    isTooLong = fields.contains { $0.utf8.count > limit }
    isCalledCloze = notetype?.lowercased().contains("cloze") ?? false
    sides = isTooLong ? [] : fields.map { Self.side($0, isHTML: isHTML) }
  }

  private static func side(_ field: String, isHTML: Bool) -> Side {
    let html = isHTML ? HTMLText(field) : nil
    let whole = html?.text ?? field
    // Anki plays these files and shows nothing.
    let silent =
      whole.utf8.contains(UInt8(ascii: "["))
      ? whole.replacing(/\[sound:[^\]\n]*\]/, with: "") : whole
    let text = AnkiText.withPlainBlanks(silent).trimmed
    return Side(
      text: text, hasWords: !text.isEmpty && (html?.hasWords ?? true),
      hasPicture: html?.pictures.isEmpty == false || silent.utf8.count != whole.utf8.count)
  }

  /// The card's form and explanation, or the reason why the note is skipped.
  func card() -> Result<(form: Card.Form, explanation: String), Refusal> {
    let isLong = sides.contains { $0.text.utf8.count > Self.longestSide }
    if isTooLong || isLong { return .failure(Refusal(.tooLong(most: Self.longestSide))) }
    for (index, side) in sides.enumerated() {
      if let cloze = ClozeText(side.text) { return .success(gapped(cloze, at: index)) }
    }
    if isCalledCloze { return .failure(Refusal(.noGap)) }
    guard let front = sides.first, front.hasWords else {
      return .failure(Refusal(sides.first?.hasPicture == true ? .pictureFront : .noFront))
    }
    if count < 2 { return .failure(Refusal(.oneField)) }
    guard let back = sides.indices.dropFirst().first(where: { sides[$0].hasWords }) else {
      let hasPicture = sides.dropFirst().contains(where: \.hasPicture)
      return .failure(Refusal(hasPicture ? .pictureBack : .noBack))
    }
    return .success(
      (
        .basic(front: front.text, back: sides[back].text),
        joined(sides.indices.filter { $0 != 0 && $0 != back })
      ))
  }

  /// The reason why a note is skipped.
  struct Refusal: Error {
    let reason: SkippedNote.Reason

    init(_ reason: SkippedNote.Reason) { self.reason = reason }
  }

  /// A cloze text; a first field without gaps is put before it as its topic.
  private func gapped(
    _ cloze: ClozeText, at index: Int
  ) -> (form: Card.Form, explanation: String) {
    var text = cloze
    var rest = Array(sides.indices.filter { $0 != index })
    if index > 0, sides[0].hasWords, let whole = ClozeText(sides[0].text + "\n" + sides[index].text)
    {
      text = whole
      rest.removeFirst()
    }
    return (.cloze(text, accepted: [:]), joined(rest))
  }

  private func joined(_ indices: [Int]) -> String {
    indices.map { sides[$0].text }.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
