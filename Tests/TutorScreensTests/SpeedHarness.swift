import Lessons
import Practice
import TerminalUI
import Testing
import Words

@testable import TutorScreens

/// A player of the Speed Challenge.
extension ScreenHarness {
  var speed: SpeedScreen? { session.top as? SpeedScreen }
  var speedRuns: [SpeedRun] {
    facts.compactMap { if case .speedRun(let run) = $0 { run } else { nil } }
  }
  /// The answers so far: whether each was right.
  var answers: [Bool] {
    facts.compactMap { fact in
      if case .answer(_, let isRight, .speed, _, _, _, _) = fact { isRight } else { nil }
    }
  }

  /// The digit of a right or a wrong choice of the present question.
  func digit(right isRight: Bool) -> String {
    let choices = speed?.game?.question.choices ?? []
    return "\((choices.firstIndex { $0.isCorrect == isRight } ?? 0) + 1)"
  }

  /// Starts a game and waits for its first question.
  mutating func begin(_ key: String = "Enter") { press("\(key) +3200") }

  mutating func answer(right isRight: Bool) { press(digit(right: isRight)) }

  /// Answers wrongly and goes on.
  mutating func miss() {
    answer(right: false)
    press("+400 Space +200")
  }

  /// Answers rightly until a question with curves of functions to choose from is asked.
  mutating func untilCurve() {
    for _ in 0..<60 {
      guard case .curve(_, let question)? = speed?.game?.question.card.form,
        question.choices.allSatisfy({ $0.function != nil })
      else {
        answer(right: true)
        continue
      }
      return
    }
    Issue.record("no question with curves")
  }
}

extension SpeedScreen {
  var isPlaying: Bool { if case .playing = phase { true } else { false } }
  var isPaused: Bool { if case .paused = phase { true } else { false } }
  var isStopped: Bool { if case .stopped = phase { true } else { false } }
  var isOver: Bool { if case .over = phase { true } else { false } }
  var isTimeUp: Bool { if case .timeUp = phase { true } else { false } }
}
