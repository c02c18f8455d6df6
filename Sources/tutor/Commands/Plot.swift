import Activations
import ArgumentParser
import CursesTerminal
import Foundation
import Lessons
import TerminalUI
import TextCharts
import TutorScreens

/// Plots, on the screen or as text.
struct Plot: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, csv
  }

  static let configuration = CommandConfiguration(
    abstract: "Draw functions and their slopes.",
    discussion:
      "Functions: " + Catalogue.all.map(\.id).joined(separator: ", ")
      + ". With output that is no terminal, or --print, the plot is printed.")

  @Argument(help: "Functions by name; gelu if none is given.") var functions: [String] = []
  @Flag(inversion: .prefixedNo, help: "Draw the derivative too.") var derivative = true
  @Option(parsing: .unconditional, help: ArgumentHelp("Window in x.", valueName: "a...b"))
  var x: RangeArgument?
  @Option(parsing: .unconditional, help: ArgumentHelp("Window in y.", valueName: "a...b"))
  var y: RangeArgument?
  @Option(name: .customLong("set"), help: ArgumentHelp("A parameter.", valueName: "alpha=0.2"))
  var settings: [SettingArgument] = []
  @Option(parsing: .unconditionalSingleValue, help: ArgumentHelp("A point.", valueName: "x"))
  var at: [Double] = []
  @Option(help: "What to print: text or csv.") var format: Format?
  @Flag(help: "Print the plot instead of opening it.") var print = false
  @Option(help: ArgumentHelp("Size of the printed plot.", valueName: "80x24"))
  var size: SizeArgument?
  @OptionGroup var options: Options

  func run() throws {
    let bound = try boundFunctions()
    let isPrinted = print || format != nil || !at.isEmpty || isatty(STDOUT_FILENO) == 0
    guard isPrinted else {
      try Session(workspace: Workspace(options)).run(
        opening: PlotScreen(
          functions: bound.map(\.activation.id), x: x?.range ?? -5...5, y: y?.range,
          parameters: parameters, showsSlope: derivative))
      return
    }
    if format == .csv || (format == nil && !at.isEmpty) {
      Output.write(csv(bound))
    } else {
      Output.write(text(bound))
    }
  }

  private var parameters: [String: Double] {
    Dictionary(settings.map { ($0.name, $0.value) }) { _, last in last }
  }

  /// The functions with those settings that are theirs; a setting that is nobody's is an error.
  private func boundFunctions() throws(Failure) -> [BoundActivation] {
    do throws(ActivationError) {
      var found: [Activation] = []
      for name in functions.isEmpty ? ["gelu"] : functions {
        found.append(try Catalogue.activation(named: name))
      }
      var bound: [BoundActivation] = []
      for activation in found {
        let known = Set(activation.parameters.map(\.name))
        let others = parameters.keys.filter { name in
          !found.contains { $0.parameters.contains { $0.name == name } }
        }
        bound.append(
          try activation.with(
            parameters.filter { known.contains($0.key) || others.contains($0.key) }))
      }
      return bound
    } catch {
      throw Failure(error)
    }
  }

  private func csv(_ functions: [BoundActivation]) -> String {
    let window = x?.range ?? -5...5
    let grid = (0...100).map {
      window.lowerBound + (window.upperBound - window.lowerBound) * Double($0) / 100
    }
    var text = "x,function,value,derivative\n"
    for function in functions {
      for x in at.isEmpty ? grid : at {
        let numbers = [function(x), function.derivative(x)].map(NumberText.shortest)
        text += "\(NumberText.shortest(x)),\(function.activation.id),\(numbers[0]),\(numbers[1])\n"
      }
    }
    return text
  }

  private func text(_ functions: [BoundActivation]) -> String {
    let figure = PlotFigure(
      functions: functions.map(\.activation.id), x: x?.range ?? -5...5, y: y?.range,
      derivative: derivative ? .stacked : .none, parameters: parameters)
    let charset = options.charset.resolved(isUTF8: CursesTerminal.localeIsUTF8())
    let frame = PlotDrawing(figure: figure, charset: charset)
      .frame(size?.size ?? Size(width: 80, height: 24))
    return frame.lines.joined(separator: "\n") + "\n"
  }
}

/// Standard output.
enum Output {
  /// Writes text; a reader that has gone ends the program without a word.
  static func write(_ text: String) {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      Foundation.exit(0)
    }
  }
}
