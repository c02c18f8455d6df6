import Activations
import ArgumentParser
import Foundation
import NeuralLab
import TextCharts
import TutorScreens

/// The lab.
struct Lab: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Watch gradients vanish, race activations, break softmax.",
    subcommands: [Menu.self, Gradient.self, RaceCommand.self, NumericsCommand.self],
    defaultSubcommand: Menu.self)

  struct Menu: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Open the lab.", shouldDisplay: false)
    @OptionGroup var options: Options

    func run() throws {
      try Session(workspace: Workspace(options)).run(opening: Screens.named("lab"))
    }
  }

  struct Gradient: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Deep networks, and what reaches their first layer.")
    @OptionGroup var options: Options

    func run() throws {
      try Session(workspace: Workspace(options)).run(opening: Screens.named("lab-gradient"))
    }
  }

  struct NumericsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "numerics", abstract: "Logits, and the moment when a formula breaks.")
    @OptionGroup var options: Options

    func run() throws {
      try Session(workspace: Workspace(options)).run(opening: Screens.named("lab-numerics"))
    }
  }
}

extension Lab {
  /// Networks that differ in their activation alone.
  struct RaceCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
      case text, json, csv, svg
    }
    enum Training: String, ExpressibleByArgument, CaseIterable {
      case sgd, momentum, adam
    }

    static let configuration = CommandConfiguration(
      commandName: "race",
      abstract: "Train up to four activations from one seed on the same batches.",
      discussion:
        "Data: \(Self.dataNames.joined(separator: ", ")).")

    /// What can be learnt without files of one's own.
    private static var dataNames: [String] { PlaneData.allCases.map(\.rawValue) + ["digits"] }

    @Argument(
      help: "Activations, four at most; relu, swish and gelu if none is given.",
      completion: .functions)
    var activations: [String] = []
    @Option(help: "What is learnt.", completion: .list(Self.dataNames))
    var data: String = "spirals"
    @Option(
      help: ArgumentHelp(
        "Learn from images of your own: CIFAR-10's binary batches, or IDX files.",
        valueName: "folder"), completion: .directory)
    var folder: String?
    @Option(help: "Images taken from the folder at most.") var limit: Int = 5000
    @Option(help: "mlp or cnn (cnn for images only).", completion: .list(["mlp", "cnn"]))
    var model: String = "mlp"
    @Option(help: ArgumentHelp("Units of the MLP's hidden layers.", valueName: "32,32"))
    var hidden: String = "32,32"
    @Option(help: "sgd, momentum (0.9) or adam.") var optimiser = Training.adam
    @Option(help: "The learning rate.") var rate: Double = 0.003
    @Option(help: "Samples in a step.") var batch: Int = 32
    @Option(help: "Epochs.") var epochs: Int = 40
    @Option(help: "Races with different seeds, to measure their spread.") var seeds: Int = 1
    @Flag(help: "Train without a screen and print what came of it.") var headless = false
    @Flag(help: "Print JSON (headless).") var json = false
    @Option(help: "How to print (headless): text, json, csv or svg.") var format = Format.text
    @OptionGroup var options: Options

    func run() throws {
      let setup = try setup()
      let data = try dataset()
      guard headless || json else {
        let race = RaceScreen(setup, on: data)
        try Session(workspace: Workspace(options)).run(opening: race)
        return
      }
      var races: [Race] = []
      for number in 0..<seeds {
        var own = setup
        own.seed = (options.seed ?? 0) &+ UInt64(number)
        let race = try Self.race(own, on: data)
        Self.run(race, number: number, of: seeds)
        races.append(race)
      }
      let report = RaceReport(races)
      switch json ? .json : format {
      case .text: Output.write(report.text)
      case .json: Output.write(JSONOutput.text(report))
      case .csv: Output.write(report.csv)
      case .svg: Output.write(report.svg)
      }
    }

    private static func race(_ setup: Race.Setup, on data: Dataset) throws(Failure) -> Race {
      do throws(Model.Flaw) {
        return try Race(setup, on: data)
      } catch {
        throw Failure(error)
      }
    }

    private static func run(_ race: Race, number: Int, of count: Int) {
      let start = Clock.steady
      let shows = isatty(STDERR_FILENO) != 0
      var shown = start
      while !race.isOver {
        race.advance(steps: 64) { Clock.steady }
        guard shows, Clock.steady - shown > 200 else { continue }
        shown = Clock.steady
        let share = RaceScreen.share(of: race)
        let left = share > 0 ? (Clock.steady - start) * (1 - share) / share / 1000 : 0
        let text =
          "\rrace \(number + 1) of \(count)  \(Int(share * 100)) %  \(Int(left.rounded(.up))) s left  "
        FileHandle.standardError.write(Data(text.utf8))
      }
      if shows { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    }

    private func setup() throws(Failure) -> Race.Setup {
      let names = activations.isEmpty ? ["relu", "swish", "gelu"] : activations
      guard names.count <= 4 else {
        throw Failure(
          "there are too many activations: give 4 at most", status: Failure.Status.usage)
      }
      var functions: [BoundActivation] = []
      for name in names {
        do throws(ActivationError) {
          functions.append(try Catalogue.activation(named: name).withDefaults)
        } catch {
          throw Failure(error)
        }
      }
      guard let kind = Race.Setup.Kind(rawValue: model) else {
        throw Failure("--model \(model) is none: use mlp or cnn", status: Failure.Status.usage)
      }
      guard kind == .mlp || data == "digits" || folder != nil else {
        throw Failure(
          "--model cnn needs images: use it with --data digits or --folder",
          status: Failure.Status.usage)
      }
      let units = hidden.split(separator: ",").map { Int($0) }
      guard units.allSatisfy({ $0 != nil }) else {
        throw Failure(
          "--hidden \(hidden) is no list of numbers: use one as in 32,32",
          status: Failure.Status.usage)
      }
      guard rate > 0, rate.isFinite, (1...10_000).contains(batch), (1...100_000).contains(epochs),
        (1...1000).contains(seeds)
      else {
        throw Failure(
          "--rate must be above 0, --batch from 1 to 10000, --epochs from 1 to 100000, --seeds from "
            + "1 to 1000", status: Failure.Status.usage)
      }
      let kinds: [Training: OptimiserKind] = [
        .sgd: .sgd(momentum: 0), .momentum: .sgd(momentum: 0.9), .adam: .adam,
      ]
      return Race.Setup(
        activations: functions, kind: kind, hidden: units.compactMap { $0 },
        optimiser: kinds[optimiser] ?? .adam, rate: rate, batch: batch, epochs: epochs,
        seed: options.seed ?? 0)
    }

    private func dataset() throws(Failure) -> Dataset {
      if let folder {
        guard (50...1_000_000).contains(limit) else {
          throw Failure("--limit must be from 50 to 1000000", status: Failure.Status.usage)
        }
        return try ImageFolder(folder: folder, most: limit).dataset()
      }
      if let plane = PlaneData(rawValue: data) { return plane.dataset() }
      guard data == "digits" else {
        throw Failure(
          "there is no data '\(data)': use \(Self.dataNames.joined(separator: ", "))",
          status: Failure.Status.usage)
      }
      return try Workspace(options).digits()
    }
  }
}

extension Workspace {
  /// The handwritten digits that come with the lesson.
  func digits() throws(Failure) -> Dataset {
    let file = try courseFolder() + "/data/digits.csv"
    guard let data = FileManager.default.contents(atPath: file) else {
      throw Failure(
        "\(file): this course has no digits: use other data", status: Failure.Status.noInput)
    }
    do throws(Digits.Flaw) {
      return try Digits.dataset(String(decoding: data, as: UTF8.self))
    } catch {
      switch error {
      case .badLine(let line):
        throw Failure(
          "\(file):\(line):1: this is not 64 pixels from 0 to 16 and a digit",
          status: Failure.Status.badContent)
      case .tooFew(let count):
        throw Failure(
          "\(file):1:1: \(count) digits are too few to learn from",
          status: Failure.Status.badContent)
      }
    }
  }
}

extension Failure {
  init(_ error: Model.Flaw) {
    switch error {
    case .emptyLayer(let index):
      self.init(
        "layer \(index + 1) of the network would have no units: give every layer one or more",
        status: Status.usage)
    case .tooSmallToPool(let index):
      self.init("layer \(index + 1) has nothing left to pool", status: Status.usage)
    case .tooLarge(let megabytes, let most):
      self.init(
        "the network would take \(megabytes) MB, and \(most) are allowed: use fewer units",
        status: Status.usage)
    }
  }
}
