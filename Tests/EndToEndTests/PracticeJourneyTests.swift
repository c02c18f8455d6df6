import Activations
import Foundation
import LearnerRecord
import Lessons
import Practice
import TerminalUI
import TestCourse
import TestSupport
import Testing
import TutorScreens
import Words

/// Practice in a real terminal, with real keys.
@Suite(.serialized)
struct PracticeJourneyTests {
  private let record =
    FileManager.default.temporaryDirectory.path + "/tutor-\(UUID().uuidString)/progress.sqlite"

  private func open(_ arguments: String) throws -> Tmux {
    try Tmux("TUTOR_PROGRESS=\(record) \(Binary.path) \(arguments) --seed 3", size: (80, 24))
  }

  /// The title of a session with all cards of the course, of which a number was answered and comes back.
  private static func title(answered count: Int) -> String {
    Words.Cards.title(10, toGo: 10 - count, again: count)
  }

  private func exported() throws -> [Substring] {
    try Binary.run(["progress", "export", "--progress", record]).output.split(separator: "\n")
  }

  @Test func undoingAGradeKeepsItsEvent() throws {
    let terminal = try open("cards")
    try terminal.wait(for: Words.Cards.unlock)
    try terminal.press("+")
    try terminal.wait(for: Self.title(answered: 0))
    try terminal.press("Space")
    try terminal.wait(for: Words.Cards.good)
    try terminal.press("1")
    try terminal.wait(for: Self.title(answered: 1))
    try terminal.press("u")
    try terminal.wait(for: Self.title(answered: 0))
    try terminal.press("q", "q")
    try terminal.waitForEnd()
    #expect(try LearnerRecord(path: record).newEvents().map(\.fact.kind) == ["review", "undo"])
    #expect(try RecordReport.of(record).reviews == 0)
  }

  @Test func crammingDoesNotChangeTheSchedule() throws {
    let terminal = try open("cards --cram")
    try terminal.wait(for: Words.Cards.cramIsLocked(.usual))
    try terminal.press("+")
    try terminal.wait(for: Words.Cards.cramTitle(11, toGo: 11, again: 0))
    for number in 1...4 {
      try terminal.answerCard(asKnown: number != 3)
      let again = number < 3 ? 0 : 1
      try terminal.wait(for: Words.Cards.cramTitle(11, toGo: 11 - number, again: again))
    }
    try terminal.press("q", "q")
    try terminal.waitForEnd()
    #expect(try exported().count <= 1)
  }

  @Test func theCertificateIsShownPrintedAndVerified() throws {
    try RecordBuilder.earned().write(to: record)
    let terminal = try open("")
    try terminal.wait(for: Words.Home.aboutProgressWithCertificate(known: ""))
    try terminal.press("8")
    try terminal.wait(for: Words.Progress.time)
    try terminal.press("c")
    try terminal.wait(for: Words.Certificate.isEarned)
    try terminal.press("q", "q", "q")
    try terminal.waitForEnd()
    let file = record + ".md"
    let shell = try Tmux(
      "\(Binary.path) certificate --name Ada --format markdown --progress \(record) > \(file); "
        + "\(Binary.path) verify \(file) --progress \(record)")
    try shell.waitForEnd()
  }

  @Test(arguments: [
    ("2", Words.Speed.daily, Words.Speed.outOfLives),
    ("3", Words.Speed.suddenDeath, Words.Speed.outOfLives),
    ("4", Words.Speed.untimed, Words.Speed.done),
  ]) func everyOtherFormCanBePlayedToItsEnd(key: String, name: String, end: String) throws {
    let terminal = try open("speed")
    try terminal.wait(for: Words.Speed.untimed)
    try terminal.press("w")
    try terminal.wait(for: Words.Quiz.askRead)
    try terminal.press(key)
    try terminal.wait(for: "Space " + Words.Speed.pause)
    let over = Words.Speed.over(name, end: end)
    let screen = try terminal.playSpeedGame(until: over)
    try terminal.wait(for: key == "2" ? Words.Speed.forFun : Words.Speed.playAgain)
    #expect(screen.shows(Words.Speed.comparison(0, best: nil)))
    try terminal.press("p")
    try terminal.wait(for: Words.Quiz.title(1, of: 0).dropLast())
    try terminal.press("Escape")
    try terminal.wait(for: over)
    try terminal.press("q", "q")
    try terminal.waitForEnd()
    // The forms have separate best scores.
    let again = try open("speed")
    let welcome = try again.wait(for: "\(name): ")
    let best = Words.Speed.best(score: 0, right: 0, answered: 0).prefix { $0 != "0" && $0 != " " }
    let words = welcome.filter { !$0.isWhitespace }
    #expect(words.components(separatedBy: "·" + best).count == 2)
  }

  @Test func plainTextInputNamesKeys() throws {
    let terminal = try open("--plain")
    try terminal.wait(for: Words.Plain.welcome(.usual))
    try terminal.type("cards\r")
    try terminal.wait(for: Words.Plain.noKey("cards", .usual))
    try terminal.type("c\r")
    try terminal.wait(for: Words.Cards.unlock)
    try terminal.type("+\r")
    try terminal.wait(for: Self.title(answered: 0).spoken)
    try terminal.type("\r")
    try terminal.wait(for: Words.Cards.good)
    try terminal.type("2\r")
    try terminal.wait(for: Self.title(answered: 1).spoken)
    try terminal.type("q q\r")
    try terminal.waitForEnd()
    #expect(try exported().count == 2)
  }

  @Test func plainTextSessionsWorkOverPipes() throws {
    let read = try Binary.run(["lesson", "1", "--plain", "--progress", record])
    #expect(read.status == 0 && read.output.shows(Words.Checks.heading))
    #expect(read.output.utf8.allSatisfy { (0x20..<0x7F).contains($0) || $0 == 0x0A })
    let script =
      "printf 'w\\n1\\n\\n2\\n' | \(Binary.path) quiz --plain --seed 4 --progress \(record)"
    let quiz = try Shell.run("/bin/sh", ["-c", script])
    let second = Words.Quiz.title(2, of: 10).spoken
    #expect(quiz.status == 0 && quiz.output.shows(second), "\(quiz.output)")
    #expect(
      quiz.output.shows(Words.Questions.isRight)
        || quiz.output.shows(Words.Questions.isWrong(yourAnswer: nil, reason: nil)))
    let plot = try Binary.run(["plot", "gelu", "--plain"])
    #expect(plot.output.shows("[-0.17"))
    let progress = try Binary.run(["progress", "--plain", "--progress", record])
    #expect(progress.output.shows(Words.Progress.days))
  }

  @Test func aRaceCanBePausedAndLeftImmediately() throws {
    // The small course has no digits.
    let terminal = try open(
      "lab race --data digits --model cnn --epochs 500 --course \(TestCourse.bundledFolder) relu gelu"
    )
    func status(_ epoch: Int, _ state: Words.Race.State) -> String {
      Words.Race.status(epoch: epoch, of: 500, state)
    }
    try terminal.wait(for: status(0, .waiting))
    try terminal.press("Space")
    try terminal.wait(for: status(2, .running(pace: 10)))
    try terminal.press("Space")
    let start = status(0, .paused).commonPrefix(with: status(0, .over))
    let paused = try terminal.wait(for: status(0, .paused).dropFirst(start.count))
    Thread.sleep(forTimeInterval: 0.3)
    #expect(try terminal.screen() == paused)
    try terminal.press("q", "q")
    try terminal.waitForEnd()
  }

  @Test func aRaceWithoutAScreenPrintsNumbers() throws {
    let words = ["lab", "race", "relu", "gelu", "--headless", "--epochs", "3", "--seeds", "2"]
    struct Report: Decodable {
      struct Lane: Decodable {
        struct Epoch: Decodable {
          var epoch: Int
          var validationAccuracy: Double
        }
        var activation: String
        var seed: Int
        var epochs: [Epoch]
      }
      var lanes: [Lane]
      var words: [String]
    }
    let json = try Binary.run(words + ["--json"])
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let report = try decoder.decode(Report.self, from: Data(json.output.utf8))
    #expect(report.lanes.map(\.activation) == ["relu", "gelu", "relu", "gelu"])
    #expect(report.lanes.map(\.seed) == [0, 0, 1, 1])
    #expect(report.lanes.allSatisfy { $0.epochs.map(\.epoch) == [1, 2, 3] })
    #expect(report.lanes.allSatisfy { $0.epochs.allSatisfy { $0.validationAccuracy > 0.3 } })
    #expect(report.words.count > 1)
    // Repeated, it gives the same numbers except for the times.
    let csv = try Binary.run(words + ["--format", "csv"]).output
    #expect(csv.split(separator: "\n").count == 13)
    #expect(try Binary.run(words + ["--format", "csv"]).output == csv)
    let svg = try Binary.run(words + ["--format", "svg"]).output
    #expect(XMLShape.isBalanced(svg))
    let texts = PictureElement.all(in: svg).filter { $0.name == "text" }.map(\.text)
    #expect(Set(texts).isSuperset(of: ["relu", "gelu"]), "\(texts)")
  }

  @Test(arguments: [
    (["--hidden", "0"], Words.Usage.emptyLayer(1)), (["--hidden", "200000,200000"], "2048"),
    (["--data", "birds"], Words.Usage.noData("birds", choices: ["xor"])),
    (["--model", "cnn"], Words.Usage.convolutionNeedsImages),
    (["--rate=-1"], Words.Usage.badTraining), (["--hidden", "a"], Words.Usage.badHidden("a")),
    (["rellu"], ActivationError.unknownFunction(name: "rellu", suggestions: ["relu"]).sentence),
    (["relu", "relu", "relu", "relu", "relu"], Words.Usage.tooManyActivations),
  ]) func impossibleRacesAreRefused(words: [String], reason: String) throws {
    let run = try Binary.run(["lab", "race", "--headless"] + words)
    #expect(run.status == 64 && run.errors.shows(reason), "\(run)")
  }

  @Test func ownImagesAreTrainedOnAndDamagedFilesRefused() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/images-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let words = ["lab", "race", "relu", "--headless", "--model", "cnn", "--epochs", "30"]
    let empty = try Binary.run(words + ["--folder", folder])
    #expect(empty.status == 66 && empty.errors.shows(Words.Files.noImageFiles(folder)))
    // Bright images of one class, dark ones of the other.
    var bytes = Data()
    for index in 0..<60 {
      bytes.append(UInt8(index % 2))
      bytes.append(Data(repeating: index % 2 == 0 ? 20 : 230, count: 3072))
    }
    try bytes.write(to: URL(fileURLWithPath: folder + "/data_batch_1.bin"))
    let run = try Binary.run(words + ["--folder", folder])
    #expect(run.status == 0 && run.output.shows("100.0 %"), "\(run)")
    for (list, sum) in [("SHA256SUMS", 64), ("MD5SUMS", 32)] {
      let line = String(repeating: "0", count: sum) + "  data_batch_1.bin\n"
      try line.write(toFile: folder + "/" + list, atomically: true, encoding: .utf8)
      let changed = try Binary.run(words + ["--folder", folder])
      #expect(changed.status == 65 && changed.errors.shows(list))
      let tool = list == "MD5SUMS" ? "md5sum" : "sha256sum"
      _ = try Shell.run("/bin/sh", ["-c", "cd \(folder) && \(tool) *.bin > \(list)"])
      #expect(try Binary.run(words + ["--folder", folder]).status == 0)
    }
    try bytes.dropLast().write(to: URL(fileURLWithPath: folder + "/data_batch_2.bin"))
    let cut = try Binary.run(words + ["--folder", folder])
    let file = folder + "/data_batch_2.bin"
    let reason = Words.Files.noMultiple(file, found: bytes.count - 1, of: 3073)
    #expect(cut.status == 65 && cut.errors == "tutor: \(reason)\n")
  }

  @Test func idxImagesAreTrainedOnAndDamagedFilesRefused() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/idx-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    func header(_ magic: UInt8, _ sizes: UInt8...) -> Data {
      Data([0, 0, 8, magic] + sizes.flatMap { [0, 0, 0, $0] })
    }
    var images = header(3, 60, 4, 4)
    var labels = header(1, 60)
    for index in 0..<60 {
      images.append(Data(repeating: index % 2 == 0 ? 20 : 230, count: 16))
      labels.append(UInt8(index % 2))
    }
    func race(
      _ images: Data, _ labels: Data
    ) throws -> (output: String, errors: String, status: Int32) {
      try images.write(to: URL(fileURLWithPath: folder + "/train-images-idx3-ubyte"))
      try labels.write(to: URL(fileURLWithPath: folder + "/train-labels-idx1-ubyte"))
      return try Binary.run(
        ["lab", "race", "relu", "--headless", "--epochs", "30", "--folder", folder])
    }
    let run = try race(images, labels)
    #expect(run.status == 0 && run.output.shows("100.0 %"), "\(run)")
    let file = folder + "/train-images-idx3-ubyte"
    for (images, labels, reason) in [
      (
        images.dropLast(), labels,
        Words.Files.badImageSize(file, found: images.count - 1, expected: "16 + 60 × 4 × 4")
      ), (labels, labels, Words.Files.badImageStart(file, found: "801", expected: "803")),
      (
        images, header(1, 59) + labels.dropFirst(8).dropLast(),
        Words.Files.imagesWithoutLabels(file, images: 60, labels: 59)
      ),
    ] {
      let refused = try race(images, labels)
      #expect(refused.status == 65 && refused.errors == "tutor: \(reason)\n")
    }
  }
}
