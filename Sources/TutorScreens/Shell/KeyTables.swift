import Figures
import Lessons
import Practice
public import TerminalUI
import Words

/// The keys of one screen in all its states.
public struct KeyTable: Sendable {
  /// The screen's name.
  public let screen: String
  public let hints: [KeyHint]
}

extension Screens {
  /// The keys that mean the same on every screen.
  public static let sharedKeys = TutorSession.bindings.map(\.hint)

  /// The keys of all screens, for the manual page, including those that have no effect at the moment.
  ///
  /// Bindings that several screens have in common are in the first table and in no other.
  ///
  /// - Parameter context: A course with figures and questions of every kind, and a new learner.
  /// - Returns: The common table, then one for each screen that has more.
  public static func keyTables(in context: AppContext) -> [KeyTable] {
    var tables: [(screen: String, hints: [KeyHint])] = []
    for (screen, hints) in states(context) + [figures(context), questions(context)] {
      let place = tables.firstIndex { $0.screen == screen } ?? tables.count
      if place == tables.count { tables.append((screen, [])) }
      for hint in hints { tables[place].hints.add(hint) }
    }
    let everywhere = sharedKeys + common(tables.map(\.hints))
    let own = tables.map { table in
      KeyTable(screen: table.screen, hints: table.hints.filter { !everywhere.contains($0) })
    }
    return [KeyTable(screen: Words.Manual.everywhere, hints: everywhere)]
      + own.filter { !$0.hints.isEmpty }
  }

  /// The bindings that at least three tables have.
  private static func common(_ tables: [[KeyHint]]) -> [KeyHint] {
    var found: [KeyHint] = []
    for hint in tables.joined() where !found.contains(hint) {
      if tables.count(where: { $0.contains(hint) }) >= 3 { found.append(hint) }
    }
    return found
  }

  /// The bindings of a focused figure of each kind.
  private static func figures(_ context: AppContext) -> (String, [KeyHint]) {
    let figures = context.bundle.lesson.sections.flatMap(\.blocks).flatMap(\.figures)
    return (Words.Manual.figures, figures.flatMap { LiveFigure($0).bindings.map(\.hint) })
  }

  /// The bindings that answer a question of each kind.
  private static func questions(_ context: AppContext) -> (String, [KeyHint]) {
    var generator = SeededGenerator(seed: 1)
    let asked = context.bundle.deck.questions.map { AskedQuestion($0, using: &generator) }
    return (
      Words.Manual.questions,
      asked.flatMap { AnswerInProgress().bindings(on: $0).map(\.hint) }
    )
  }

  /// Screens, with keys that lead through their states.
  private static func paths(_ context: AppContext) -> [(route: Route?, keys: [String])] {
    let card = context.bundle.deck.flashcards.first
    let term = context.bundle.glossary.terms.first
    return [
      (nil, [""]), (context.welcome, [""]), (.lesson(.section(0)), ["", "/", "w", "/a\n"]),
      (.contents(section: 0), [""]),
      (.marks(), [""]), (.note(section: 0), ["x"]), (.links(section: 0, block: 0), [""]),
      (.cards(), ["", "+", "+ ", "+ m"]), (.plot(), ["", "s", "sk"]),
      (.plot(.functions(["softmax"])), [""]),
      (.quiz(), ["", "1", "1 "]), (.speed, ["", "4", "4 ", "41", "42", "43"]), (.map, [""]),
      (.timeline, [""]),
      (.glossary, ["", "/"]), (.search, [""]), (.progress, ["", "x"]), (.certificate, [""]),
      (.course, [""]), (.lab, [""]), (.gradientFlow(), [""]), (.race(), ["", " "]),
      (.numerics(), ["", "e"]), (.diagnose, ["", "1", "11"]),
    ] + (term.map { [(.term($0), [""])] } ?? [])
      + (card.map { [(.rewrite($0), [""]), (.card($0.card), [""])] } ?? [])
  }

  /// Each state of each screen with its bindings.
  private static func states(_ context: AppContext) -> [(screen: String, hints: [KeyHint])] {
    let typed = context.bundle.deck.flashcards.first { $0.produced?.isTyped == true }
    return states(of: paths(context), context)
      + (typed.map { states(of: [(.cards(), ["+"])], asking: [$0.card], context) } ?? [])
      + predictions(context)
  }

  /// The bindings of the reader at a prediction to type, whatever the course asks.
  private static func predictions(
    _ context: AppContext
  ) -> [(screen: String, hints: [KeyHint])] {
    let prediction = Prediction(
      id: "prediction",
      form: .numeric(NumericQuestion(front: "", answer: 0, tolerance: .absolute(0))), gap: "",
      figure: .gradient(GradientFigure(functions: [], layers: 1, input: 0)))
    var context = context
    context.bundle.lesson.sections = [
      Section(id: "section", title: "", blocks: [.prediction(prediction)])
    ]
    return states(of: [(.lesson(.section(0)), [""])], context)
  }

  /// Each state of some screens with its bindings, with other cards than the deck's if there are any.
  private static func states(
    of paths: [(route: Route?, keys: [String])], asking cards: [Card]? = nil, _ context: AppContext
  ) -> [(screen: String, hints: [KeyHint])] {
    var context = context
    if let cards { context.bundle.deck = Deck(id: "deck", title: "", cards: cards) }
    context.size = Size(width: 80, height: 24)
    context.quizCount = 1
    // The manual is the same each time.
    context.seed = 1
    let single = context.bundle.deck.questions.first { card in
      if case .choice = card.form { true } else { false }
    }
    let states = paths.flatMap { path in
      path.keys.flatMap { keys in [(path.route, keys, false), (path.route, keys, true)] }
    }
    return states.compactMap { route, keys, asksAll in
      var context = context
      // Without it, a new learner is not asked anything.
      if asksAll { context.learner.choose(.whole) }
      if case .quiz? = route, let single {
        context.bundle.deck = Deck(id: "deck", title: "", cards: [single])
      }
      var session = TutorSession(opening: route)
      let perform = { (effect: Effect, context: inout AppContext) -> Effect.Answer? in
        guard case .record(let fact) = effect else { return nil }
        let id = "\(context.learner.eventCount)"
        context.learner.apply(
          LearnerEvent(id: id, time: context.now, utcOffset: 0, fact: fact))
        return nil
      }
      session.start(in: &context, perform: perform)
      for key in keys {
        // Keys that come too soon after one another are ignored in a game.
        context.milliseconds += 1000
        session.handle(.key(key == "\n" ? .enter : .character(key)), in: &context, perform: perform)
      }
      return session.top.map { ($0.name, $0.hints(in: context)) }
    }
  }
}

extension [KeyHint] {
  /// Appends a hint as it is when available, or adds its keys to those of the hint with the same actions.
  ///
  /// Of hints with the same words, one that has the actions of the other is enough.
  fileprivate mutating func add(_ hint: KeyHint) {
    let names = hint.groups.map(\.name)
    let isContained = contains { other in
      other.words == hint.words && other.groups.count > names.count
        && Set(other.groups.map(\.name)).isSuperset(of: names)
    }
    if names.isEmpty || isContained { return }
    removeAll { other in
      other.words == hint.words && other.groups.count < names.count
        && Set(names).isSuperset(of: other.groups.map(\.name))
    }
    guard let place = firstIndex(where: { $0.groups.map(\.name) == names }) else {
      var copy = hint
      (copy.isAvailable, copy.inFooter) = (true, 0)
      return append(copy)
    }
    for index in hint.groups.indices {
      let known = self[place].groups[index].keys
      self[place].groups[index].keys += hint.groups[index].keys.filter { !known.contains($0) }
    }
  }
}
