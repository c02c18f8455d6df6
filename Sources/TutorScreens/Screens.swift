public import Figures
public import TerminalUI

/// The list of screens by the names under which they can be opened.
public enum Screens {
  /// What can be opened by a name, on top of the home screen.
  private static let makers: [(name: String, make: @Sendable () -> TutorScreen)] = [
    ("lesson", { lesson(section: nil) }),
    ("contents", { ContentsScreen(openIn: nil) }),
    ("plot", { PlotScreen() }),
    ("cards", { cards(cram: false) }),
    ("quiz", { quiz }),
    ("speed", { speed }),
    ("progress", { ProgressScreen() }),
    ("marks", { MarksScreen() }),
    ("map", { MindMapScreen() }),
    ("timeline", { TimelineScreen() }),
    ("glossary", { GlossaryScreen() }),
    ("course", { CourseScreen() }),
    ("search", { SearchScreen() }),
    ("certificate", { CertificateScreen() }),
    ("lab", { LabScreen() }),
    ("lab-gradient", { FlowScreen() }),
    ("lab-race", { RaceScreen() }),
    ("lab-numerics", { ClinicScreen() }),
  ]

  /// Every name.
  public static let names = ["home"] + makers.map(\.name)

  /// The screen of a name; nil for the home screen, which lies under all others.
  public static func named(_ name: String) -> TutorScreen? {
    makers.first { $0.name == name }?.make()
  }

  /// The lesson at a section, or where the learner left it.
  public static func lesson(section: Int?) -> TutorScreen { ReaderScreen(section: section) }
  /// Flashcards.
  public static func cards(cram: Bool) -> TutorScreen { CardsScreen(cram: cram) }
  /// The plot explorer.
  public static func plot(_ state: PlotState) -> TutorScreen { PlotScreen(state) }
  /// The quiz.
  public static var quiz: TutorScreen { QuizScreen() }
  /// The Speed Challenge.
  public static var speed: TutorScreen { SpeedScreen() }
}
