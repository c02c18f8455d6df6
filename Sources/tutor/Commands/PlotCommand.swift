import Activations
import ArgumentParser
import CursesTerminal
import Figures
import Foundation
import Lessons
import TerminalUI
import TextCharts
import TutorScreens
import Words

/// Plots functions, in the explorer or as text.
struct PlotCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, csv, json, svg
  }

  static let configuration = CommandConfiguration(
    commandName: "plot",
    abstract: Words.Commands.plot,
    discussion: Words.Commands.plotDiscussion(functions: Catalogue.all.map(\.id)))

  @Argument(
    help: ArgumentHelp(Words.OptionHelp.plotFunctions),
    completion: .functions)
  var functions: [String] = []
  @Flag(inversion: .prefixedNo, help: ArgumentHelp(Words.OptionHelp.derivative))
  var derivative: Bool?
  @Flag(help: ArgumentHelp(Words.OptionHelp.secondDerivative)) var secondDerivative = false
  @Flag(help: ArgumentHelp(Words.OptionHelp.difference)) var difference = false
  @Flag(help: ArgumentHelp(Words.OptionHelp.joined)) var joined = false
  @Option(parsing: .unconditional, help: ArgumentHelp(Words.OptionHelp.windowX, valueName: "a...b"))
  var x: RangeArgument?
  @Option(parsing: .unconditional, help: ArgumentHelp(Words.OptionHelp.windowY, valueName: "a...b"))
  var y: RangeArgument?
  @Option(
    name: .customLong("set"), help: ArgumentHelp(Words.OptionHelp.parameter, valueName: "alpha=0.2")
  )
  var settings: [SettingArgument] = []
  @Option(
    parsing: .unconditionalSingleValue, help: ArgumentHelp(Words.OptionHelp.at, valueName: "x"))
  var at: [Double] = []
  @Flag(help: ArgumentHelp(Words.OptionHelp.describe)) var describe = false
  @Option(help: ArgumentHelp(Words.OptionHelp.plotFormat)) var format: Format?
  @Flag(help: ArgumentHelp(Words.OptionHelp.print)) var print = false
  @Option(help: ArgumentHelp(Words.OptionHelp.plotSize, valueName: "80x24"))
  var size: SizeArgument?
  @OptionGroup var output: OutputOption
  @OptionGroup var options: Options

  func run() throws {
    let state = try state()
    let isPiped = output.output != nil || isatty(STDOUT_FILENO) == 0
    let workspace = Workspace(options)
    let isPlain = workspace.options.isPlain
    if describe || (isPlain && format == nil && at.isEmpty && isPiped) {
      let text = state.functions.map { FunctionWords($0).text }.joined(separator: "\n\n") + "\n"
      return try output.write(isPlain ? text.spokenLines : text)
    }
    let isPrinted = print || format != nil || !at.isEmpty || isPiped
    guard isPrinted else {
      try Session(workspace: workspace).run(
        opening: .plot(.state(state)), isAlone: !functions.isEmpty)
      return
    }
    switch format ?? (at.isEmpty ? .text : .csv) {
    case .text: try output.write(try text(state))
    case .csv: try output.write(PlotTable(state, at: at).csv)
    case .json: try output.write(PlotReport(state, at: at).json)
    case .svg: try output.write(try svg(state))
    }
  }

  /// The plot described by arguments and options; options take precedence.
  private func state() throws(Failure) -> PlotState {
    var state = PlotState([])
    do throws(PlotStateError) {
      for word in functions.isEmpty ? ["gelu"] : functions {
        let next = try PlotState(word)
        // Settings that only one word can contain are those of the last word.
        let before = state.functions
        state = next.isPlain && !before.isEmpty ? state : next
        state.functions = before + next.functions
      }
      guard state.functions.count <= PlotState.mostFunctions else {
        throw .tooManyFunctions(most: PlotState.mostFunctions)
      }
    } catch {
      throw Failure(error)
    }
    state.functions = try withSettings(state.functions)
    if let x { state.x = try x.range("--x") }
    if let y { state.y = try y.range("--y") }
    if let derivative { state.derivative = derivative ? .stacked : .none }
    state.showsSecondDerivative = state.showsSecondDerivative || secondDerivative
    state.showsDifference = state.showsDifference || difference
    state.joinsJumps = state.joinsJumps || joined
    return state
  }

  /// The functions with the settings that apply to them; a setting that applies to none is an error.
  private func withSettings(_ functions: [BoundActivation]) throws(Failure) -> [BoundActivation] {
    var changed = functions
    for setting in settings {
      var isUsed = false
      for (index, function) in changed.enumerated() {
        let parameters = function.activation.parameters
        guard parameters.contains(where: { $0.name == setting.name }) || functions.count == 1
        else { continue }
        isUsed = true
        var values = Dictionary(
          uniqueKeysWithValues: zip(parameters.map(\.name), function.parameterValues))
        values[setting.name] = setting.value
        do throws(ActivationError) {
          changed[index] = try function.activation.with(values)
        } catch {
          throw Failure(error)
        }
      }
      guard isUsed else {
        throw Failure(
          Words.Usage.unusedParameter(setting.name), status: Failure.Status.usage)
      }
    }
    return changed
  }

  private func text(_ state: PlotState) throws(Failure) -> String {
    let size =
      try size?.size(least: Size(width: 12, height: 4)) ?? Size(width: 80, height: 24)
    let charset = options.charset.resolved(
      isUTF8: CursesTerminal.localeIsUTF8(), terminal: nil)
    let frame = state.picture(size, charset)
    return frame.lines.joined(separator: "\n") + "\n"
  }

  /// Cells are ten pixels wide and twenty high.
  private func svg(_ state: PlotState) throws(Failure) -> String {
    let size =
      try size?.size(least: Size(width: 20, height: 8)) ?? Size(width: 80, height: 25)
    let chart = PlotDrawing(state, charset: .braille).chart(rows: size.height)
    return SVGChart(chart.panels, width: size.width * 10, height: size.height * 20).text
  }
}

extension PlotState {
  /// Whether it contains only functions.
  fileprivate var isPlain: Bool { self == PlotState(functions) }
}
