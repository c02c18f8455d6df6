package import Figures
package import Lessons
package import NeuralLab
package import Practice
package import Sketching
package import TerminalUI

/// A screen to open, and its initial state.
///
/// Screens open one another by routes, without naming types of screens; only ``screen(in:)`` does.
package enum Route: Sendable {
  /// The lesson, with the places to go back to, the latest last.
  case lesson(LessonStart, trail: [ReadingPosition] = [])
  /// The table of contents, opened in a section of the lesson or from elsewhere.
  case contents(section: Int?, trail: [ReadingPosition] = [])
  /// Bookmarks and notes.
  case marks(trail: [ReadingPosition] = [])
  /// The learner's note on a section.
  case note(section: Int)
  /// The links of a section; the first one from a block on is selected.
  case links(section: Int, block: Int)
  /// A term of the glossary.
  case term(Glossary.Term)
  /// Flashcards of a section, or of all; `cram` also asks those that are not due.
  case cards(section: String? = nil, cram: Bool = false)
  /// A card outside a session.
  case card(Card)
  /// The learner's own words for a flashcard.
  case rewrite(Flashcard)
  /// A quiz over some cards, or over all questions.
  case quiz(cards: [Card]? = nil)
  /// The plot explorer.
  case plot(PlotStart = .functions(["gelu"]))
  /// A sketch of a curve, outside any session.
  case sketch(SketchTarget)
  /// A race between activation functions; nil for the usual one.
  case race(RaceStart? = nil)
  /// The figure that a new learner begins with.
  case welcome(CollapseFigure)
  /// The help page of a screen.
  case help(name: String, hints: [KeyHint])
  /// Gradient flow through two networks; nil for the usual ones.
  case gradientFlow([FlowSetup]? = nil)
  /// The numerics clinic; nil for the usual logits.
  case numerics([Double]? = nil)
  /// Networks with planted faults, without end.
  case diagnose
  case speed, lab, map, timeline, glossary, course, search, progress,
    certificate
}

/// The position at which the lesson is opened.
package enum LessonStart: Sendable {
  /// The position at which the learner left it.
  case lastPosition
  /// The top of a section, by its index.
  case section(Int)
  /// A position.
  case position(ReadingPosition)
  /// A passage to look up, which does not change the learner's position.
  case passage(ReadingPosition)
  /// The first match of a search in a section.
  case match(query: String, section: Int)
}

/// The initial contents of the plot explorer.
package enum PlotStart: Sendable {
  /// Functions of the catalogue by their ids; unknown ones are left out.
  case functions([String])
  /// A state.
  case state(PlotState)
  /// A figure of the lesson in its current state.
  case figure(LiveFigure)
}

/// The settings of a race that has not started.
package struct RaceStart: Sendable {
  /// The contestants and how they are trained.
  package var setup: Race.Setup
  /// The data to train on.
  package var data: Dataset

  /// Makes the settings.
  package init(_ setup: Race.Setup, on data: Dataset) {
    self.setup = setup
    self.data = data
  }
}
