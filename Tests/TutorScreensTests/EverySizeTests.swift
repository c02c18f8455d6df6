import Figures
import Foundation
import Lessons
import NeuralLab
import Practice
import TerminalUI
import TestCourse
import TestSupport
import Testing
import Words

@testable import TutorScreens

/// Every screen, with every kind of record, at every size from 0x0.
///
/// The suite draws a part of the sizes for each screen and record, and all sizes in total; `TUTOR_SOAK` draws all.
struct EverySizeTests {
  private static let isSoak = ProcessInfo.processInfo.environment["TUTOR_SOAK"] != nil
  private static let sizes: [Size] =
    (0...12).flatMap { width in (0...12).map { Size(width: width, height: $0) } }
    + [13, 20, 29, 30, 39, 40, 41, 63, 80, 200].flatMap { width in
      [0, 1, 11, 12, 13, 24, 60].map { Size(width: width, height: $0) }
    }
  private static let states = ScreenTests.states + [("lab-race", "Space"), ("progress", "x 9")]

  @Test(arguments: PastKind.allCases) func everyScreenIsDrawn(past: PastKind) throws {
    let learner = past.learner(of: try TestCourse.small.get())
    for (index, state) in Self.states.enumerated() {
      var harness = try ScreenHarness(
        state.0, Size(width: 80, height: 24), Charset.allCases[index % 3])
      harness.context.learner = learner
      harness.send(.appeared)
      harness.press(state.1)
      if state == ("lab-race", "Space") { harness.send(.tick) }
      let share = Self.isSoak ? 1 : 23
      for (number, size) in Self.sizes.enumerated()
      where (number + index + 5 * past.rawValue).isMultiple(of: share) {
        harness.context.size = size
        for key in ["", "Down", "PageDown", "Up"] {
          harness.press(key)
          let frame = harness.session.view(in: harness.context)
          #expect(frame.size == size, "\(state) \(size)")
          guard harness.context.charset == .ascii else { continue }
          let isASCII = frame.lines.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }
          #expect(isASCII, "\(state) \(size)")
        }
      }
      #expect(harness.plainText.shows(Words.Frame.footer([])), "\(state)")
    }
  }

  @Test(arguments: PastKind.allCases) func progressFitsEightColumnsAndFewer(past: PastKind) throws {
    let bundle = try TestCourse.small.get()
    var harness = try ScreenHarness("progress", Size(width: 80, height: 24))
    harness.context.learner = past.learner(of: bundle)
    for size in [(8, 24), (1, 1), (0, 0), (3, 90), (80, 24)] {
      harness.context.size = Size(width: size.0, height: size.1)
      harness.press("Down Down")
      #expect(harness.session.view(in: harness.context).size == harness.context.size)
    }
    for width in 0...30 {
      let text = ProgressText(harness.context, width: width)
      #expect(!text.lines.isEmpty)
    }
    for _ in 0..<8 { harness.press("PageUp") }
    #expect(harness.shows(Words.Progress.sections))
  }

  @Test func recordKindsMatchTheirNames() throws {
    let bundle = try TestCourse.small.get()
    let day = LocalDay(unixSeconds: PastKind.now, utcOffsetSeconds: 0)
    for past in PastKind.allCases {
      let learner = past.learner(of: bundle)
      #expect(CertificateProgress(learner, of: bundle, on: day).isEarned == (past == .earned))
      #expect((learner.exam != nil) == (past == .exam))
      #expect(learner.activity.isEmpty == (past == .empty))
    }
  }

  private static let figures: [Figure] = [
    .plot(PlotFigure(functions: ["gelu"])),
    .plot(PlotFigure(functions: ["relu", "swish:beta=2", "step"], derivative: .overlaid)),
    .plot(PlotFigure(functions: ["swiglu"], derivative: .none)),
    .softmax(SoftmaxFigure(logits: [2, 1])),
    .softmax(
      SoftmaxFigure(
        logits: [20, -20, 0, 1, 2, 3, 4, 5], temperature: 0.05,
        labels: ["猫", "a longer name than there is room for", "", "d", "e", "f", "g", "h"])),
    .gradient(GradientFigure(functions: ["sigmoid", "relu", "prelu"], layers: 100, input: -20)),
    .collapse(
      CollapseFigure(first: .init(weight: 10, bias: -10), second: .init(weight: -10, bias: 10))),
    .hinges(HingesFigure(target: .sine, units: 16)),
  ]

  @Test(arguments: figures.indices) func everyFigureIsDrawn(index: Int) {
    var live = LiveFigure(Self.figures[index])
    for size in Self.sizes {
      for key in "]n+r" { _ = live.press(.character(key)) }
      for charset in Charset.allCases {
        for isFocused in [false, true] {
          #expect(live.frame(size, charset, isFocused: isFocused).size == size)
        }
      }
      #expect(live.height(rows: size.height) > 0)
    }
    #expect(!live.words.isEmpty)
  }
}

/// Kinds of records, one for every part of the screens that depends on one.
enum PastKind: Int, CaseIterable {
  case empty, oneAnswer, months, finished, earned, exam

  /// The time of ``ScreenHarness``.
  static let now = 1_800_000_000

  func learner(of bundle: LessonBundle) -> Learner {
    var learner = Learner()
    var ids = EventClock()
    var number: UInt64 = 0
    func learn(daysAgo: Int, _ fact: Fact) {
      number += 1
      let time = Self.now - daysAgo * 86_400 - 3600 + Int(number % 3000)
      learner.apply(
        LearnerEvent(
          id: ids.next(at: UInt64(time) * 1000, random: number), time: time, utcOffset: 0,
          fact: fact))
    }
    let cards = bundle.deck.flashcards.map(\.id)
    let questions = bundle.deck.questions.map(\.id)
    func answer(_ place: Int, daysAgo: Int) {
      let isRight = !place.isMultiple(of: 3)
      learn(
        daysAgo: daysAgo,
        .answer(
          question: questions[place % questions.count], isRight: isRight, mode: .quiz,
          milliseconds: 4000,
          mistake: isRight ? nil : "Mixes up slope and value, number \(place % 7)."))
    }
    switch self {
    case .empty: break
    case .oneAnswer: answer(1, daysAgo: 0)
    case .months, .exam:
      for day in stride(from: 140, through: 0, by: -1) where !day.isMultiple(of: 4) {
        for step in 0..<(3 + day % 7) {
          learn(
            daysAgo: day,
            .review(
              card: cards[(day * 5 + step * 11) % cards.count], rating: step == 0 ? .again : .good))
        }
        answer(day, daysAgo: day)
      }
      learn(
        daysAgo: 9, .speedRun(SpeedRun(score: 900, right: 9, answered: 10, seconds: 60, seed: 1)))
      learn(daysAgo: 8, .suspended(card: cards[2], isSuspended: true))
      learn(daysAgo: 7, .review(card: "gone", rating: .good))
      learn(
        daysAgo: 6,
        .race(
          RaceResult(
            data: "digits", model: "mlp", rate: 0.01, epochs: 3, seed: 1,
            lanes: [
              .init(activation: "relu", accuracy: 0.987, secondsPerEpoch: 0.1),
              .init(activation: "gelu", accuracy: nil, secondsPerEpoch: 0),
            ])))
      let today = LocalDay(unixSeconds: Self.now, utcOffsetSeconds: 0)
      if self == .exam { learn(daysAgo: 0, .exam(day: today.number + 30)) }
    case .finished, .earned:
      for section in bundle.lesson.sections { learn(daysAgo: 30, .sectionRead(section.id)) }
      for day in [24, 20, 9, 1] {
        for card in cards { learn(daysAgo: day, .review(card: card, rating: .good)) }
      }
      learn(daysAgo: 0, .quizDone(right: self == .earned ? 10 : 5, total: 10))
      answer(2, daysAgo: 0)
    }
    return learner
  }
}
