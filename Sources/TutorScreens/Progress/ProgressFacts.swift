import Activations
import Lessons
public import Practice
import Words

/// The learner's statistics, computed once for the screen, the command and JSON.
public struct ProgressFacts: Sendable {
  /// A group of cards and its recall.
  public struct Group: Sendable {
    /// The id of a section, function or concept.
    public var id: String
    public var title: String
    /// The number of its cards, of started cards and of mastered cards.
    public var cards, begun, mastered: Int
    /// The mean chance of recall today of the started cards; nil if there are none.
    public var recall: Double?
  }

  /// The mean recall on a day.
  public struct RecallDay: Sendable {
    /// Days from today; negative in the past.
    public var offset: Int
    /// The mean chance of recall of the cards started by then.
    public var recall: Double
  }

  /// The number of started cards.
  public let begun: Int
  /// Cards and questions due now.
  public let due: Int
  /// The mean chance of recall today of the started cards; nil if there are none.
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
    due = learner.begunCards.count {
      learner.isDue($0, at: context.now, utcOffset: context.utcOffset)
    }
    recall = learner.meanRecall(of: cards, on: today)
    sectionsRead = learner.sectionsRead.intersection(context.bundle.lesson.sections.map(\.id))
    func group(_ id: String, _ title: String, _ cards: [Flashcard]) -> Group {
      Group(
        id: id, title: title, cards: cards.count,
        begun: cards.count { learner.schedule(of: $0.id) != nil },
        mastered: cards.count { learner.hasMastered($0.id, on: today) },
        recall: learner.meanRecall(of: cards, on: today))
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
    recallDays = Self.recallDays(learner, cards, today)
    forecast = learner.forecast(
      of: cards.map(\.id), from: today, days: 7, utcOffset: context.utcOffset)
    seconds = learner.secondsStudied
    let present = Set(cards.map(\.id) + deck.cards.map(\.id))
    gone = learner.begunCards.count { !present.contains($0) }
    mistakes = learner.commonMistakes(most: 5)
    bestRuns = Self.bestRuns(learner.speedRuns)
  }

  private static func recallDays(
    _ learner: Learner, _ cards: [Flashcard], _ today: LocalDay
  ) -> [RecallDay] {
    (-30...30).compactMap { offset in
      learner.pastRecall(of: cards, on: LocalDay(number: today.number + offset)).map {
        RecallDay(offset: offset, recall: $0.mean)
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
