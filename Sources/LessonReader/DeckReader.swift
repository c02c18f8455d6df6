import Lessons

/// Reads `deck.json`.
struct DeckReader {
  let source: SourceText
  let functions: FunctionNames
  let sections: Set<String>

  /// Reads all cards and the list of retired ones.
  ///
  /// Cards of unknown types are skipped, so that newer decks can still be used.
  ///
  /// - Throws: `ContentError` for the first error.
  func deck() throws(ContentError) -> Deck {
    let object = try JSONObject(try JSONText.parse(source), named: "deck", in: source)
    try object.checkFormat("tutor-deck", version: 1)
    let header = try object.object("deck")
    var cards: [Card] = []
    var places: [String: Int] = [:]
    var links: [(JSONObject, String)] = []
    _ = try object.array("cards")
    for entry in try object.objects("cards") {
      let id = try entry.id()
      if let first = places.updateValue(entry.offset, forKey: id) {
        throw entry.error(.duplicateID(id, firstLine: source.line(at: first)), at: "id")
      }
      guard let card = try card(entry, id: id) else { continue }
      if let link = card.flashcardID { links.append((entry, link)) }
      cards.append(card)
    }
    if cards.isEmpty { throw object.error(.noCards, at: "cards") }
    let flashcards = Set(cards.filter(\.isFlashcard).map(\.id))
    for (entry, link) in links where !flashcards.contains(link) {
      throw entry.error(.unknownCard(link), at: "card")
    }
    return Deck(
      id: try header.id(), title: try header.string("title"), cards: cards,
      retired: try RetiredReader(deck: object, places: places, cards: cards).retired())
  }

  private func card(_ entry: JSONObject, id: String) throws(ContentError) -> Card? {
    guard let form = try form(entry) else { return nil }
    let section = try entry.string("section")
    guard sections.contains(section) else {
      throw entry.error(.unknownSection(section), at: "section")
    }
    let difficulty = entry.node("difficulty") == nil ? 1 : try entry.integer("difficulty")
    guard (1...3).contains(difficulty) else {
      throw entry.error(
        .outOfRange(field: "difficulty", allowed: .between(1...3)), at: "difficulty")
    }
    var card = Card(
      id: id, section: section, tags: try entry.strings("tags"), difficulty: difficulty,
      form: form, explanation: try entry.string("explanation"))
    card.flashcardID = try entry.optionalString("card")
    card.concepts = try entry.strings("concepts")
    card.hints = try hints(entry)
    card.stem = try StemReader(entry: entry).parts()
    if card.isFlashcard, entry.node("plot") != nil { card.plot = try plot(entry) }
    return card
  }

  /// Reads `hints`, or the single `hint` of older decks.
  private func hints(_ entry: JSONObject) throws(ContentError) -> [String] {
    let hints = try entry.strings("hints")
    if hints.contains(where: { $0.allSatisfy(\.isWhitespace) }) {
      throw entry.error(.empty, at: "hints")
    }
    guard hints.count <= 3 else {
      throw entry.error(.outOfRange(field: "hints", allowed: .items(0...3)), at: "hints")
    }
    return hints.isEmpty ? try [entry.optionalString("hint")].compactMap(\.self) : hints
  }

  private func form(_ entry: JSONObject) throws(ContentError) -> Card.Form? {
    switch try entry.string("type") {
    case "basic":
      return .basic(front: try entry.string("front"), back: try entry.string("back"))
    case "cloze":
      guard let text = ClozeText(strictly: try entry.string("text")) else {
        throw entry.error(.badCloze, at: "text")
      }
      return .cloze(text, accepted: try accepted(entry))
    case "choice": return .choice(try choice(entry))
    case "several":
      return .several(
        ChoiceQuestion(
          front: try entry.string("front"), choices: try choices(entry, "choices", several: true)))
    case "gap": return .gap(try gap(entry))
    case "network": return .network(try network(entry), try choice(entry))
    case "curve": return .curve(try plot(entry), try choice(entry))
    case "point": return try PointReader(entry: entry, plot: try plot(entry)).form()
    case "sketch": return try sketch(entry)
    case "numeric": return .numeric(try numeric(entry))
    case "truefalse":
      return .trueFalse(
        TrueFalseQuestion(
          statement: try entry.string("statement"), isTrue: try entry.bool("answer"),
          reasons: try choices(entry, "reasons")))
    case "order":
      let items = try entry.strings("items")
      guard (2...6).contains(items.count) else {
        throw entry.error(.outOfRange(field: "items", allowed: .items(2...6)), at: "items")
      }
      return .order(
        OrderQuestion(
          front: try entry.string("front"), items: items,
          feedback: try entry.optionalString("feedback")))
    case "match": return .match(try match(entry))
    case "diagnose":
      return .diagnose(
        DiagnoseQuestion(
          front: try entry.string("front"),
          causes: try choices(try entry.object("cause"), "choices"),
          remedies: try choices(try entry.object("first"), "choices")))
    default: return nil
    }
  }

  private func accepted(_ entry: JSONObject) throws(ContentError) -> [String: [String]] {
    guard entry.node("accept") != nil else { return [:] }
    let object = try entry.object("accept")
    var accepted: [String: [String]] = [:]
    for name in object.names { accepted[name] = try object.strings(name) }
    return accepted
  }

  private func choice(_ entry: JSONObject) throws(ContentError) -> ChoiceQuestion {
    ChoiceQuestion(front: try entry.string("front"), choices: try choices(entry, "choices"))
  }

  private func sketch(_ entry: JSONObject) throws(ContentError) -> Card.Form {
    let plot = try plot(entry)
    try plot.expectOneCurve(in: entry)
    return .sketch(
      plot,
      SketchQuestion(
        front: try entry.string("front"), answer: try entry.optionalString("answer")))
  }

  private func gap(_ entry: JSONObject) throws(ContentError) -> GapQuestion {
    let text = try entry.string("text")
    guard GapQuestion.gaps(in: text) == 1 else {
      throw entry.error(.badGap, at: "text")
    }
    let answers = try entry.strings("answers")
    if answers.isEmpty { throw entry.error(.missingField("answers")) }
    var mistakes: [GapQuestion.Mistake] = []
    for object in try entry.objects("mistakes") {
      mistakes.append(
        GapQuestion.Mistake(
          text: try object.string("text"), feedback: try object.string("feedback")))
    }
    return GapQuestion(text: text, answers: answers, mistakes: mistakes)
  }

  /// Reads choices: exactly one right one, or, if several are allowed, at least two right ones and a wrong one.
  private func choices(
    _ entry: JSONObject, _ name: String, several: Bool = false
  ) throws(ContentError) -> [Choice] {
    _ = try entry.array(name)
    var choices: [Choice] = []
    for object in try entry.objects(name) {
      let id = try object.id()
      if choices.contains(where: { $0.id == id }) {
        throw object.error(
          .duplicateID(id, firstLine: entry.error(.empty, at: name).line), at: "id")
      }
      let isCorrect = object.node("correct") == nil ? false : try object.bool("correct")
      let function = try object.optionalString("function")
      if let function, let problem = functions.problem(functions: [function], settings: [:]) {
        throw object.error(problem, at: "function")
      }
      choices.append(
        Choice(
          id: id, text: try object.string("text"), isCorrect: isCorrect,
          feedback: isCorrect ? nil : try object.optionalString("feedback"), function: function))
    }
    guard (2...9).contains(choices.count) else {
      throw entry.error(.outOfRange(field: name, allowed: .choices(2...9)), at: name)
    }
    let correct = choices.count(where: \.isCorrect)
    if several {
      guard correct >= 2, correct < choices.count else {
        throw entry.error(
          .outOfRange(field: name, allowed: .severalChoices), at: name)
      }
      return choices
    }
    guard correct == 1 else { throw entry.error(.correctChoices(correct), at: name) }
    return choices
  }

  private func numeric(_ entry: JSONObject) throws(ContentError) -> NumericQuestion {
    let tolerance = try entry.object("tolerance")
    let isRelative = tolerance.node("rel") != nil
    let size = try tolerance.number(isRelative ? "rel" : "abs")
    if size < 0 { throw tolerance.error(.outOfRange(field: "tolerance", allowed: .atLeast("0"))) }
    var mistakes: [NumericQuestion.Mistake] = []
    for object in try entry.objects("mistakes") {
      mistakes.append(
        NumericQuestion.Mistake(
          value: try object.number("value"), feedback: try object.string("feedback")))
    }
    return NumericQuestion(
      front: try entry.string("front"), answer: try entry.number("answer"),
      tolerance: isRelative ? .relative(size) : .absolute(size),
      unit: try entry.optionalString("unit"), mistakes: mistakes)
  }

  private func match(_ entry: JSONObject) throws(ContentError) -> MatchQuestion {
    let left = try items(entry, "left")
    let right = try items(entry, "right")
    var partners: [String: String] = [:]
    for node in try entry.array("pairs") {
      guard case .array(let pair) = node.value, pair.count == 2,
        case .string(let first) = pair[0].value, case .string(let second) = pair[1].value
      else {
        throw source.error(
          at: node.offset, .wrongType(field: "pairs", expected: .pairs))
      }
      guard left.contains(where: { $0.id == first }) else {
        throw source.error(at: pair[0].offset, .unknownItem(first, in: "left"))
      }
      guard right.contains(where: { $0.id == second }) else {
        throw source.error(at: pair[1].offset, .unknownItem(second, in: "right"))
      }
      partners[first] = second
    }
    guard partners.count == left.count else {
      throw entry.error(
        .tooFew(field: "pairs", needed: left.count, found: partners.count), at: "pairs")
    }
    return MatchQuestion(
      front: try entry.string("front"), left: left, right: right, partners: partners,
      feedback: try entry.optionalString("feedback"))
  }

  private func items(_ entry: JSONObject, _ name: String) throws(ContentError) -> [MatchQuestion
    .Item]
  {
    _ = try entry.array(name)
    var items: [MatchQuestion.Item] = []
    for object in try entry.objects(name) {
      items.append(MatchQuestion.Item(id: try object.id(), text: try object.string("text")))
    }
    guard (2...6).contains(items.count) else {
      throw entry.error(.outOfRange(field: name, allowed: .items(2...6)), at: name)
    }
    return items
  }

  private func network(_ entry: JSONObject) throws(ContentError) -> GradientFigure {
    let object = try entry.object("network")
    let names = try object.strings("functions")
    if names.isEmpty { throw object.error(.missingField("functions")) }
    if let problem = functions.problem(functions: names, settings: [:]) {
      throw object.error(problem, at: "functions")
    }
    let layers = try object.integer("layers")
    guard (1...100).contains(layers) else {
      throw object.error(.outOfRange(field: "layers", allowed: .between(1...100)), at: "layers")
    }
    let input = try object.number("at")
    guard (-20...20).contains(input) else {
      throw object.error(.outOfRange(field: "at", allowed: .between(-20...20)), at: "at")
    }
    return GradientFigure(functions: names, layers: layers, input: input)
  }

  private func plot(_ entry: JSONObject) throws(ContentError) -> CardPlot {
    let object = try entry.object("plot")
    var figure = PlotFigure(functions: try object.strings("functions"), derivative: .none)
    if figure.functions.isEmpty { throw object.error(.missingField("functions")) }
    if let x = try range(object, "x") { figure.x = x }
    figure.y = try range(object, "y")
    if let node = object.node("derivative") {
      switch node.value {
      case .bool(let isShown): figure.derivative = isShown ? .stacked : .none
      case .string(let text):
        guard let derivative = PlotFigure.Derivative(rawValue: text) else { fallthrough }
        figure.derivative = derivative
      default:
        throw object.error(
          .wrongType(
            field: "derivative", expected: .word(PlotFigure.Derivative.allCases.map(\.rawValue))),
          at: "derivative")
      }
    }
    if object.node("parameters") != nil {
      let parameters = try object.object("parameters")
      for name in parameters.names { figure.parameters[name] = try parameters.number(name) }
    }
    let settings = figure.parameters
    if let problem = functions.problem(functions: figure.functions, settings: settings) {
      throw object.error(problem, at: "functions")
    }
    let hides = object.node("hideLabel") == nil ? false : try object.bool("hideLabel")
    return CardPlot(figure: figure, hidesLabel: hides)
  }

  private func range(
    _ object: JSONObject, _ name: String
  ) throws(ContentError) -> ClosedRange<Double>? {
    guard object.node(name) != nil else { return nil }
    let nodes = try object.array(name)
    guard nodes.count == 2, case .number(let low) = nodes[0].value,
      case .number(let high) = nodes[1].value, let window = PlotFigure.window(from: low, to: high)
    else {
      throw object.error(.wrongType(field: name, expected: .ascendingNumbers), at: name)
    }
    return window
  }
}
