import Foundation
import LearnerRecord
import Practice
import TestSupport
import Testing
import Words

/// Keys in pieces, time away, and signals at any moment.
struct ClockAndSignalTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/tutor-\(UUID().uuidString)"
  private var record: String { folder + "/progress.sqlite" }

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  @Test func aSplitSequenceIsOneKeyAndALoneEscapeIsAnother() throws {
    let terminal = try Pty(
      ["glossary", "--progress", record], environment: ["ESCDELAY": "3000"])
    func selected(_ screen: Emulator) -> Int? { screen.lines.firstIndex { $0.hasPrefix(" > ") } }
    #expect(terminal.wait { selected($0) != nil }, "\(terminal.screen.text)")
    let first = try #require(selected(terminal.screen))
    for (number, pieces) in [["\u{1B}", "[B"], ["\u{1B}[", "B"], ["\u{1B}", "O", "B"]].enumerated()
    {
      for piece in pieces {
        terminal.type(piece)
        terminal.read(patience: 150)
      }
      #expect(terminal.wait { selected($0) == first + number + 1 }, "\(terminal.screen.text)")
    }
    terminal.type("\u{1B}")
    terminal.expect(Words.Home.flashcards)
  }

  /// A suspension pauses the game; the answer cannot have taken longer than the time without the stop.
  @Test func aSuspensionPausesTheGameAndIsNoAnswerTime() throws {
    let terminal = try Pty(["speed", "--progress", record])
    terminal.expect(Words.Speed.timedRules(seconds: 60))
    terminal.type("w")
    terminal.expect(Words.Quiz.askRead)
    let start = Date()
    terminal.type("\r")
    // After the countdown of three seconds.
    terminal.expect("Space " + Words.Speed.pause)
    // Answers are accepted once a question could be read.
    usleep(300_000)
    kill(terminal.child, SIGSTOP)
    let stop = 4.0
    Thread.sleep(forTimeInterval: stop)
    kill(terminal.child, SIGCONT)
    terminal.expect(Words.Speed.paused(.usual))
    terminal.type(" 1")
    var times: [Int] = []
    let end = Date().addingTimeInterval(20)
    while times.isEmpty, Date() < end {
      terminal.read(patience: 10)
      times = try LearnerRecord(path: record).newEvents().compactMap { event in
        if case .answer(_, _, .speed, let time, _, _, _) = event.fact { time } else { nil }
      }
    }
    let awake = (Date().timeIntervalSince(start) - stop - 3) * 1000
    #expect(Double(try #require(times.first)) <= awake)
    terminal.killNow()
  }

  @Test func aBlockedTerminalDoesNotPreventExit() throws {
    let terminal = try Pty(["glossary", "--progress", record], size: (200, 60))
    terminal.expect("? " + Words.Frame.keys)
    // Nobody reads the repaints that this causes.
    #expect(terminal.type("\u{C}", untilBlocked: 30))
    kill(terminal.child, SIGTERM)
    let end = Date().addingTimeInterval(20)
    while !terminal.hasEnded, Date() < end { usleep(5000) }
    #expect(terminal.status == SIGTERM)
  }

  @Test func aSignalDuringExitLetsItFinish() throws {
    var random = SeededRandom(seed: 11)
    for number in 0..<12 {
      let file = "\(folder)/leaving-\(number).sqlite"
      let terminal = try Pty(CardLearner.arguments(new: 30, record: file))
      let learner = CardLearner(terminal)
      #expect(learner.grade(until: Date().addingTimeInterval(60)))
      terminal.type("qq")
      usleep(UInt32(random.next(below: 12_000)))
      kill(terminal.child, [SIGTERM, SIGHUP, SIGINT][number % 3])
      #expect(terminal.waitForEnd(seconds: 20) && terminal.status == 0)
    }
  }

  @Test func aCrashReportsUnsavedEvents() throws {
    try #require(FileManager.default.createFile(atPath: folder + "/file", contents: nil))
    for isSaved in [true, false] {
      let file = isSaved ? record : folder + "/file/progress.sqlite"
      let terminal = try Pty(CardLearner.arguments(new: 30, record: file))
      #expect(CardLearner(terminal).grade(until: Date().addingTimeInterval(60)))
      kill(terminal.child, SIGSEGV)
      #expect(terminal.waitForEnd())
      let text = terminal.screen.text
      #expect(text.shows(Words.Failures.crashed(unsaved: 0)) == isSaved, "\(text)")
      #expect(text.shows(Words.Failures.crashed(unsaved: 1)) == !isSaved, "\(text)")
    }
  }

  #if os(Linux)
    /// A thread that waits with a timeout wakes the machine; none is left after the daily copy.
    @Test func noThreadIsLeftThatWakes() throws {
      let terminal = try Pty(CardLearner.arguments(new: 30, record: record))
      let learner = CardLearner(terminal)
      #expect(learner.grade(until: Date().addingTimeInterval(60)))
      terminal.type("qq")
      #expect(terminal.waitForEnd())
      for screen in ["home", "lesson", "cards", "speed", "plot"] {
        let again = try Pty([screen, "--progress", record])
        again.expect("? " + Words.Frame.keys)
        let tasks = "/proc/\(again.child)/task"
        let isAlone = again.wait { _ in
          (try? FileManager.default.contentsOfDirectory(atPath: tasks).count) == 1
        }
        #expect(isAlone, "\(screen)")
      }
    }
  #endif

  @Test func plainTextSessionsAnswerEveryLine() throws {
    let run = try Shell.run(
      "/bin/sh",
      [
        "-c",
        "printf 'Home\\nnix\\033[31m\\n' | '\(Binary.path)' glossary --plain --progress '\(record)'",
      ])
    #expect(run.output.shows(Words.Plain.unchanged), "\(run.output)")
    let refusal = Words.Plain.noKey(anything, .usual)
    #expect(run.output.shows(refusal) || run.errors.shows(refusal))
    #expect(!run.output.utf8.contains(0x1B) && !run.errors.utf8.contains(0x1B))
  }
}
