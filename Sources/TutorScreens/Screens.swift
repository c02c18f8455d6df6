import TerminalUI

extension Route {
  /// Makes the screen that the route names.
  package func screen(in context: AppContext) -> TutorScreen {
    switch self {
    case .lesson(let start, let trail): ReaderScreen(start, trail: trail)
    case .contents(let section, let trail): ContentsScreen(openIn: section, trail: trail)
    case .marks(let trail): MarksScreen(trail: trail)
    case .note(let section): NoteScreen(section: section, context)
    case .links(let section, let block): LinksScreen(section, from: block, context)
    case .term(let term): TermScreen(term)
    case .cards(let section, let cram): CardsScreen(cram: cram, section: section)
    case .card(let card): CardPeekScreen(card)
    case .rewrite(let card): RewriteScreen(card, context)
    case .quiz(let cards): QuizScreen(cards)
    case .plot(let start): PlotScreen(start)
    case .sketch(let target): SketchScreen(target, context)
    case .race(let start): start.map { RaceScreen($0.setup, on: $0.data) } ?? RaceScreen()
    case .welcome(let figure): WelcomeScreen(figure)
    case .help(let name, let hints): HelpScreen(about: name, hints: hints)
    case .speed: SpeedScreen()
    case .lab: LabScreen()
    case .gradientFlow(let setups): FlowScreen(setups)
    case .numerics(let logits): ClinicScreen(logits)
    case .diagnose: DiagnoseScreen(in: context)
    case .map: MindMapScreen()
    case .timeline: TimelineScreen()
    case .glossary: GlossaryScreen()
    case .course: CourseScreen()
    case .search: SearchScreen()
    case .progress: ProgressScreen()
    case .certificate: CertificateScreen()
    }
  }
}

/// The screens that can be opened by name from the command line.
public enum Screens {
  private static let routes: [(name: String, route: Route)] = [
    ("lesson", .lesson(.lastPosition)), ("contents", .contents(section: nil)), ("plot", .plot()),
    ("cards", .cards()), ("quiz", .quiz()), ("speed", .speed), ("progress", .progress),
    ("marks", .marks()), ("map", .map), ("timeline", .timeline), ("glossary", .glossary),
    ("course", .course), ("search", .search), ("certificate", .certificate), ("lab", .lab),
    ("lab-gradient", .gradientFlow()), ("lab-race", .race()), ("lab-numerics", .numerics()),
    ("lab-diagnose", .diagnose),
  ]

  public static let names = ["home"] + routes.map(\.name)

  /// The route of a name; nil for the home screen, which is under all others.
  package static func route(named name: String) -> Route? {
    routes.first { $0.name == name }?.route
  }
}
