/// The list of screens by the names under which they can be opened.
public enum Screens {
  /// Every name.
  public static let names = [
    "home", "lesson", "contents", "plot", "cards", "quiz", "speed", "progress",
    "marks", "map", "timeline", "glossary", "course", "search", "certificate", "lab",
    "lab-gradient", "lab-race", "lab-numerics",
  ]

  /// The screen of a name; nil for the home screen, which lies under all others.
  public static func named(_ name: String) -> TutorScreen? {
    switch name {
    case "lesson": lesson(section: nil)
    case "contents": ContentsScreen(openIn: nil)
    case "plot": PlotScreen()
    case "cards": cards(cram: false)
    case "quiz": quiz
    case "speed": speed
    case "progress": ProgressScreen()
    case "marks": MarksScreen()
    case "map": MindMapScreen()
    case "timeline": TimelineScreen()
    case "glossary": GlossaryScreen()
    case "course": CourseScreen()
    case "search": SearchScreen()
    case "certificate": CertificateScreen()
    case "lab": LabScreen()
    case "lab-gradient": FlowScreen()
    case "lab-race": RaceScreen()
    case "lab-numerics": ClinicScreen()
    default: nil
    }
  }

  /// The lesson at a section, or where the learner left it.
  public static func lesson(section: Int?) -> TutorScreen { ReaderScreen(section: section) }
  /// Flashcards.
  public static func cards(cram: Bool) -> TutorScreen { CardsScreen(cram: cram) }
  /// The quiz.
  public static var quiz: TutorScreen { QuizScreen() }
  /// The Speed Challenge.
  public static var speed: TutorScreen { SpeedScreen() }
}
