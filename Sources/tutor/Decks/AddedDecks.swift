import Foundation
import LearnerRecord
import LessonReader
import Lessons
import Practice
import Words

/// The decks that a learner has added, in a folder next to the record.
struct AddedDecks {
  /// The folder; created when a deck is added.
  let folder: String
  private let reader: LessonBundleReader

  /// Uses the folder next to a record.
  init(besideRecord path: String, reader: LessonBundleReader) {
    folder = path + ".decks"
    self.reader = reader
  }

  /// The decks by the names of their files.
  var names: [String] {
    guard access(folder, F_OK) == 0 else { return [] }
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { $0.hasSuffix(".txt") || $0.hasSuffix(".json") }.sorted()
  }

  /// A lesson with the cards of all readable added decks.
  ///
  /// Cards that the lesson contains itself are skipped. If two decks have a card with the same id, which version 1.0
  /// allowed, the later one's card is renamed: both are asked.
  ///
  /// - Parameters:
  ///   - bundle: The lesson.
  ///   - problems: Receives the errors.
  /// - Returns: The lesson with the cards.
  func added(to bundle: LessonBundle, problems: inout [ContentError]) -> LessonBundle {
    let names = names
    guard !names.isEmpty else { return bundle }
    var cards = bundle.deck.cards
    for kept in kept(names, bundle, problems: &problems) {
      cards += kept.deck?.cards.filter { bundle.deck.card(id: $0.id) == nil } ?? []
    }
    var bundle = bundle
    bundle.deck = Deck(
      id: bundle.deck.id, title: bundle.deck.title, cards: cards, retired: bundle.deck.retired)
    return bundle
  }

  /// All decks as they are stored, with card ids that are unique among the decks.
  ///
  /// - Parameters:
  ///   - names: The decks' names.
  ///   - bundle: The lesson without added decks.
  ///   - problems: Receives the errors.
  /// - Returns: The decks in order of their names.
  func kept(_ names: [String], _ bundle: LessonBundle, problems: inout [ContentError]) -> [KeptDeck]
  {
    let reader = reader.addedDeckReader(for: bundle)
    var known: Set<String> = []
    var decks: [KeptDeck] = []
    for name in names {
      let path = folder + "/" + name
      var kept = KeptDeck(name: name, bytes: [], origin: origin(of: name))
      do throws(ContentError) {
        kept.bytes = try reader.contents(of: path)
        kept.take(try reader.deck(kept.bytes, named: path)) { id in
          known.contains(id) && bundle.deck.card(id: id) == nil
        }
        known.formUnion(kept.ids)
      } catch {
        problems.append(error)
      }
      decks.append(kept)
    }
    return decks
  }

  private func originPath(_ name: String) -> String { folder + "/" + name + ".origin" }

  private func origin(of name: String) -> KeptDeck.Origin? {
    guard let data = FileManager.default.contents(atPath: originPath(name)) else {
      return nil
    }
    return try? JSONDecoder().decode(KeptDeck.Origin.self, from: data)
  }

  /// Adds a deck, or replaces one by a newer edition.
  ///
  /// - Parameters:
  ///   - input: The file.
  ///   - file: The file's name as the learner typed it.
  ///   - bundle: The lesson without added decks.
  ///   - replaced: The name of the deck to replace; nil to determine it from the file.
  ///   - isTrial: Whether to write nothing.
  /// - Returns: The result.
  /// - Throws: `Failure` if the deck cannot be read or written.
  func add(
    _ input: DeckInput, _ file: String, to bundle: LessonBundle, replacing replaced: String?,
    isTrial: Bool
  ) throws(Failure) -> DeckAddition {
    let reader = reader.addedDeckReader(for: bundle)
    let deck: AddedDeck
    do throws(ContentError) {
      deck = try reader.deck(input.bytes, named: file)
    } catch {
      throw Failure(error)
    }
    let lock = isTrial ? nil : try makeFolder()
    defer { lock.map { _ = close($0) } }
    var problems: [ContentError] = []
    let others = kept(names, bundle, problems: &problems)
    if !isTrial { try freeze(others, by: reader) }
    let replacedName = try replaced.map { name throws(Failure) in try self.name(for: name) }
    let addition = DeckAddition(
      deck, input, beside: others, of: bundle, replacing: replacedName)
    if isTrial || addition.isUnchanged { return addition }
    let bytes: [UInt8]
    do throws(ContentError) {
      bytes = try KeptDeck.bytes(
        of: deck, from: input.bytes, renamed: addition.renamed, name: file, by: reader)
    } catch {
      throw Failure(error)
    }
    try write(
      bytes, addition.name,
      KeptDeck.Origin(source: input.source ?? addition.formerSource, digest: input.digest))
    return addition
  }

  /// Writes renamed ids into their decks' files, before the decks that had them first are removed.
  private func freeze(_ decks: [KeptDeck], by reader: AddedDeckReader) throws(Failure) {
    for kept in decks where !kept.renamed.isEmpty {
      guard let deck = kept.deck else { continue }
      let bytes: [UInt8]
      do throws(ContentError) {
        bytes = try KeptDeck.bytes(
          of: deck, from: kept.bytes, renamed: kept.renamed, name: kept.name, by: reader)
      } catch {
        throw Failure(error)
      }
      let origin =
        kept.origin
        ?? KeptDeck.Origin(source: nil, digest: kept.digest, isOfFirstVersion: true)
      try write(bytes, kept.name, origin)
    }
  }

  private func write(
    _ bytes: [UInt8], _ name: String, _ origin: KeptDeck.Origin
  ) throws(Failure) {
    let data = (try? JSONEncoder().encode(origin)) ?? Data()
    try OwnFile.write(data, to: originPath(name))
    try OwnFile.write(Data(bytes), to: folder + "/" + name)
  }

  /// Creates the folder if necessary, and locks it against other instances until the file is closed.
  private func makeFolder() throws(Failure) -> Int32 {
    if (try? FileManager.default.destinationOfSymbolicLink(atPath: folder)) != nil {
      throw Failure(LearnerRecordError.isLink(path: folder))
    }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw Failure(
        Words.Failures.cannotWrite(path: folder, reason: error.localizedDescription),
        status: Failure.Status.cannotWrite)
    }
    return lockFolder()
  }

  private func lockFolder() -> Int32 {
    let file = open(folder, O_RDONLY | O_CLOEXEC)
    if file >= 0 { flock(file, LOCK_EX) }
    return file
  }

  /// Removes a deck; its review history stays on the record.
  ///
  /// - Parameters:
  ///   - name: The deck's name.
  ///   - bundle: The lesson without added decks.
  /// - Returns: The deck's full name.
  /// - Throws: `Failure` if there is no such deck.
  func remove(_ name: String, from bundle: LessonBundle) throws(Failure) -> String {
    let name = try self.name(for: name)
    let lock = lockFolder()
    defer { close(lock) }
    var problems: [ContentError] = []
    try freeze(
      kept(names, bundle, problems: &problems), by: reader.addedDeckReader(for: bundle))
    do {
      try FileManager.default.removeItem(atPath: folder + "/" + name)
    } catch {
      throw Failure(
        Words.Files.cannotRemove("\(folder)/\(name)", reason: error.localizedDescription),
        status: Failure.Status.cannotWrite)
    }
    try? FileManager.default.removeItem(atPath: originPath(name))
    return name
  }

  /// The full name of a deck, given with or without its file extension.
  private func name(for name: String) throws(Failure) -> String {
    let names = names
    if names.contains(name) { return name }
    let matches = names.filter { $0 == name + ".txt" || $0 == name + ".json" }
    if matches.count == 1 { return matches[0] }
    throw Failure(
      Words.Files.noAddedDeck(name, all: names.map(DeckName.typed)),
      status: Failure.Status.noInput)
  }
}
