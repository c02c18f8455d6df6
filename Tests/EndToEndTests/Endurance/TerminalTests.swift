import Foundation
import LearnerRecord
import Practice
import TerminalUI
import TestCourse
import TestSupport
import Testing
import Words

/// Terminals that resize, send garbage, disappear, or support nearly nothing.
struct TerminalTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/tutor-\(UUID().uuidString)"
  private var record: String { folder + "/progress.sqlite" }

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  /// The rendering of a screen without a terminal.
  private func rendered(_ screen: String, _ size: String) throws -> [String] {
    let run = try Binary.run(
      ["render", screen, "--size", size, "--charset", "ascii", "--seed", "1"],
      environment: ["LC_ALL": "C"])
    try #require(run.status == 0, "\(run.errors)")
    return run.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map {
      String($0.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// Random sizes down to one cell, and keys; then the screen is the same as without them.
  @Test func aThousandResizesDuringInputLeaveACorrectScreen() throws {
    let terminal = try Pty(["map", "--seed", "1", "--progress", record])
    terminal.expect(Words.MindMap.name)
    var random = SeededRandom(seed: 4)
    let keys = [
      "j", "k", "h", "l", " ", "g", "G", "1", "3", "\u{1B}[B", "\u{1B}OA", "?", "\u{C}", "x",
    ]
    for _ in 0..<1000 * StressFactor.factor {
      let isTiny = random.next(below: 4) == 0
      try terminal.resize(
        1 + random.next(below: isTiny ? 12 : 200), 1 + random.next(below: isTiny ? 6 : 70))
      for _ in 0..<random.next(below: 4) {
        terminal.type(keys[random.next(below: keys.count)])
      }
      terminal.read(patience: 0)
      try #require(!terminal.hasEnded)
    }
    try terminal.resize(80, 24)
    // Leaves the help page if it is open; a key without effect on the map.
    terminal.type("x")
    terminal.type("\u{C}")
    terminal.type("q")
    terminal.expect(Words.Home.flashcards)
    let home = try rendered("home", "80x24")
    #expect(terminal.wait { $0.lines == home }, "\(terminal.screen.text)\n\(home)")
    #expect(terminal.screen.unknown.isEmpty, "\(terminal.screen.unknown)")
    terminal.type("q")
    #expect(terminal.waitForEnd() && terminal.status == 0)
    #expect(!terminal.screen.modes.contains(.alternateScreen))
  }

  @Test(arguments: [
    "dumb", "vt100", "vt220", "linux", "screen", "screen-256color", "tmux-256color", "xterm-mono",
    "xterm-16color", "xterm-color", "xterm-256color", "ansi", "vt52", "no-such-terminal", "",
  ]) func everyKindOfTerminalIsSupportedOrRefused(kind: String) throws {
    let terminal = try Pty(
      ["lesson", "1", "--progress", record], environment: ["TERM": kind])
    if terminal.wait(seconds: 20, { $0.text.shows(TestCourse.Heading.words) }) {
      terminal.type("q")
      terminal.type("q")
      #expect(terminal.waitForEnd() && terminal.status == 0, "\(kind)")
    } else {
      // No escape sequences, and one line that says what to do.
      #expect(terminal.status == 1 << 8, "\(kind): \(terminal.screen.text)")
      #expect(terminal.screen.text.hasPrefix("tutor: "), "\(kind): \(terminal.screen.text)")
      #expect(["dumb", "no-such-terminal", "", "xterm-16color"].contains(kind), "\(kind)")
    }
  }

  @Test(arguments: ["C", "C.UTF-8", "POSIX", "xx_YY.no-such", "de_DE.ISO-8859-1"])
  func everyLocaleWorks(locale: String) throws {
    let terminal = try Pty(["cards", "--progress", record], environment: ["LC_ALL": locale])
    terminal.expect(Words.Cards.unlock)
    let isASCII = terminal.screen.text.utf8.allSatisfy { $0 < 0x80 }
    #expect(isASCII == (locale != "C.UTF-8"))
    terminal.type("qq")
    #expect(terminal.waitForEnd() && terminal.status == 0)
  }

  /// Pastes of everything, including meaningless escape sequences and mouse reports.
  @Test func aMegabyteOfGarbageIsHandled() throws {
    var random = SeededRandom(seed: 9)
    var rubbish: [UInt8] = []
    let pieces = [
      "\u{1B}[<35;70;12M", "\u{1B}[M !!", "\u{1B}[200~", "\u{1B}[201~", "\u{1B}]0;title\u{7}",
      "\u{1B}[99999999999999999;1H", "\u{1B}[?1;2c", "\u{1B}P1$r\u{1B}\\", "\u{1B}[<0;1;",
      "\u{1B}O",
      "é", "漢", "\u{301}",
    ].map { Array($0.utf8) }
    while rubbish.count < 1 << 20 {
      if random.next(below: 20) == 0 {
        rubbish += pieces[random.next(below: pieces.count)]
      } else {
        rubbish.append(UInt8(random.next(below: 256)))
      }
    }
    // The terminal treats these as signals; a note keeps the others from leaving the screen.
    rubbish.removeAll { [0x03, 0x1A, 0x1C, 0x13, 0x11, 0x0F].contains($0) }
    let terminal = try Pty(["lesson", "1", "--progress", record])
    terminal.expect(TestCourse.Heading.words)
    terminal.type("e")
    terminal.expect(Words.Marks.note(on: 1, title: "Words and pages"))
    terminal.type(rubbish)
    // It may have left the note, and quit by q; otherwise it still responds.
    if !terminal.hasEnded {
      for _ in 0..<12 where !terminal.hasEnded {
        terminal.type("\u{1B}")
        terminal.read(patience: 60)
      }
      terminal.type("qqqq")
    }
    #expect(terminal.waitForEnd(seconds: 60) && terminal.status == 0, "\(terminal.screen.text)")
    #expect(!terminal.screen.modes.contains(.alternateScreen))
    let note = try LearnerRecord(path: record).newEvents().compactMap { event in
      if case .note(_, let text) = event.fact { text } else { nil }
    }
    #expect(
      note.joined().unicodeScalars.allSatisfy {
        $0 == "\n" || $0.properties.generalCategory != .control
      })
  }

  @Test func aClosedWindowEndsTheProgramWithEverythingSaved() throws {
    for ignoresHangup in [false, true] {
      let file = "\(folder)/\(ignoresHangup).sqlite"
      let program =
        "'\(Binary.path)' cards --new 30 --course '\(CardLearner.course)' --progress '\(file)'"
      let terminal = try Pty(
        ["-c", ignoresHangup ? "trap '' HUP; exec \(program)" : "exec \(program)"],
        program: "/bin/sh")
      let learner = CardLearner(terminal)
      let end = Date().addingTimeInterval(60)
      for _ in 0..<4 { #expect(learner.grade(until: end)) }
      terminal.hangUp()
      // Ends by itself, and does not spin.
      #expect(terminal.waitForEnd(seconds: 20))
      let reviews = try LearnerRecord(path: file).newEvents()
        .count { if case .review = $0.fact { true } else { false } }
      #expect(reviews == 4)
    }
  }

  /// A shell forwards the signal it receives itself, so that two arrive.
  @Test func aSecondStopRequestDoesNotInterruptTheFirst() throws {
    var random = SeededGenerator(seed: 5)
    for number in 0..<12 {
      let file = "\(folder)/twice-\(number).sqlite"
      let terminal = try Pty(CardLearner.arguments(new: 30, record: file))
      let learner = CardLearner(terminal)
      #expect(learner.grade(until: Date().addingTimeInterval(60)))
      kill(terminal.child, SIGHUP)
      usleep(UInt32(random.next() % 12_000))
      kill(terminal.child, SIGHUP)
      #expect(terminal.waitForEnd(seconds: 20))
      #expect(try LearnerRecord(path: file).newEvents().count >= 1)
      let left = try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { $0.hasPrefix("twice-\(number).") && $0.recordFileKinds.contains(.part) }
      #expect(left.isEmpty, "\(left)")
    }
  }

  @Test func pastedTextIsNotExecutedAsKeys() throws {
    let terminal = try Pty(["lesson", "3", "--progress", record], environment: ["TERM": "xterm"])
    terminal.expect("? " + Words.Frame.keys)
    terminal.type("\u{1B}[200~qqe1\u{1B}[201~")
    terminal.expect(Words.StatusMessages.pasteIgnored)
    terminal.type("/\u{1B}[200~swish\nq\u{1B}[201~")
    terminal.expect("swish q")
    terminal.type("\u{15}gelu\r")
    terminal.expect("of")
    terminal.type("e\u{1B}[200~one\ntwo\u{1B}")
    terminal.type("[201~")
    #expect(
      terminal.wait { screen in
        screen.lines.map { String($0.drop { $0 == " " }) }.contains(["one", "two"])
      }, "\(terminal.screen.text)")
    #expect(terminal.screen.modes.contains(.pasteBrackets))
    terminal.type("\u{1B}")
    terminal.expect(Words.Marks.noteKept)
    terminal.type("qqq")
    #expect(terminal.waitForEnd())
    #expect(!terminal.screen.modes.contains(.pasteBrackets))
  }

  /// After any end the terminal's settings and its former screen are restored.
  @Test(arguments: ["q", "TERM", "INT", "HUP", "QUIT", "SEGV", "ABRT", "STOP"])
  func theTerminalIsRestored(end: String) throws {
    let shell = try Pty([], program: "/bin/sh", environment: ["PS1": "$ ", "ENV": ""])
    shell.expect("$")
    shell.type("stty -a > '\(folder)/before'; echo be''fore\n")
    shell.expect("before")
    shell.type("'\(Binary.path)' plot --progress '\(record)'; echo af''ter\n")
    shell.expect(Charset.ascii.text(Words.Plot.title("GELU")))
    #expect(shell.screen.modes.contains(.alternateScreen))
    if end == "q" {
      shell.type("qq")
    } else {
      let children = try Shell.run("/bin/sh", ["-c", "cat /proc/\(shell.child)/task/*/children"])
      let child = try #require(Int32(children.output.split(separator: " ").first ?? ""))
      let numbers = [
        "TERM": SIGTERM, "INT": SIGINT, "HUP": SIGHUP, "QUIT": SIGQUIT, "SEGV": SIGSEGV,
        "ABRT": SIGABRT, "STOP": SIGTSTP,
      ]
      kill(child, try #require(numbers[end]))
    }
    shell.expect("after")
    shell.type("\nstty -a > '\(folder)/after'; echo do''ne\n")
    shell.expect("done")
    #expect(!shell.screen.modes.contains(.alternateScreen), "\(shell.screen.modes)")
    #expect(shell.screen.lines.count { $0 == "before" } == 1)
    let states = try ["before", "after"].map {
      try String(contentsOfFile: folder + "/" + $0, encoding: .utf8)
    }
    #expect(states[0] == states[1])
    let flags = Set(states[0].split { $0 == " " || $0 == "\n" || $0 == ";" })
    #expect(flags.isSuperset(of: ["icanon", "ixon"]), "\(flags)")
  }
}
