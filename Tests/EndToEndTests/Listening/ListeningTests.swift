import Foundation
import LearnerRecord
import Lessons
import Practice
import TestCourse
import TestSupport
import Testing
import TutorScreens
import Words

/// Journeys of a learner who only hears the program; see `Listener`.
@Suite(.serialized)
struct ListeningTests {
  private let record =
    FileManager.default.temporaryDirectory.path + "/ear-\(UUID().uuidString)/progress.sqlite"

  private func listen(_ arguments: String) throws -> Listener {
    try Listener(arguments + " --seed 3", record: record)
  }

  private func facts() throws -> [Fact] { try LearnerRecord(path: record).newEvents().map(\.fact) }

  /// The right choice of a question of the course, among the choices that were heard.
  private func rightKey(_ listener: Listener) throws -> String? {
    let right = Set(
      try TestCourse.small.get().deck.cards.flatMap { card -> [String] in
        guard case .choice(let question) = card.form else { return [] }
        return question.choices.filter(\.isCorrect).map(\.text.spoken)
      })
    return listener.choices.first { right.contains($0.text) }?.key
  }

  /// Answers whatever is asked, or goes on.
  private func answerAnything(_ listener: Listener, next: String) throws {
    if listener.isOffered(next) { return try listener.press(next) }
    if listener.isOffered(Words.Quiz.setPoint) { return try listener.press(Words.Quiz.setPoint) }
    if listener.isOffered(Words.Quiz.choose) { try listener.press(Words.Quiz.choose) }
    if listener.isOffered(Words.Quiz.answer) { return try listener.press(Words.Quiz.answer) }
    try listener.type("0")
  }

  @Test func aSectionIsReadAndItsQuestionsAnswered() throws {
    let listener = try listen("lesson 1")
    #expect(listener.latest.first == Words.Plain.welcome(.usual))
    #expect(listener.hears(TestCourse.Heading.words))
    let pageLength = listener.latest.count
    // One wrong answer, and the reason.
    let right = try #require(try rightKey(listener))
    let wrong = try #require(listener.choices.first { $0.key != right })
    try listener.type(wrong.key)
    #expect(listener.hears(Words.Questions.isWrong(yourAnswer: wrong.text, reason: nil)))
    #expect(listener.latest.count * 4 < pageLength)
    for _ in 0..<3 {
      try listener.type(try #require(try rightKey(listener), "\(listener.choices)"))
      #expect(listener.hears(Words.Questions.isRight))
    }
    #expect(!listener.isOffered(Words.Reader.Keys.answer))
    #expect(try listener.leave() == 0)
    let facts = try facts()
    #expect(facts.contains(.sectionRead("words")))
    #expect(facts.filter { $0.kind == "answer" }.count >= 3)
  }

  @Test func cardsAreTurnedTypedAndGraded() throws {
    let listener = try listen("cards")
    try listener.press(Words.Cards.unlock)
    for _ in 0..<60 where !listener.isOffered(Words.Cards.leave) {
      if listener.isOffered(Words.Cards.turn) {
        try listener.press(Words.Cards.turn)
        let grades = try #require(listener.latest.last { $0.contains(Words.Cards.good) })
        let grade = grades.split(separator: ", ").first { $0.hasSuffix(Words.Cards.good) }
        try listener.type(try #require(grade?.split(separator: " ").first.map(String.init)))
      } else if listener.isOffered(Words.Cards.showAnswer) {
        let isSum = listener.latest.contains { $0.hasPrefix("Softmax") }
        try listener.type(isSum ? "1" : "0")
      } else if listener.isOffered(Words.Cards.good) {
        try listener.press(Words.Cards.good)
      } else {
        try listener.type("")
      }
    }
    #expect(listener.transcript.contains { $0.shows(Words.Questions.isRight) })
    #expect(try listener.leave() == 0)
    #expect(try facts().filter { $0.kind == "review" }.count >= 10)
  }

  @Test func aQuizIsPlayedToItsResult() throws {
    let listener = try listen("quiz --count 6")
    try listener.press(Words.Quiz.askWhole)
    for _ in 0..<60 where !listener.isOffered(Words.Quiz.newRound) {
      try answerAnything(listener, next: Words.Quiz.next)
    }
    #expect(listener.transcript.contains { $0.contains(Words.Quiz.title(6, of: 6).spoken) })
    let result = Words.Quiz.result(right: 0, of: 6).dropFirst()
    #expect(listener.hears(String(result)))
    #expect(try listener.leave() == 0)
    let facts = try facts()
    #expect(facts.filter { $0.kind == "answer" }.count == 6)
    #expect(facts.contains { if case .quizDone(_, 6) = $0 { true } else { false } })
  }

  @Test func aSpeedChallengeHasNoClockForTheEar() throws {
    let listener = try listen("speed")
    try listener.press(Words.Quiz.askWhole)
    try listener.press(Words.Speed.start)
    #expect(listener.hears(Words.Speed.untimed))
    for _ in 0..<80 where !listener.isOffered(Words.Speed.playAgain) {
      try answerAnything(listener, next: Words.Speed.resume)
    }
    #expect(listener.hears(Words.Speed.accuracy(right: 0, answered: 0, percent: 0).suffix(1) + ""))
    #expect(try listener.leave() == 0)
    let isUntimed = try facts().contains {
      if case .speedRun(let run) = $0 { run.form == .untimed } else { false }
    }
    #expect(isUntimed)
  }

  @Test func aPlotAndAFigureAreReadOut() throws {
    let plot = try listen("plot gelu")
    #expect(plot.hears("GELU: x times Phi(x)"))
    try plot.press(Words.Curves.Keys.landmark)
    #expect(plot.hears("greatest slope") && plot.latest.count < 6, "\(plot.latest)")
    #expect(try plot.leave() == 0)

    let lesson = try listen("lesson 3")
    try lesson.press(Words.Reader.Keys.figure)
    let title = Words.Figures.title(1, section: 3)
    #expect(lesson.hears(Words.Figures.focused(title, caption: anything, .usual)))
    try lesson.pressOther(Words.Curves.Keys.cursor)
    #expect(lesson.hears("x 0.1") && lesson.latest.count < 4, "\(lesson.latest)")
    try lesson.press(Words.Reader.Keys.blur)
    #expect(try lesson.leave() == 0)
  }

  @Test func aTermIsLookedUp() throws {
    let listener = try listen("glossary")
    try listener.press(Words.Glossary.filter)
    try listener.type("dead")
    #expect(listener.selected == "dead unit")
    try listener.press(Words.Frame.open)
    let term = try #require(try TestCourse.small.get().glossary.term(spelled: "dead unit"))
    #expect(listener.hears(term.definition))
    try listener.press(Words.Common.back)
    #expect(try listener.leave() == 0)
  }

  @Test func aSearchIsHeardBeforeAHitIsOpened() throws {
    let listener = try listen("home")
    try listener.press(Words.Home.toSearch)
    try listener.type("logit")
    let first = try #require(listener.selected)
    #expect(first.contains("logit") && listener.isOffered(Words.Frame.open))
    try listener.pressOther(Words.Search.choose)
    #expect(listener.selected != first)
    // Another line is another search.
    try listener.type("dead unit")
    #expect(listener.selected?.contains("dead unit") == true)
    try listener.press(Words.Frame.open)
    #expect(listener.hears(Words.Glossary.title("dead unit")))
    #expect(try listener.leave() == 0)
  }

  @Test func theMindMapLeadsToAPassage() throws {
    let listener = try listen("map")
    for _ in 0..<12 where listener.selected?.contains("the gate") != true {
      try listener.pressOther(Words.Common.move)
      #expect(listener.latest.count <= 3, "\(listener.latest)")
    }
    try listener.press(Words.Common.goThere)
    #expect(listener.hears("A gate multiplies by a number"))
    #expect(try listener.leave() == 0)
  }

  @Test func progressAndItsSettings() throws {
    let listener = try listen("home")
    for _ in 0..<20 where listener.selected?.hasPrefix(Words.Progress.name) != true {
      try listener.type("Down")
    }
    try listener.press(Words.Frame.open)
    #expect(listener.hears(Words.Progress.sections))
    try listener.press(Words.Progress.setExam)
    #expect(listener.hears(Words.Progress.askExam(example: anything)))
    try listener.type("2099-01-31")
    #expect(listener.hears(Words.Progress.examSet))
    try listener.pressFromHelp(Words.Calibration.ask)
    #expect(listener.hears(Words.Calibration.isOn(.usual)))
    #expect(try listener.leave() == 0)
    let facts = try facts()
    #expect(facts.contains { if case .exam(.some) = $0 { true } else { false } })
    #expect(facts.contains(.asksForSureness(true)))
  }

  @Test func aNoteIsWrittenAndFoundAgain() throws {
    let listener = try listen("lesson 2")
    try listener.pressFromHelp(Words.Reader.Keys.note)
    try listener.type("blocks are bricks")
    try listener.press(Words.Marks.keep)
    #expect(listener.hears(Words.Marks.noteKept))
    try listener.pressFromHelp(Words.Reader.Keys.marks)
    #expect(listener.hears("blocks are bricks"))
    #expect(try listener.leave() == 0)
    #expect(try facts().contains(.note(section: "blocks", text: "blocks are bricks")))
  }

  @Test func theCertificateIsReadOut() throws {
    let missing = try listen("home")
    for _ in 0..<20 where missing.selected?.hasPrefix(Words.Certificate.name) != true {
      try missing.type("Down")
    }
    try missing.press(Words.Frame.open)
    #expect(missing.hears(Words.Certificate.missing))
    #expect(try missing.leave() == 0)
    try RecordBuilder.earned().write(to: record)
    let earned = try listen("home")
    for _ in 0..<20 where earned.selected?.hasPrefix(Words.Certificate.name) != true {
      try earned.type("Down")
    }
    try earned.press(Words.Frame.open)
    #expect(earned.hears(Words.Certificate.isEarned))
    #expect(try earned.leave() == 0)
  }

  @Test func aRaceRunsToItsEnd() throws {
    let listener = try listen("lab race --epochs 3")
    try listener.press(Words.Race.Keys.start)
    #expect(
      listener.latest.contains {
        $0.contains("3 of 3") || $0.contains("100.0 %") || $0.contains("%")
      })
    #expect(!listener.isOffered(Words.Race.Keys.start))
    #expect(try listener.leave() == 0)
    #expect(try facts().contains { $0.kind == "race" })
  }

  @Test func theEnvironmentAsksForPlainText() throws {
    for (value, isPlain) in [("1", true), ("yes", true), ("0", false)] {
      let run = try Binary.run(
        ["render", "home"], environment: ["ACCESSIBLE": value, "LC_ALL": "C.UTF-8"])
      #expect(run.status == 0 && run.output.contains("─") != isPlain, "\(value)")
    }
  }
}
