import Lessons
import TerminalUI

@testable import LessonReader

/// The JSON files of a course, and a learner's preferences.
///
/// A file that begins with a brace is a deck; otherwise the first byte chooses.
enum DeckTarget: FuzzTarget {
  static func flaw(in bytes: [UInt8]) -> String? {
    guard let first = bytes.first else { return nil }
    let isDeck = first == UInt8(ascii: "{")
    let file = isDeck ? bytes : Array(bytes.dropFirst())
    do throws(ContentError) {
      let source = try SourceText(file: "f.json", bytes: file)
      switch isDeck ? 0 : first % 5 {
      case 1: return try glossaryFlaw(source)
      case 2: return try timelineFlaw(source)
      case 3: return try lessonFlaw(source)
      case 4: return try preferencesFlaw(file)
      default:
        return try DeckReader(source: source, functions: fuzzFunctions, sections: fuzzSections)
          .deck().flaw
      }
    } catch {
      return error.flaw(in: file, named: "f.json")
    }
  }

  private static func glossaryFlaw(_ source: SourceText) throws(ContentError) -> String? {
    let glossary = try GlossaryReader(
      source: source, functions: fuzzFunctions, sections: fuzzSections,
      deck: Deck(id: "f", title: "F", cards: [])
    ).glossary()
    for term in glossary.terms {
      guard isID(term.id), fuzzSections.contains(term.section), term.card == nil else {
        return "term \(term.id)"
      }
      let texts = [term.term, term.definition] + term.also
      guard texts.allSatisfy(isHarmless) else { return "the words of \(term.id)" }
    }
    return Set(glossary.terms.map(\.id)).count == glossary.terms.count ? nil : "a term twice"
  }

  private static func timelineFlaw(_ source: SourceText) throws(ContentError) -> String? {
    let timeline = try TimelineReader(source: source, sections: fuzzSections).timeline()
    var year = 1
    for entry in timeline.entries {
      guard (year...9999).contains(entry.year) else { return "\(entry.year) after \(year)" }
      guard [entry.title, entry.text, entry.citation].allSatisfy(isHarmless) else {
        return "the words of \(entry.year)"
      }
      year = entry.year
    }
    return nil
  }

  private static func lessonFlaw(_ source: SourceText) throws(ContentError) -> String? {
    let outline = try LessonFileReader(source: source).outline()
    let lesson = outline.lesson(
      with: outline.entries.map { Section(id: $0.id, title: $0.id, blocks: []) })
    guard isID(lesson.id), lesson.sections.allSatisfy({ isID($0.id) }) else { return "an id" }
    guard isHarmless(lesson.title), isHarmless(lesson.edition) else { return "the title" }
    guard Set(lesson.sections.map(\.id)).count == lesson.sections.count else { return "a twin" }
    guard let place = lesson.coursePosition else { return nil }
    return (1...place.topics.count).contains(place.topic) ? nil : "topic \(place.topic)"
  }

  private static func preferencesFlaw(_ bytes: [UInt8]) throws(ContentError) -> String? {
    let colors = ["auto", "never", "16", "256"]
    let reader = PreferencesReader(
      PreferencesReader.Allowed(
        isKey: { Key(word: $0) != nil }, actions: ["back", "next-page"],
        charsets: ["ascii", "blocks"], colors: colors))
    let values = try reader.preferences(bytes, file: "f.json")
    guard values.color.map(colors.contains) ?? true else { return "a colour" }
    var meanings: [Key: Key] = [:]
    var actions: [Key: String] = [:]
    for (name, meaning) in values.keys {
      guard let key = Key(word: name) else { return "key \(name)" }
      if let work = Key(word: meaning) { meanings[key] = work } else { actions[key] = meaning }
    }
    // Whatever keys are mapped, there is a way out of every screen.
    let page = KeyBinding("next-page", [.space], (), "").hint
    guard let map = try? KeyMap(meanings, actions: actions).on([page]) else { return nil }
    let ways = [Key.character("q"), .escape].filter { map.meaning(of: map.pressed(for: $0)) == $0 }
    return ways.isEmpty ? "no way out" : nil
  }
}
