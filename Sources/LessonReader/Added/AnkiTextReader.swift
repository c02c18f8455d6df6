import Lessons

/// Reads Anki's text format: lines of settings, then one note per record.
///
/// A note becomes a basic card, or a cloze card if it has gaps. Notes that cannot become cards are listed.
struct AnkiTextReader {
  let source: SourceText
  /// Ids of the lesson's sections; a tag with the id assigns a card to the section.
  let sections: Set<String>

  /// Reads all notes.
  ///
  /// - Throws: `ContentError` if there is no card at all.
  func deck() throws(ContentError) -> AddedDeck {
    var settings = AnkiTextSettings(source)
    let separator =
      settings.separator
      ?? AnkiTextRecords.guessedSeparator(source, from: settings.end)
    let isHTML =
      settings.isHTML
      ?? AnkiTextRecords.hasHTML(source, from: settings.end, separator: separator)
    var deck = AddedDeck(
      kind: .text, title: settings.deck, cards: [], ignoredSettings: settings.ignored)
    var records = AnkiTextRecords(source, from: settings.end, separator: separator)
    var occurrences: [String: Int] = [:]
    var known: Set<String> = []
    var isFirst = true
    while let record = records.next() {
      let namesColumns = isFirst && settings.takeNames(from: record.map(\.text))
      isFirst = false
      if namesColumns { continue }
      let reading = Reading(record, settings)
      let note = AnkiNote(reading.fields, isHTML: isHTML, notetype: reading.notetype)
      switch note.card() {
      case .failure(let refusal):
        let line = source.line(at: record.first?.offset ?? 0)
        deck.skipped.append(SkippedNote(line: line, reason: refusal.reason))
      case .success(let (form, explanation)):
        var id = AnkiNoteID.id(
          guid: reading.guid, front: reading.fields.first { !$0.trimmed.isEmpty } ?? "",
          wasHTML: settings.wasHTML)
        repeat {
          occurrences[id, default: 0] += 1
          id = AnkiNoteID.id(id, occurrence: occurrences[id, default: 1])
        } while !known.insert(id).inserted
        if deck.title == nil, let title = reading.deck, !title.isEmpty { deck.title = title }
        let section = reading.tags.first(where: sections.contains)
        deck.cards.append(
          Card(
            id: id, section: section ?? "", tags: reading.tags.filter { $0 != section }, form: form,
            explanation: explanation))
      }
    }
    guard !deck.cards.isEmpty else {
      let first = deck.skipped.first
      throw ContentError(
        file: source.file, line: first?.line ?? 1, first.map { .noNotes($0.reason) } ?? .noCards)
    }
    return deck
  }

  /// A record's fields by their meaning.
  private struct Reading {
    let guid: String?
    let notetype: String?
    let deck: String?
    let tags: [String]
    /// The fields that are sides of a card, at least one.
    let fields: [String]

    init(_ record: [AnkiTextRecords.Field], _ settings: AnkiTextSettings) {
      func value(_ column: Int?) -> String? {
        column.flatMap { record.indices.contains($0) ? record[$0].text : nil }
      }
      guid = value(settings.guidColumn)
      notetype = value(settings.notetypeColumn) ?? settings.notetype
      deck = value(settings.deckColumn)?.trimmed
      tags =
        (value(settings.tagsColumn).map(AnkiTextSettings.words) ?? []) + settings.tags
      let special = settings.specialColumns
      let sides = record.indices.filter { !special.contains($0) }.map { record[$0].text }
      fields = sides.isEmpty ? [""] : sides
    }
  }
}
