import LessonLayout
import Lessons

/// A search of the glossary, the lesson and the cards in short steps, whatever their size.
struct LessonSearch: Sendable {
  enum Hit: Sendable {
    case term(Glossary.Term)
    case section(Int, snippet: String)
    case card(Card)
  }

  /// The number of hits up to which cards are added.
  private static let most = 60
  /// The maximum number of hits, because a screen draws all of them.
  private static let mostOfAll = 500

  let search: TextSearch
  private(set) var hits: [Hit] = []
  /// Whether the search is complete.
  private(set) var isDone: Bool
  /// The number of letters searched so far.
  private(set) var lettersRead = 0
  /// The index of the current term, section or card among all of them.
  private var item = 0
  /// Its texts.
  private var texts: [String] = []
  /// The index of the next text.
  private var text = 0
  /// The interrupted search of the current text.
  private var scan: TextScan?

  /// Begins a search; with fewer than two letters it is complete immediately.
  init(_ query: String) {
    search = TextSearch(query: query)
    isDone = query.count < 2
  }

  /// Continues.
  ///
  /// - Parameters:
  ///   - bundle: The lesson, the same for every call.
  ///   - limit: The number of letters to search.
  mutating func resume(in bundle: LessonBundle, letters limit: Int) {
    let end = lettersRead + limit
    while !isDone, lettersRead < end {
      if scan == nil {
        if text == 0 { texts = texts(ofItemIn: bundle) }
        guard text < texts.count else {
          nextItem(in: bundle)
          continue
        }
        scan = search.scan(of: texts[text])
        text += 1
      }
      let before = scan?.lettersRead ?? 0
      let found = scan?.resume(letters: end - lettersRead)
      // An empty text counts, too.
      lettersRead += max(1, (scan?.lettersRead ?? 0) - before)
      guard let found else { continue }
      if found {
        if let hit = hit(in: bundle) { hits.append(hit) }
        nextItem(in: bundle)
      }
      scan = nil
    }
  }

  private mutating func nextItem(in bundle: LessonBundle) {
    (texts, text, scan) = ([], 0, nil)
    item += 1
    let firstCard = bundle.glossary.terms.count + bundle.lesson.sections.count
    isDone =
      item >= firstCard + bundle.deck.cards.count || hits.count >= Self.mostOfAll
      || (item >= firstCard && hits.count >= Self.most)
  }

  /// The kind of an item.
  private enum Item {
    case term(Glossary.Term)
    case section(Int)
    case card(Card)
  }

  private func current(in bundle: LessonBundle) -> Item? {
    var rest = item
    if rest < bundle.glossary.terms.count { return .term(bundle.glossary.terms[rest]) }
    rest -= bundle.glossary.terms.count
    if rest < bundle.lesson.sections.count { return .section(rest) }
    rest -= bundle.lesson.sections.count
    return rest < bundle.deck.cards.count ? .card(bundle.deck.cards[rest]) : nil
  }

  private func texts(ofItemIn bundle: LessonBundle) -> [String] {
    switch current(in: bundle) {
    case .term(let term): return [term.term] + term.also
    case .section(let index):
      let section = bundle.lesson.sections[index]
      let blocks = section.blocks + section.notes.flatMap(\.blocks)
      return [section.title] + blocks.map(\.plainText)
    case .card(let card): return [card.prompt, card.rightAnswer]
    case nil: return []
    }
  }

  private func hit(in bundle: LessonBundle) -> Hit? {
    switch current(in: bundle) {
    case .term(let term): .term(term)
    case .section(let index): .section(index, snippet: search.snippet(of: texts[text - 1]))
    case .card(let card): .card(card)
    case nil: nil
    }
  }
}

extension TextSearch {
  /// The maximum length of the text that a snippet is taken from.
  private static let longest = 100_000

  /// The words around the first match.
  func snippet(of text: String) -> String {
    let words = text.unicodeScalars.prefix(Self.longest).split(separator: " ").map(String.init)
    guard let index = words.firstIndex(where: isIn) else {
      return words.prefix(24).joined(separator: " ")
    }
    let first = max(0, index - 8)
    return (first > 0 ? "… " : "") + words[first...].prefix(24).joined(separator: " ")
  }
}
