import Activations
import ArgumentParser
import Foundation
import NeuralLab
import TextCharts
import TutorScreens
import Words

/// The lab.
struct LabCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lab",
    abstract: Words.Commands.lab,
    subcommands: [
      MenuCommand.self, GradientCommand.self, RaceCommand.self, NumericsCommand.self,
      DiagnoseCommand.self,
    ],
    defaultSubcommand: MenuCommand.self)

  struct MenuCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "menu",
      abstract: Words.Commands.labMenu, shouldDisplay: false)
    @OptionGroup var options: Options

    func run() throws {
      try Session(workspace: Workspace(options)).run(opening: .lab)
    }
  }

  struct GradientCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "gradient",
      abstract: Words.Commands.gradient)
    @OptionGroup var options: Options

    func run() throws {
      try Session(workspace: Workspace(options)).run(opening: .gradientFlow())
    }
  }

  struct NumericsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "numerics", abstract: Words.Commands.numerics)
    @OptionGroup var options: Options

    func run() throws {
      try Session(workspace: Workspace(options)).run(opening: .numerics())
    }
  }

  struct DiagnoseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "diagnose", abstract: Words.Commands.diagnose,
      discussion: Words.Commands.diagnoseDiscussion)
    @OptionGroup var options: Options

    func run() throws {
      try Session(workspace: Workspace(options)).run(opening: .diagnose)
    }
  }
}

extension LabCommand {
  /// Trains networks that differ only in their activation.
  struct RaceCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
      case text, json, csv, svg
    }
    enum Training: String, ExpressibleByArgument, CaseIterable {
      case sgd, momentum, adam
    }

    static let configuration = CommandConfiguration(
      commandName: "race",
      abstract: Words.Commands.race,
      discussion: Words.Commands.raceDiscussion(data: Self.dataNames))

    /// The data sets that need no files of the learner's own.
    private static var dataNames: [String] { PlaneData.allCases.map(\.rawValue) + ["digits"] }

    @Argument(
      help: ArgumentHelp(Words.OptionHelp.contestants),
      completion: .functions)
    var activations: [String] = []
    @Option(help: ArgumentHelp(Words.OptionHelp.data), completion: .list(Self.dataNames))
    var data: String = "spirals"
    @Option(
      help: ArgumentHelp(
        Words.OptionHelp.images, valueName: Words.OptionHelp.Value.folder), completion: .directory)
    var folder: String?
    @Option(help: ArgumentHelp(Words.OptionHelp.limit)) var limit: Int = 5000
    @Option(help: ArgumentHelp(Words.OptionHelp.model), completion: .list(["mlp", "cnn"]))
    var model: String = "mlp"
    @Option(help: ArgumentHelp(Words.OptionHelp.hidden, valueName: "32,32"))
    var hidden: String = "32,32"
    @Option(help: ArgumentHelp(Words.OptionHelp.optimiser)) var optimiser = Training.adam
    @Option(help: ArgumentHelp(Words.OptionHelp.rate)) var rate: Double = 0.003
    @Option(help: ArgumentHelp(Words.OptionHelp.batch)) var batch: Int = 32
    @Option(help: ArgumentHelp(Words.OptionHelp.epochs)) var epochs: Int = 40
    @Option(help: ArgumentHelp(Words.OptionHelp.seeds)) var seeds: Int = 1
    @Flag(help: ArgumentHelp(Words.OptionHelp.headless)) var headless = false
    @Flag(help: ArgumentHelp(Words.OptionHelp.raceJSON)) var json = false
    @Option(help: ArgumentHelp(Words.OptionHelp.raceFormat)) var format = Format.text
    @OptionGroup var output: OutputOption
    @OptionGroup var options: Options

    func run() throws {
      let setup = try setup()
      let data = try dataset()
      guard headless || json || output.output != nil else {
        try Session(workspace: Workspace(options)).run(opening: .race(RaceStart(setup, on: data)))
        return
      }
      var races: [RaceProgress] = []
      for number in 0..<seeds {
        var own = setup
        own.seed = (options.seed ?? 0) &+ UInt64(number)
        let race = try Self.race(own, on: data)
        Self.run(race, number: number, of: seeds)
        races.append(race.progress)
      }
      let report = RaceReport(races, on: data)
      switch json ? .json : format {
      case .text: try output.write(report.text)
      case .json: try output.write(JSONOutput.text(report))
      case .csv: try output.write(report.csv)
      case .svg: try output.write(report.svg)
      }
    }

    private static func race(_ setup: Race.Setup, on data: Dataset) throws(Failure) -> Race {
      do throws(Model.BuildError) {
        return try Race(setup, on: data)
      } catch {
        throw Failure(error)
      }
    }

    private static func run(_ race: Race, number: Int, of count: Int) {
      let shows = isatty(STDERR_FILENO) != 0
      var shown = Clock.steady
      while !race.isOver {
        race.advance(steps: 64) { Clock.steady }
        guard shows, Clock.steady - shown > 200 else { continue }
        shown = Clock.steady
        let progress = race.progress
        let text = Words.Reports.racing(
          number + 1, of: count, percent: Int(progress.share * 100),
          secondsLeft: Int((progress.secondsLeft ?? 0).rounded(.up)))
        ErrorOutput.write("\r\(text)  ")
      }
      if shows { ErrorOutput.write("\r\u{1B}[K") }
    }

    private func setup() throws(Failure) -> Race.Setup {
      let names = activations.isEmpty ? ["relu", "swish", "gelu"] : activations
      guard names.count <= 4 else {
        throw Failure(
          Words.Usage.tooManyActivations, status: Failure.Status.usage)
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
        throw Failure(Words.Usage.noModel(model), status: Failure.Status.usage)
      }
      guard kind == .mlp || data == "digits" || folder != nil else {
        throw Failure(
          Words.Usage.convolutionNeedsImages,
          status: Failure.Status.usage)
      }
      let units = hidden.split(separator: ",").map { Int($0) }
      guard units.allSatisfy({ $0 != nil }) else {
        throw Failure(
          Words.Usage.badHidden(hidden),
          status: Failure.Status.usage)
      }
      guard rate > 0, rate.isFinite, (1...10_000).contains(batch), (1...100_000).contains(epochs),
        (1...1000).contains(seeds)
      else {
        throw Failure(Words.Usage.badTraining, status: Failure.Status.usage)
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
          throw Failure(Words.Usage.badLimit, status: Failure.Status.usage)
        }
        return try ImageFolder(folder: folder, most: limit).dataset()
      }
      if let plane = PlaneData(rawValue: data) { return plane.dataset() }
      guard data == "digits" else {
        throw Failure(
          Words.Usage.noData(data, choices: Self.dataNames),
          status: Failure.Status.usage)
      }
      return try Workspace(options).digits()
    }
  }
}

extension Workspace {
  /// The handwritten digits of the lesson.
  func digits() throws(Failure) -> Dataset {
    let file = try courseFolder() + "/data/digits.csv"
    guard let data = FileManager.default.contents(atPath: file) else {
      throw Failure(Words.Files.noDigits(file), status: Failure.Status.noInput)
    }
    do throws(Digits.ReadError) {
      return try Digits.dataset(String(decoding: data, as: UTF8.self))
    } catch {
      switch error {
      case .badLine(let line):
        throw Failure(
          Words.Files.badDigit(file, line: line),
          status: Failure.Status.badContent)
      case .tooFew(let count):
        throw Failure(
          Words.Files.tooFewDigits(file, count: count),
          status: Failure.Status.badContent)
      }
    }
  }
}

extension Failure {
  init(_ error: Model.BuildError) { self.init(error.words, status: Status.usage) }
}
