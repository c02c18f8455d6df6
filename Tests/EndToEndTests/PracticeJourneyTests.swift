import Foundation
import Testing

/// Practice in a real terminal, with real keys.
@Suite(.serialized)
struct PracticeJourneyTests {
  private let record =
    FileManager.default.temporaryDirectory.path + "/tutor-\(UUID().uuidString)/progress.sqlite"

  private func open(_ arguments: String) throws -> Tmux {
    try Tmux("TUTOR_PROGRESS=\(record) \(Binary.path) \(arguments) --seed 3", size: (80, 24))
  }

  private func exported() throws -> [Substring] {
    try Binary.run(["progress", "export", "--progress", record]).output.split(separator: "\n")
  }

  @Test func aGradeIsTakenBackAndTheEventStays() throws {
    let terminal = try open("cards")
    try terminal.wait(for: "n unlock new cards")
    try terminal.press("n")
    try terminal.wait(for: "Cards · 1 of 12")
    try terminal.press("Space")
    try terminal.wait(for: "3 knew it")
    try terminal.press("1")
    try terminal.wait(for: "Cards · 2 of")
    try terminal.press("u")
    try terminal.wait(for: "Cards · 1 of 12")
    try terminal.press("q", "q")
    try terminal.wait(for: "ended with 0")
    let events = try exported()
    #expect(events.count == 3 && events[1].contains("review") && events[2].contains("undo"))
    let printed = try Binary.run(["progress", "--progress", record]).output
    #expect(printed.contains("Grades given     0"))
  }

  @Test func aCramLeavesTheScheduleAlone() throws {
    let terminal = try open("cards --cram")
    try terminal.wait(for: "Cram · 1 of 96")
    for number in 2...5 {
      try terminal.press("Space")
      try terminal.wait(for: "3 knew it")
      try terminal.press(number == 3 ? "1" : "3")
      try terminal.wait(for: "Cram · \(number) of")
    }
    try terminal.press("q", "q")
    try terminal.wait(for: "ended with 0")
    #expect(try exported().count <= 1)
  }

  @Test func theCertificateIsShownPrintedAndVerified() throws {
    try RecordBuilder.earned().write(to: record)
    let terminal = try open("")
    try terminal.wait(for: "certificate earned")
    try terminal.press("8")
    try terminal.wait(for: "Time studied")
    try terminal.press("c")
    try terminal.wait(for: "It is earned.")
    try terminal.press("q", "q", "q")
    try terminal.wait(for: "ended with 0")
    let file = record + ".md"
    let shell = try Tmux(
      "\(Binary.path) certificate --name Ada --format markdown --progress \(record) > \(file); "
        + "\(Binary.path) verify \(file) --progress \(record)")
    try shell.wait(for: "The record here agrees with it")
  }

  @Test(arguments: [
    ("2", "Daily challenge", "out of lives"), ("3", "Sudden death", "out of lives"),
    ("4", "Untimed", "done"),
  ]) func everyOtherFormIsPlayedToItsEnd(key: String, name: String, end: String) throws {
    let terminal = try open("speed")
    try terminal.wait(for: "4  Untimed")
    try terminal.press(key)
    try terminal.wait(for: "Space pause")
    for _ in 0..<120 {
      if try terminal.screen().contains("\(name) · \(end)") { break }
      try terminal.press("1")
    }
    let screen = try terminal.wait(for: "\(name) · \(end)")
    try terminal.wait(for: "once more")
    #expect(screen.contains("You said:") || screen.contains(" 100 %"))
    try terminal.press("p")
    try terminal.wait(for: "Quiz · 1 of")
    try terminal.press("Escape")
    try terminal.wait(for: "points")
    try terminal.press("q", "q")
    try terminal.wait(for: "ended with 0")
    // The forms count apart.
    let again = try open("speed")
    let welcome = try again.wait(for: "\(name): ")
    #expect(welcome.components(separatedBy: " · best ").count == 2)
  }

  @Test func plainTextTakesKeysByTheirNames() throws {
    let terminal = try open("--plain")
    try terminal.wait(for: "Type a key such as 1")
    try terminal.type("cards\r")
    try terminal.wait(for: "'cards' names no key")
    try terminal.type("c\r")
    try terminal.wait(for: "n unlock new cards")
    try terminal.type("n\r")
    try terminal.wait(for: "Cards . 1 of 12")
    try terminal.type("\r")
    try terminal.wait(for: "3 knew it")
    try terminal.type("3\r")
    try terminal.wait(for: "Cards . 2 of")
    try terminal.type("q q\r")
    try terminal.wait(for: "ended with 0")
    #expect(try exported().count == 2)
  }

  @Test func plainTextGoesThroughPipes() throws {
    let read = try Binary.run(["lesson", "1", "--plain", "--progress", record])
    #expect(read.status == 0 && read.output.contains("Check yourself"))
    #expect(read.output.utf8.allSatisfy { (0x20..<0x7F).contains($0) || $0 == 0x0A })
    let script = "printf '1\\n\\n2\\n' | \(Binary.path) quiz --plain --seed 4 --progress \(record)"
    let quiz = try Shell.run("/bin/sh", ["-c", script])
    #expect(quiz.status == 0 && quiz.output.contains("Quiz . 2 of 10"), "\(quiz.output)")
    #expect(quiz.output.contains("Right.") || quiz.output.contains("wrong: "))
    let plot = try Binary.run(["plot", "gelu", "--plain"])
    #expect(plot.output.contains("Range: [-0.17"))
    let progress = try Binary.run(["progress", "--plain", "--progress", record])
    #expect(progress.output.contains("The last days on which you learnt something"))
  }

  @Test func aRaceRunsPausesAndIsLeftAtOnce() throws {
    let terminal = try open("lab race --data digits --model cnn --epochs 500 relu gelu")
    try terminal.wait(for: "epoch 0 of 500 · paused")
    try terminal.press("Space")
    try terminal.wait(for: "running")
    try terminal.wait(for: "epoch 2 of 500")
    try terminal.press("Space")
    let paused = try terminal.wait(for: "paused")
    Thread.sleep(forTimeInterval: 0.3)
    #expect(try terminal.screen() == paused)
    try terminal.press("Space")
    try terminal.wait(for: "running")
    try terminal.press("q", "q")
    try terminal.wait(for: "ended with 0")
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
    #expect(report.words.last?.contains("standard error") == true)
    // Again, and number by number the same but for the times.
    let csv = try Binary.run(words + ["--format", "csv"]).output
    #expect(csv.split(separator: "\n").count == 13)
    #expect(try Binary.run(words + ["--format", "csv"]).output == csv)
    let svg = try Binary.run(words + ["--format", "svg"]).output
    #expect(XMLShape.isBalanced(svg) && svg.contains(">gelu</text>"))
  }

  @Test(arguments: [
    (["--hidden", "0"], "layer 1 of the network would have no units"),
    (["--hidden", "200000,200000"], "MB, and 2048 are allowed"), (["--data", "birds"], "use xor"),
    (["--model", "cnn"], "needs images"), (["--rate=-1"], "--rate must be above 0"),
    (["--hidden", "a"], "no list of numbers"), (["rellu"], "choose from relu"),
    (["relu", "relu", "relu", "relu", "relu"], "4 at most"),
  ]) func impossibleRacesAreRefused(words: [String], reason: String) throws {
    let run = try Binary.run(["lab", "race", "--headless"] + words)
    #expect(run.status == 64 && run.errors.contains(reason), "\(run)")
  }

  @Test func imagesOfOnesOwnAreLearntAndDamagedOnesRefused() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/images-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let words = ["lab", "race", "relu", "--headless", "--model", "cnn", "--epochs", "30"]
    let empty = try Binary.run(words + ["--folder", folder])
    #expect(empty.status == 66 && empty.errors.contains("neither CIFAR-10"))
    // Bright images of one class, dark ones of the other.
    var bytes = Data()
    for index in 0..<60 {
      bytes.append(UInt8(index % 2))
      bytes.append(Data(repeating: index % 2 == 0 ? 20 : 230, count: 3072))
    }
    try bytes.write(to: URL(fileURLWithPath: folder + "/data_batch_1.bin"))
    let run = try Binary.run(words + ["--folder", folder])
    #expect(run.status == 0 && run.output.contains("ReLU: 100.0 % right"), "\(run)")
    for (list, sum) in [("SHA256SUMS", 64), ("MD5SUMS", 32)] {
      let line = String(repeating: "0", count: sum) + "  data_batch_1.bin\n"
      try line.write(toFile: folder + "/" + list, atomically: true, encoding: .utf8)
      let changed = try Binary.run(words + ["--folder", folder])
      #expect(changed.status == 65 && changed.errors.contains("not the one in \(list)"))
      let tool = list == "MD5SUMS" ? "md5sum" : "sha256sum"
      _ = try Shell.run("/bin/sh", ["-c", "cd \(folder) && \(tool) *.bin > \(list)"])
      #expect(try Binary.run(words + ["--folder", folder]).status == 0)
    }
    try bytes.dropLast().write(to: URL(fileURLWithPath: folder + "/data_batch_2.bin"))
    let cut = try Binary.run(words + ["--folder", folder])
    #expect(cut.status == 65 && cut.errors.contains("data_batch_2.bin: the file has 184379 bytes"))
  }

  @Test func imagesInIDXFilesAreLearntAndDamagedOnesRefused() throws {
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
    #expect(run.status == 0 && run.output.contains("ReLU: 100.0 % right"), "\(run)")
    let cut = try race(images.dropLast(), labels)
    #expect(cut.status == 65 && cut.errors.contains("train-images-idx3-ubyte: "), "\(cut)")
    let swapped = try race(labels, images)
    #expect(
      swapped.status == 65 && swapped.errors.contains("train-labels-idx1-ubyte: "), "\(swapped)")
    let few = try race(images, header(1, 59) + labels.dropFirst(8).dropLast())
    #expect(few.status == 65 && few.errors.contains("59"), "\(few)")
  }
}
