import Foundation
import LearnerRecord
import LessonReader
import Lessons
import Words

/// Decks that a learner has added, kept in a folder beside the record.
struct AddedDecks {
  /// The folder; it is made when something is added.
  let folder: String
  private let reader: LessonBundleReader

  /// Looks beside a record.
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

  /// A course with the cards of all added decks that can be read.
  ///
  /// A card that the course has itself is left out. Of two decks that have a card of one id, as version 1.0 could keep
  /// them, the later one's card is called otherwise: both are asked.
  ///
  /// - Parameters:
  ///   - bundle: The course.
  ///   - problems: What cannot be read.
  /// - Returns: The course with the cards.
  func added(to bundle: LessonBundle, problems: inout [ContentError]) -> LessonBundle {
    let names = names
    guard !names.isEmpty else { return bundle }
    var cards = bundle.deck.cards
    for kept in kept(names, bundle, problems: &problems) {
      cards += kept.deck?.cards.filter { bundle.deck.card(id: $0.id) == nil } ?? []
    }
    var bundle = bundle
    bundle.deck = Deck(id: bundle.deck.id, title: bundle.deck.title, cards: cards)
    return bundle
  }

  /// Every deck as it is kept, cards under ids that no deck before has.
  ///
  /// - Parameters:
  ///   - names: The decks' names.
  ///   - bundle: The course, without added decks.
  ///   - problems: What cannot be read.
  /// - Returns: The decks, in the order of their names.
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

  /// Adds a deck, or puts a newer edition of one in its place, and says what became of it.
  ///
  /// - Parameters:
  ///   - input: The file.
  ///   - file: What the learner calls it.
  ///   - bundle: The course, without added decks.
  ///   - replaced: The name of the deck that it takes the place of; nil if that follows from the file.
  ///   - isTrial: Whether nothing is to be written.
  /// - Returns: What became of it.
  /// - Throws: `Failure` if the deck cannot be read or kept.
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

  /// Writes ids that cards have only been given here into their decks' files, before those that had them first go.
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

  /// Makes the folder if it is not there, and keeps other windows from changing it until the file is closed.
  private func makeFolder() throws(Failure) -> Int32 {
    if (try? FileManager.default.destinationOfSymbolicLink(atPath: folder)) != nil {
      throw Failure(RecordError.isLink(path: folder))
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

  /// Takes a deck out; what was learnt with it stays on the record.
  ///
  /// - Parameters:
  ///   - name: The deck's name.
  ///   - bundle: The course, without added decks.
  /// - Returns: The deck's full name.
  /// - Throws: `Failure` if there is none of that name.
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

  /// The full name of a deck that is called by it, or by it without its ending.
  private func name(for name: String) throws(Failure) -> String {
    let names = names
    if names.contains(name) { return name }
    let matches = names.filter { $0 == name + ".txt" || $0 == name + ".json" }
    if matches.count == 1 { return matches[0] }
    throw Failure(
      Words.Files.noAddedDeck(DeckName.typed(name), all: names.map(DeckName.typed)),
      status: Failure.Status.noInput)
  }
}
