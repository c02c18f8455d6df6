import Lessons
import MathQuestions
import Practice

extension AppContext {
  /// Ids of the sections that the quiz and the Speed Challenge ask about; nil for the whole lesson.
  var questionSections: Set<String>? {
    if learner.scope == .whole { return nil }
    let all = Set(bundle.lesson.sections.map(\.id))
    let read = all.intersection(learner.sectionsRead)
    return read == all ? nil : read
  }

  /// The deck's questions about these sections; those of no section of the lesson are always asked.
  func questions(about sections: Set<String>?) -> [Card] {
    guard let sections else { return bundle.deck.questions }
    let others = Set(bundle.lesson.sections.map(\.id)).subtracting(sections)
    return bundle.deck.questions.filter { !others.contains($0.section) }
  }

  /// A maker of questions about these sections; nil for the whole lesson.
  func questionMaker(_ sections: Set<String>?) -> QuestionMaker {
    QuestionMaker(
      bundle.deck, glossary: bundle.glossary, sections: sections, functions: functions)
  }

  /// Whether no section with questions was read yet, and the learner did not choose the whole lesson.
  var nothingToAsk: Bool {
    guard let sections = questionSections else { return false }
    return questions(about: sections).isEmpty
      && questionMaker(sections).isEmpty
  }
}
