import Foundation
import Testing

/// The built program in a real terminal, with real keys.
@Suite(.serialized)
struct LearnerJourneyTests {
  private let record =
    FileManager.default.temporaryDirectory.path + "/tutor-\(UUID().uuidString)/progress.sqlite"

  private func open(_ arguments: String = "", size: (Int, Int) = (80, 24)) throws -> Tmux {
    try Tmux("TUTOR_PROGRESS=\(record) \(Binary.path) \(arguments) --seed 3", size: size)
  }

  /// Reads a section to its end, answers the questions there, and goes on.
  ///
  /// Nothing is pressed before the screen shows what it is meant for, however slow the machine is.
  private func read(_ section: String, then next: String, _ terminal: Tmux) throws {
    try terminal.wait(for: section)
    try terminal.press("Space")
    try terminal.press("G")
    try terminal.wait(for: "Check yourself")
    for key in ["1", "2", "3", "4", "1", "2", "3", "4", "1", "2", "3", "4"] {
      try terminal.press(key)
    }
    try terminal.wait(for: "✓ 100 %")
    try terminal.press("Space")
    try terminal.wait(for: next)
  }

  @Test func aLearnersFirstTwoSittings() throws {
    let first = try open("--seed 3")
    try first.wait(for: "Welcome")
    try first.press("Enter")
    try first.wait(for: "1 Why a network needs a bend")
    try read("1 Why a network", then: "2 Two jobs", first)
    try read("2 Two jobs", then: "3 The eight players", first)
    try first.press("q")
    try first.wait(for: "Go on reading")
    try first.press("p")
    try first.wait(for: "Plot · GELU")
    try first.press("q")
    try first.wait(for: "Go on reading")
    try first.press("c")
    for number in 1...5 {
      try first.wait(for: "Cards · \(number) of")
      try first.press("Space")
      try first.wait(for: "knew it")
      try first.press("4")
    }
    try first.wait(for: "Cards · 6 of")
    try first.press("q")
    try first.wait(for: "3 of 11")
    try first.press("q")
    try first.wait(for: "ended with 0")

    let printed = try Binary.run(["progress", "--progress", record])
    #expect(printed.output.contains("Sections read    2 of 11"))
    // Five cards; a wrong answer in the lesson counts as one more.
    let grades = printed.output.firstMatch(of: /Grades given +(\d+)/).flatMap { Int($0.1) } ?? 0
    #expect(grades >= 5)
    let second = try open()
    try second.wait(for: "3 of 11 · The eight players")
    try second.press("Enter")
    try second.wait(for: "3 The eight players")
  }

  @Test func aWholeSpeedChallenge() throws {
    let terminal = try open("speed")
    try terminal.wait(for: "60 seconds, three lives")
    try terminal.press("Enter")
    try terminal.wait(for: "0:5")
    for _ in 0..<80 {
      if try terminal.screen().contains("points") { break }
      try terminal.press("1")
    }
    try terminal.wait(for: "points")
    let screen = try terminal.wait(for: "out of lives")
    #expect(screen.contains("You said:"))
    // A key that comes too soon was meant for the game, so it is pressed until it counts.
    let end = Date().addingTimeInterval(30)
    while try !terminal.screen().contains("Speed Challenge   best"), Date() < end {
      try terminal.press("q")
      usleep(800_000)
    }
    try terminal.wait(for: "Speed Challenge   best")
    try terminal.press("q")
    try terminal.wait(for: "ended with 0")
    let printed = try Binary.run(["progress", "--progress", record])
    #expect(printed.output.contains("1 played"))
  }

  @Test func aSpeedChallengeEndsByItself() throws {
    let terminal = try open("speed --seconds 5")
    try terminal.wait(for: "5 seconds, three lives")
    try terminal.press("Enter")
    try terminal.wait(for: "0:05")
    try terminal.press("Space")
    try terminal.wait(for: "Paused")
    try terminal.press("Space")
    try terminal.wait(for: "time is up")
  }

  @Test func aClockSetBackIsSpokenOf() throws {
    let lines = """
      {"format":"tutor-record","version":1}
      {"id":"e1","time":4000000000,"utc_offset":0,"fact":{"review":{"card":"gelu-min","rating":3}}}

      """
    let file = record + ".jsonl"
    try FileManager.default.createDirectory(
      atPath: (record as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try lines.write(toFile: file, atomically: true, encoding: .utf8)
    #expect(try Binary.run(["progress", "import", file, "--progress", record]).status == 0)
    let terminal = try open()
    try terminal.wait(for: "days before your latest answer")
    try terminal.press("q")
    try terminal.wait(for: "ended with 0")
  }

  @Test func theWindowMayChangeItsSize() throws {
    let terminal = try open("lesson 5")
    try terminal.wait(for: "5 Gradients")
    try terminal.resize(30, 8)
    try terminal.wait(for: "tutor needs 40x12")
    try terminal.resize(100, 30)
    try terminal.wait(for: "5 Gradients")
  }

  @Test func aSignalEndsItWithTheTerminalRestored() throws {
    for signal in ["TERM", "HUP", "INT"] {
      let terminal = try open()
      try terminal.wait(for: "Go on reading")
      try terminal.signal(signal)
      let screen = try terminal.wait(for: "ended with")
      #expect(!screen.contains("Go on reading"))
    }
  }

  @Test func aLocaleWithoutUTF8GetsASCII() throws {
    let terminal = try Tmux(
      "LC_ALL=C LANG=C TUTOR_PROGRESS=\(record) \(Binary.path)")
    let screen = try terminal.wait(for: "Go on reading")
    #expect(screen.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func aCrashGivesTheTerminalBack() throws {
    for signal in ["ILL", "SEGV", "ABRT"] {
      let terminal = try open()
      try terminal.wait(for: "Go on reading")
      try terminal.signal(signal)
      let screen = try terminal.wait(for: "ended with")
      #expect(screen.contains("tutor: an internal error ended the program"))
      #expect(!screen.contains("Go on reading"))
    }
  }

  @Test func anAnswerOutlivesTheProgram() throws {
    let terminal = try open("cards")
    try terminal.wait(for: "unlock new cards")
    try terminal.press("n")
    try terminal.wait(for: "Cards · 1 of")
    try terminal.press("Space")
    try terminal.wait(for: "knew it")
    try terminal.press("3")
    try terminal.wait(for: "Cards · 2 of")
    try terminal.signal("KILL")
    try terminal.wait(for: "ended with")
    let printed = try Binary.run(["progress", "--progress", record])
    #expect(printed.output.contains("Grades given     1"))
  }

  @Test func theTutorSleepsAndWakes() throws {
    let shell = try Tmux("bash --norc --noprofile -i")
    try shell.press("TUTOR_PROGRESS=\(record) \(Binary.path) lesson 2", "Enter")
    try shell.wait(for: "2 Two jobs")
    try shell.press("C-z")
    let asleep = try shell.wait(for: "Stopped")
    #expect(!asleep.contains("next page"))
    try shell.press("echo 'I am' awake", "Enter")
    try shell.wait(for: "I am awake")
    try shell.resize(90, 30)
    try shell.press("fg", "Enter")
    try shell.wait(for: "2 Two jobs")
    try shell.press("l")
    try shell.wait(for: "3 The eight players")
    try shell.press("q")
    try shell.wait(for: "Go on reading")
    try shell.press("q")
    try shell.wait(for: "I am awake")
  }

  @Test func terminalsWithoutColourAreServed() throws {
    for words in ["TERM=vt100", "NO_COLOR=1"] {
      let terminal = try Tmux("\(words) TUTOR_PROGRESS=\(record) \(Binary.path) lesson 1")
      try terminal.wait(for: "? keys")
      #expect(try !terminal.screen(withColors: true).contains("[38;5;31m"), "\(words)")
    }
    let never = try open("lesson 1 --color never")
    try never.wait(for: "? keys")
    #expect(try !never.screen(withColors: true).contains("[38;5;31m"))
    let colored = try open("lesson 1")
    try colored.wait(for: "? keys")
    let seen = try colored.screen(withColors: true)
    #expect(seen.contains("[38;5;31m"), "\(seen.debugDescription)")
  }

  @Test func codeReachesTheClipboard() throws {
    let terminal = try open("lesson in-code")
    try terminal.wait(for: "7 In code")
    try terminal.tmux("set-option", "-g", "set-clipboard", "on")
    try terminal.press("/", "i", "m", "p", "o", "r", "t", "Enter")
    try terminal.wait(for: "import torch")
    try terminal.press("y")
    try terminal.wait(for: "lines of code")
    #expect(try terminal.tmux("show-buffer").contains("import torch"))
  }

  @Test func aLessonThatIsEditedIsReadAnew() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/course-\(UUID().uuidString)"
    try FileManager.default.copyItem(
      atPath: Binary.root + "/Content/activation-functions", toPath: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let terminal = try open("lesson 2 --course \(folder)", size: (180, 24))
    try terminal.wait(for: "2 Two jobs")
    try terminal.press("Space")
    let file = folder + "/sections/02-two-jobs.md"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try text.replacing("# Two jobs", with: "# Two edited jobs")
      .write(toFile: file, atomically: true, encoding: .utf8)
    try terminal.wait(for: "2 Two edited jobs")
    try "no title".write(toFile: file, atomically: true, encoding: .utf8)
    try terminal.wait(for: "02-two-jobs.md:1:1")
    try terminal.press("j")
    try terminal.wait(for: "2 Two edited jobs")
    // All sections are replaced, one of them from now on in another folder.
    try FileManager.default.removeItem(atPath: file)
    try FileManager.default.moveItem(
      atPath: folder + "/sections", toPath: folder + "/chapters")
    let lesson = folder + "/lesson.json"
    let outline = try String(contentsOfFile: lesson, encoding: .utf8)
    try outline.replacing("sections/", with: "chapters/")
      .write(toFile: lesson, atomically: true, encoding: .utf8)
    try terminal.wait(for: "02-two-jobs.md")
    try text.replacing("# Two jobs", with: "# Two jobs moved")
      .write(toFile: folder + "/chapters/02-two-jobs.md", atomically: true, encoding: .utf8)
    try terminal.wait(for: "2 Two jobs moved")
    try FileManager.default.moveItem(atPath: folder, toPath: folder + "-away")
    try terminal.wait(for: "no such folder")
    try FileManager.default.moveItem(atPath: folder + "-away", toPath: folder)
    try text.replacing("# Two jobs", with: "# Two jobs again")
      .write(toFile: folder + "/chapters/02-two-jobs.md", atomically: true, encoding: .utf8)
    try terminal.wait(for: "2 Two jobs again")
  }

  @Test func searchBookmarkAndNoteOutliveTheProgram() throws {
    let first = try open("lesson 1")
    try first.wait(for: "1 Why a network")
    try first.press("/", "t", "e", "l", "e", "p", "h", "Enter")
    try first.wait(for: "5 Gradients")
    try first.press("m", "C-u", "d", "e", "a", "d", "Enter")
    try first.wait(for: "kept")
    try first.press("e")
    try first.wait(for: "Note on 5")
    try first.press("H", "m", "m", "Escape")
    try first.wait(for: "Note kept")
    try first.signal("KILL")
    try first.wait(for: "137")
    let second = try open("lesson 1")
    try second.wait(for: "1 Why a network")
    try second.press("'")
    try second.wait(for: "dead")
    try second.wait(for: "Hmm")
    try second.press("Enter")
    try second.wait(for: "5 Gradients")
  }

  @Test func thePlotFollowsTheMouseAndGivesItBack() throws {
    let terminal = try open("plot")
    try terminal.wait(for: "x  = 0.000")
    try terminal.press("M")
    try terminal.wait(for: "Mouse on")
    #expect(try terminal.reportsMouse)
    try terminal.type("\u{1B}[<0;11;9M")
    try terminal.wait(for: "x  = -4.")
    try terminal.press("x", "q")
    try terminal.wait(for: "Flashcards")
    #expect(try !terminal.reportsMouse)
  }

  @Test func aFigureIsHeldAndOpenedInTheExplorer() throws {
    let terminal = try open("lesson 3")
    try terminal.wait(for: "3 The eight players")
    try terminal.press("Tab")
    try terminal.wait(for: "x 0.000")
    try terminal.press("Right", "n")
    try terminal.wait(for: "to the right")
    try terminal.press("p")
    try terminal.wait(for: "Plot · Sigmoid")
    try terminal.press("Escape")
    try terminal.wait(for: "Esc lets go")
  }
}
