import Activations
import Lessons
public import Practice
import Words

/// The learner's statistics, computed once for the screen, the command and JSON.
public struct ProgressFacts: Sendable {
  /// A group of cards.
  public struct Group: Sendable {
    /// The id of a section, function or concept.
    public var id: String
    public var title: String
    /// The numbers of its cards that are known, being learned and new.
    public var counts: MasteryCounts
    /// The number of its cards, suspended ones included, and of started cards.
    public var cards, begun: Int
  }

  /// The mean recall on a day.
  public struct RecallDay: Sendable {
    /// Days from today; negative in the past.
    public var offset: Int
    /// The mean chance that a card that is unlocked today is answered right if it is asked on that day.
    public var recall: Double
  }

  /// The number of started cards.
  public let begun: Int
  /// Cards and questions due now.
  public let due: Int
  /// Cards and questions that were missed in sections not read yet, and wait for them to be read.
  public let met: Int
  /// The numbers of all cards that are known, being learned and new.
  public let counts: MasteryCounts
  /// The earliest day on which a card can become known; nil if no card is being learned.
  public let firstDayKnown: LocalDay?
  /// The number of unlocked cards: those of sections read, and those answered right before.
  public let unlocked: Int
  /// The mean chance that an unlocked card is answered right if it is asked now; nil if there are none.
  public let recall: Double?
  /// Ids of the sections that were read.
  public let sectionsRead: Set<String>
  /// All sections in the order of the lesson.
  public let sections: [Group]
  /// Functions of the catalogue that have cards.
  public let functions: [Group]
  /// Other concepts with several cards.
  public let concepts: [Group]
  /// The last thirty days, and the next thirty without study.
  public let recallDays: [RecallDay]
  /// Cards due on each of the next seven days.
  public let forecast: [Int]
  /// Seconds studied.
  public let seconds: Int
  /// The most frequent mistakes.
  public let mistakes: [(text: String, count: Int)]
  /// Graded cards that are no longer in any deck.
  public let gone: Int
  /// The best game of each form and length that was played.
  public let bestRuns: [SpeedRun]

  /// Computes all statistics.
  public init(_ context: AppContext) {
    let (learner, deck, today) = (context.learner, context.bundle.deck, context.today)
    let cards = deck.flashcards
    begun = cards.count { learner.schedule(of: $0.id) != nil }
    let locks = context.locks
    let items = deck.items
    due = items.count { id, section in
      learner.isDue(id, in: section, locks, at: context.now, utcOffset: context.utcOffset)
    }
    met = items.count { id, section in learner.isOnlyMet(id, in: section, locks) }
    counts = context.mastery(of: cards)
    firstDayKnown = learner.firstDayKnown(of: cards, on: today, utcOffset: context.utcOffset)
    let open = cards.filter {
      !locks.locks($0.card.section) || learner.daysRemembered($0.id) > 0
    }
    unlocked = open.count
    recall = learner.meanRecall(of: open, on: today)
    sectionsRead = learner.sectionsRead.intersection(context.bundle.lesson.sections.map(\.id))
    func group(_ id: String, _ title: String, _ cards: [Flashcard]) -> Group {
      Group(
        id: id, title: title, counts: context.mastery(of: cards), cards: cards.count,
        begun: cards.count { learner.schedule(of: $0.id) != nil })
    }
    sections = context.bundle.lesson.sections.map { section in
      group(section.id, section.title, cards.filter { $0.card.section == section.id })
    }
    let byTag = Dictionary(
      cards.flatMap { card in Set(card.card.tags).map { ($0, [card]) } }, uniquingKeysWith: +)
    functions = Catalogue.all.compactMap { function in
      byTag[function.id].map { group(function.id, function.name, $0) }
    }
    let known = Set(functions.map(\.id))
    concepts = byTag.filter { !known.contains($0.key) && $0.value.count > 1 }
      .sorted { $0.key < $1.key }.map { group($0.key, $0.key, $0.value) }
    recallDays = begun == 0 ? [] : Self.recallDays(learner, open, today)
    forecast = learner.forecast(
      of: cards.lazy.filter { !learner.isOnlyMet($0.id, in: $0.card.section, locks) }.map(\.id),
      from: today, days: 7, utcOffset: context.utcOffset)
    seconds = learner.secondsStudied
    let present = Set(cards.map(\.id) + deck.cards.map(\.id))
    gone = learner.begunCards.count { !present.contains($0) && deck.heirs.heir(of: $0) == nil }
    mistakes = learner.commonMistakes(most: 5)
    bestRuns = Self.bestRuns(learner.scoredRuns)
  }

  private static func recallDays(
    _ learner: Learner, _ cards: [Flashcard], _ today: LocalDay
  ) -> [RecallDay] {
    (-30...30).compactMap { offset in
      learner.meanRecall(of: cards, on: LocalDay(number: today.number + offset)).map {
        RecallDay(offset: offset, recall: $0)
      }
    }
  }

  private static func bestRuns(_ runs: [SpeedRun]) -> [SpeedRun] {
    var best: [SpeedRun] = []
    for run in runs {
      let place = best.firstIndex { $0.form == run.form && $0.seconds == run.seconds }
      guard let place else {
        best.append(run)
        continue
      }
      if run.score > best[place].score { best[place] = run }
    }
    return best
  }
}

extension Deck {
  /// All flashcards and questions that can be due, with their sections.
  fileprivate var items: [(id: String, section: String)] {
    flashcards.map { ($0.id, $0.card.section) } + questions.map { ($0.id, $0.section) }
  }
}

/// Formats durations.
enum Duration {
  /// Hours and minutes, or minutes alone.
  static func words(seconds: Int) -> String {
    let minutes = seconds / 60
    return minutes < 60
      ? Words.Progress.duration(minutes: minutes)
      : Words.Progress.duration(hours: minutes / 60, minutes: minutes % 60)
  }
}
