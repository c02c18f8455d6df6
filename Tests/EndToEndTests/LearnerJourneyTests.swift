import Activations
import Figures
import Foundation
import Lessons
import Practice
import TerminalUI
import TestCourse
import TestSupport
import Testing
import Words

/// The built program in a real terminal, with real keys.
@Suite(.serialized)
struct LearnerJourneyTests {
  private let record =
    FileManager.default.temporaryDirectory.path + "/tutor-\(UUID().uuidString)/progress.sqlite"

  private func open(_ arguments: String = "", size: (Int, Int) = (80, 24)) throws -> Tmux {
    try Tmux("TUTOR_PROGRESS=\(record) \(Binary.path) \(arguments) --seed 3", size: size)
  }

  /// Reads a section to its end, answers its questions, and continues.
  ///
  /// Waits for the screen before every key, so that slow machines pass.
  private func readFirstSection(_ terminal: Tmux) throws {
    try terminal.wait(for: TestCourse.Heading.words)
    try terminal.press("Space")
    try terminal.press("G")
    try terminal.wait(for: Words.Checks.heading)
    for key in ["1", "2", "3", "4", "1", "2", "3", "4", "1", "2", "3", "4"] {
      try terminal.press(key)
    }
    try terminal.wait(for: "✓ 100 %")
    try terminal.press("Space")
    try terminal.wait(for: TestCourse.Heading.blocks)
  }

  /// The line of a plot that shows the position of its cursor.
  private static func place(_ plot: String) throws -> String {
    PlotReadout(instrument: PlotInstrument(try PlotState(plot))).long[0]
  }

  @Test func aLearnersFirstTwoSessions() throws {
    let first = try open("--seed 3")
    try first.wait(for: Words.Welcome.turn(.usual))
    for _ in 1...5 { try first.press("Right") }
    try first.wait(for: Words.Welcome.insert(.usual))
    try first.press("r")
    try first.wait(for: Words.Welcome.done(.usual))
    try first.press("Space")
    try readFirstSection(first)
    try first.press("q")
    try first.wait(for: Words.Home.read)
    try first.press("p")
    try first.wait(for: Words.Plot.title("GELU"))
    try first.press("q")
    try first.wait(for: Words.Home.read)
    try first.press("c")
    for _ in 1...3 { try first.answerCard() }
    _ = try first.wait(for: Words.Cards.turn, or: Words.Cards.showAnswer)
    let place = Words.Home.reading(2, of: 3, title: "Every kind of block")
    try first.press("Escape")
    try first.wait(for: place)
    try first.press("q")
    try first.waitForEnd()

    let report = try RecordReport.of(record)
    #expect(report.sections.filter(\.isRead).map(\.id) == ["words"])
    // Three cards; a wrong answer in the lesson counts as one more.
    #expect(report.reviews >= 3)
    let second = try open()
    try second.wait(for: place)
    // The day begins with the card that is left.
    try second.press("Enter")
    _ = try second.wait(for: Words.Cards.turn, or: Words.Cards.showAnswer)
    try second.press("Escape")
    try second.wait(for: place)
    try second.press("1")
    try second.wait(for: TestCourse.Heading.blocks)
  }

  @Test func aPlotFromTheCommandLineLeadsBackToTheShell() throws {
    let terminal = try open("plot gelu")
    try terminal.wait(for: Words.Plot.title("GELU"))
    try terminal.press("q")
    try terminal.waitForEnd()
  }

  @Test func leavingTellsTheShellWhatWasLearnt() throws {
    let terminal = try Tmux("TUTOR_PROGRESS=\(record) \(Binary.path) cards --seed 3; sleep 60")
    try terminal.wait(for: Words.Cards.newAreLocked(11, .usual))
    try terminal.press("+")
    try terminal.wait(for: Words.Cards.think(.usual))
    try terminal.press("Space")
    try terminal.wait(for: Words.Cards.good)
    try terminal.press("2")
    try terminal.wait(for: Words.Cards.think(.usual))
    try terminal.press("q", "q")
    try terminal.wait(for: Words.Home.left(cards: 1, next: .minutes(10)))
  }

  @Test func aCompleteSpeedChallenge() throws {
    let terminal = try open("speed")
    try terminal.wait(for: Words.Speed.timedRules(seconds: 60))
    try terminal.press("w")
    try terminal.wait(for: "w " + Words.Quiz.askRead)
    try terminal.press("Enter")
    try terminal.wait(for: Words.Speed.ready)
    try terminal.wait(for: "0:5")
    let screen = try terminal.playSpeedGame(until: Words.Speed.outOfLives)
    #expect(screen.shows(Words.Speed.comparison(0, best: nil)))
    // A key that comes too soon was meant for the game, so it is pressed until it counts.
    let end = Date().addingTimeInterval(30)
    while try !terminal.screen().shows(Words.Home.read), Date() < end {
      try terminal.press("q")
      usleep(800_000)
    }
    try terminal.wait(for: Words.Home.read)
    try terminal.press("q")
    try terminal.waitForEnd()
    #expect(try RecordReport.of(record).speedRuns.count == 1)
  }

  @Test func aSpeedChallengeEndsByItself() throws {
    let terminal = try open("speed --seconds 5")
    try terminal.wait(for: Words.Speed.timedRules(seconds: 5))
    try terminal.press("w")
    try terminal.wait(for: "w " + Words.Quiz.askRead)
    try terminal.press("Enter")
    try terminal.wait(for: "0:05")
    // A key without a meaning is held, which must not delay the end.
    let end = Date().addingTimeInterval(20)
    while try RecordReport.of(record).speedRuns.isEmpty, Date() < end {
      for _ in 0..<10 { try terminal.press("z") }
    }
    #expect(try RecordReport.of(record).speedRuns.count == 1)
    try terminal.wait(for: Words.Speed.timeIsUp)
  }

  @Test func aClockSetBackIsReported() throws {
    let lines = """
      {"format":"tutor-record","version":1}
      {"id":"e1","time":4000000000,"utc_offset":0,"fact":{"review":{"card":"line","rating":3}}}

      """
    let file = record + ".jsonl"
    try FileManager.default.createDirectory(
      atPath: (record as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try lines.write(toFile: file, atomically: true, encoding: .utf8)
    #expect(try Binary.run(["progress", "import", file, "--progress", record]).status == 0)
    let terminal = try open()
    let days = (4_000_000_000 - Int(Date().timeIntervalSince1970)) / 86_400
    try terminal.wait(for: Words.StatusMessages.clockIsBehind(days: days))
    try terminal.press("q")
    try terminal.waitForEnd()
  }

  @Test func theWindowMayBeResized() throws {
    let terminal = try open("lesson 3")
    try terminal.wait(for: TestCourse.Heading.figures)
    try terminal.resize(30, 8)
    let (least, size) = (Size(width: 40, height: 12), Size(width: 30, height: 8))
    try terminal.wait(for: Words.Frame.tooSmall(least: least, size: size))
    try terminal.resize(100, 30)
    try terminal.wait(for: TestCourse.Heading.figures)
  }

  @Test func theFirstScreenIsSkippedByOneKeyAndNeverShownAgain() throws {
    for keys in [["Escape"], []] {
      let terminal = try open()
      if !keys.isEmpty { try terminal.wait(for: Words.Welcome.turn(.usual)) }
      for key in keys { try terminal.press(key) }
      let home = try terminal.wait(for: Words.Home.read)
      #expect(!home.shows(Words.Welcome.turn(.usual)))
      try terminal.press("q")
      try terminal.waitForEnd()
    }
  }

  @Test func aSignalEndsTheProgramAndRestoresTheTerminal() throws {
    for signal in ["TERM", "HUP", "INT"] {
      let terminal = try open()
      try terminal.wait(for: Words.Welcome.turn(.usual))
      try terminal.signal(signal)
      let screen = try terminal.waitForEnd(nil)
      #expect(!screen.shows(Words.Welcome.turn(.usual)))
    }
  }

  @Test func aLocaleWithoutUTF8GetsASCII() throws {
    let terminal = try Tmux(
      "LC_ALL=C LANG=C TUTOR_PROGRESS=\(record) \(Binary.path)")
    let screen = try terminal.wait(for: Words.Welcome.turn(KeyNames(.usual, .ascii)))
    #expect(screen.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func aCrashRestoresTheTerminal() throws {
    for signal in ["ILL", "SEGV", "ABRT"] {
      let terminal = try open()
      try terminal.wait(for: Words.Welcome.turn(.usual))
      try terminal.signal(signal)
      let screen = try terminal.waitForEnd(nil)
      #expect(screen.shows(Words.Failures.crashed(unsaved: 0)))
      #expect(!screen.shows(Words.Welcome.turn(.usual)))
    }
  }

  @Test func answersPersistAcrossRuns() throws {
    let terminal = try open("cards")
    try terminal.wait(for: Words.Cards.unlock)
    try terminal.press("+")
    try terminal.wait(for: Words.Cards.title(10, toGo: 10, again: 0))
    try terminal.press("Space")
    try terminal.wait(for: Words.Cards.good)
    try terminal.press("2")
    try terminal.wait(for: Words.Cards.title(10, toGo: 9, again: 1))
    try terminal.signal("KILL")
    try terminal.waitForEnd(137)
    #expect(try RecordReport.of(record).reviews == 1)
  }

  @Test func theTutorIsSuspendedAndResumed() throws {
    let shell = try Tmux("bash --norc --noprofile -i")
    try shell.press("TUTOR_PROGRESS=\(record) \(Binary.path) lesson 2", "Enter")
    try shell.wait(for: TestCourse.Heading.blocks)
    try shell.press("C-z")
    let asleep = try shell.wait(for: "Stopped")
    #expect(!asleep.shows(Words.Reader.Keys.nextPage))
    try shell.press("echo 'I am' awake", "Enter")
    try shell.wait(for: "I am awake")
    try shell.resize(90, 30)
    try shell.press("fg", "Enter")
    try shell.wait(for: TestCourse.Heading.blocks)
    try shell.press("]")
    try shell.wait(for: TestCourse.Heading.figures)
    try shell.press("q")
    try shell.wait(for: Words.Home.read)
    try shell.press("q")
    // Keys that come while the program ends are lost, as in any program that restores the terminal.
    let end = Date().addingTimeInterval(20)
    while try shell.screen().shows(Words.Home.read), Date() < end {
      Thread.sleep(forTimeInterval: 0.05)
    }
    try shell.press("Enter", "exit", "Enter")
    try shell.waitForEnd()
  }

  @Test func terminalsWithoutColourWork() throws {
    for words in ["TERM=vt100", "NO_COLOR=1"] {
      let terminal = try Tmux("\(words) TUTOR_PROGRESS=\(record) \(Binary.path) lesson 1")
      try terminal.wait(for: Words.Frame.keys)
      #expect(try terminal.colors.isEmpty, "\(words)")
    }
    let never = try open("lesson 1 --color never")
    try never.wait(for: Words.Frame.keys)
    #expect(try never.colors.isEmpty)
    let colored = try open("lesson 1")
    try colored.wait(for: Words.Frame.keys)
    let heading = 63
    let colors = try colored.colors
    #expect(colors.contains(heading), "\(colors)")
  }

  @Test func codeIsCopiedToTheClipboard() throws {
    let terminal = try open("lesson blocks")
    try terminal.wait(for: TestCourse.Heading.blocks)
    try terminal.tmux("set-option", "-g", "set-clipboard", "on")
    try terminal.press("/", "m", "a", "x", "Enter")
    try terminal.wait(for: "return max(0, x)")
    try terminal.press("y")
    try terminal.wait(for: Words.Reader.copied(lines: 2))
    #expect(try terminal.tmux("show-buffer").shows("def relu(x)"))
  }

  @Test func anEditedLessonIsReloaded() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/course-\(UUID().uuidString)"
    try FileManager.default.copyItem(atPath: TestCourse.folder, toPath: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let terminal = try open("lesson 2 --course \(folder)", size: (180, 24))
    try terminal.wait(for: TestCourse.Heading.blocks)
    try terminal.press("Space")
    let file = folder + "/sections/02-blocks.md"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    /// Gives the section a title, and waits for it on the screen.
    func edit(_ file: String, title: String) throws {
      try text.replacing("# Every kind of block", with: "# " + title)
        .write(toFile: file, atomically: true, encoding: .utf8)
      try terminal.wait(for: "2 " + title)
    }
    try edit(file, title: "Edited kinds")
    try "no title".write(toFile: file, atomically: true, encoding: .utf8)
    try terminal.wait(for: file + ":1:1: " + ContentError.Problem.missingTitle.sentence)
    try terminal.press("j")
    try terminal.wait(for: "2 Edited kinds")
    // Replaces all sections; one of them is then in another folder.
    try FileManager.default.removeItem(atPath: file)
    try FileManager.default.moveItem(
      atPath: folder + "/sections", toPath: folder + "/chapters")
    let lesson = folder + "/lesson.json"
    let outline = try String(contentsOfFile: lesson, encoding: .utf8)
    try outline.replacing("sections/", with: "chapters/")
      .write(toFile: lesson, atomically: true, encoding: .utf8)
    let moved = folder + "/chapters/02-blocks.md"
    try terminal.wait(for: moved + ":1:1: " + ContentError.Problem.missingFile.sentence)
    try edit(moved, title: "Moved kinds")
    try FileManager.default.moveItem(atPath: folder, toPath: folder + "-away")
    try terminal.wait(for: Words.Files.noFolder(folder))
    try FileManager.default.moveItem(atPath: folder + "-away", toPath: folder)
    try edit(moved, title: "Kinds again")
  }

  @Test func searchBookmarkAndNoteOutliveTheProgram() throws {
    let first = try open("lesson 1")
    try first.wait(for: TestCourse.Heading.words)
    try first.press("/", "n", "e", "s", "t", "e", "d", "Enter")
    try first.wait(for: TestCourse.Heading.blocks)
    let (name, note) = ("dead", "Hmm")
    try first.press("m", "C-u", name, "Enter")
    try first.wait(for: Words.Reader.bookmarked(name, .usual))
    try first.press("e")
    try first.wait(for: Words.Marks.note(on: 2, title: "Every kind of block"))
    try first.press(note, "Escape")
    try first.wait(for: Words.Marks.noteKept)
    try first.signal("KILL")
    try first.waitForEnd(137)
    let second = try open("lesson 1")
    try second.wait(for: TestCourse.Heading.words)
    try second.press("'")
    for typed in [name, note] { try second.wait(for: typed) }
    try second.press("Enter")
    try second.wait(for: TestCourse.Heading.blocks)
  }

  @Test func thePlotEnablesAndDisablesTheMouse() throws {
    let terminal = try open("plot")
    try terminal.wait(for: Self.place("gelu"))
    try terminal.press("M")
    try terminal.wait(for: Words.Plot.mouseOn(.usual))
    #expect(try terminal.reportsMouse)
    try terminal.type("\u{1B}[<0;11;9M")
    try terminal.wait(for: Self.place("gelu/at=-4.0222"))
    try terminal.press("x", "q")
    try terminal.wait(for: Words.Home.flashcards)
    #expect(try !terminal.reportsMouse)
  }

  @Test func aFocusedFigureOpensInTheExplorer() throws {
    let terminal = try open("lesson 3")
    try terminal.wait(for: TestCourse.Heading.figures)
    try terminal.press("Tab")
    try terminal.wait(for: Words.Figures.leaves(.usual))
    try terminal.press("Right", "n")
    let sigmoid = try Catalogue.activation(named: "sigmoid").withDefaults
    try terminal.wait(for: try #require(sigmoid.landmarks.first { $0.x > 0 }).description)
    try terminal.press("p")
    try terminal.wait(for: Words.Plot.title("Sigmoid"))
    try terminal.press("Escape")
    try terminal.wait(for: Words.Figures.leaves(.usual))
  }
}
