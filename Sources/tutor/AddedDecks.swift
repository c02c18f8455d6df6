import Foundation
import LearnerRecord
import LessonReader
import Lessons
import Words

/// Decks that a learner has added, kept in a folder beside the record.
struct AddedDecks {
  /// The folder; it is made when something is added.
  let folder: String
  private let reader: CourseReader

  /// Looks beside a record.
  init(besideRecord path: String, reader: CourseReader) {
    folder = path + ".decks"
    self.reader = reader
  }

  /// The files by their names.
  var names: [String] {
    guard access(folder, F_OK) == 0 else { return [] }
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { $0.hasSuffix(".txt") || $0.hasSuffix(".json") }.sorted()
  }

  /// A course with the cards of all added decks that can be read.
  ///
  /// A card of the course, or of a deck before, keeps its id to itself: a later one of that id is left out.
  ///
  /// - Parameters:
  ///   - course: The course.
  ///   - problems: What cannot be read.
  /// - Returns: The course with the cards.
  func added(to course: Course, problems: inout [ContentError]) -> Course {
    let names = names
    guard !names.isEmpty else { return course }
    var cards = course.deck.cards
    var known = Set(cards.map(\.id))
    for name in names {
      do throws(ContentError) {
        let added = try reader.addedCards(folder + "/" + name, to: course)
        cards += added.filter { known.insert($0.id).inserted }
      } catch {
        problems.append(error)
      }
    }
    var course = course
    course.deck = Deck(id: course.deck.id, title: course.deck.title, cards: cards)
    return course
  }

  /// What came of adding a deck.
  struct Added {
    var new = 0
    var changed = 0
    var known = 0
  }

  /// Takes a deck in under its file's name; one of that name is replaced, and its cards keep their past.
  ///
  /// - Parameters:
  ///   - file: The deck.
  ///   - course: The course, without added decks.
  ///   - isTrial: Whether only the counts are wanted.
  /// - Returns: How many cards are new, stood in the deck of that name before, or belong to the course.
  /// - Throws: `Failure` if the deck cannot be read or kept.
  func add(_ file: String, to course: Course, isTrial: Bool) throws(Failure) -> Added {
    let cards: [Card]
    do throws(ContentError) {
      cards = try reader.addedCards(file, to: course)
    } catch {
      throw Failure(error)
    }
    let target = folder + "/" + Self.name(for: file)
    let before = Set(((try? reader.addedCards(target, to: course)) ?? []).map(\.id))
    let own = Set(course.deck.cards.map(\.id))
    var result = Added()
    for card in cards {
      if own.contains(card.id) {
        result.known += 1
      } else if before.contains(card.id) {
        result.changed += 1
      } else {
        result.new += 1
      }
    }
    if isTrial { return result }
    let data: Data
    if (try? FileManager.default.destinationOfSymbolicLink(atPath: folder)) != nil {
      throw Failure(RecordError.isLink(path: folder))
    }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      data = try Data(contentsOf: URL(fileURLWithPath: file))
    } catch {
      throw Failure(
        Words.Failures.cannotWrite(path: target, reason: error.localizedDescription),
        status: Failure.Status.cannotWrite)
    }
    try OwnFile.write(data, to: target)
    return result
  }

  /// Takes a deck out; what was learnt with it stays on the record.
  ///
  /// - Throws: `Failure` if there is none of that name.
  func remove(_ name: String) throws(Failure) {
    guard names.contains(name) else {
      throw Failure(Words.Files.noAddedDeck(name, all: names), status: Failure.Status.noInput)
    }
    do {
      try FileManager.default.removeItem(atPath: folder + "/" + name)
    } catch {
      throw Failure(
        Words.Files.cannotRemove("\(folder)/\(name)", reason: error.localizedDescription),
        status: Failure.Status.cannotWrite)
    }
  }

  /// The file's last name in harmless letters, ended by `.json` or `.txt`.
  private static func name(for file: String) -> String {
    let last = file.split(separator: "/").last.map(String.init) ?? file
    let isJSON = last.hasSuffix(".json")
    let stem = last.split(separator: ".").first.map(String.init) ?? "deck"
    let plain = stem.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }.prefix(60)
    return String(plain) + (isJSON ? ".json" : ".txt")
  }
}
