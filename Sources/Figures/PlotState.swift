public import Activations
public import Lessons
public import TextCharts
import Words

/// The complete state of a plot, as a value and in a short text form.
///
/// The text form is functions joined by `+`, each with its parameters, followed by parts after slashes:
/// `swish:beta=2+gelu/x=-4...4/slope=overlaid/at=0.5`. Defaults are omitted.
public struct PlotState: Equatable, Sendable {
  /// The curves; the first one is drawn on top.
  public var functions: [BoundActivation]
  /// From the left edge to the right.
  public var x: ClosedRange<Double> = PlotState.usual
  /// From the bottom edge to the top; nil to fit the curves.
  public var y: ClosedRange<Double>?
  /// The panel in which the slopes are drawn.
  public var derivative: PlotFigure.Derivative = .stacked
  public var showsSecondDerivative = false
  public var showsDifference = false
  public var joinsJumps = false
  /// The cursor's position; nil for the default.
  public var cursor: Double?

  /// The logits of softmax as bars; nil for curves.
  public var logits: [Double]?
  /// The temperature of softmax.
  public var temperature = 1.0

  /// The default range of x.
  public static let usual = -5.0...5.0
  /// The number of letters.
  public static let mostFunctions = 26

  public init(_ functions: [BoundActivation]) { self.functions = functions }

  /// The plot of a figure; unknown functions are ignored.
  public init(_ figure: PlotFigure) {
    functions = BoundActivation.named(figure.functions, figure.parameters)
    (x, y, derivative) = (figure.x, figure.y, figure.derivative)
  }

  /// The scale from the left edge to the right.
  public var xScale: AxisScale { AxisScale(x) ?? .unit }

  /// The text form; see the type's description.
  public var text: String {
    var parts = [functions.map(\.stateText).joined(separator: "+")]
    if x != Self.usual { parts.append("x=" + Self.text(x)) }
    if let y { parts.append("y=" + Self.text(y)) }
    if derivative != .stacked { parts.append("slope=\(derivative.rawValue)") }
    if showsSecondDerivative { parts.append("second-derivative") }
    if showsDifference { parts.append("difference") }
    if joinsJumps { parts.append("joined") }
    if let cursor { parts.append("at=" + Self.text(cursor)) }
    if let logits { parts.append("logits=" + logits.map(Self.text).joined(separator: ",")) }
    if temperature != 1 { parts.append("temperature=" + Self.text(temperature)) }
    return parts.joined(separator: "/")
  }

  /// The difference of a curve and the next one, if it is shown and there is one.
  ///
  /// - Parameter activeCurve: The curve's index.
  /// - Returns: The difference over the window.
  public func difference(from activeCurve: Int = 0) -> PlotDifference? {
    guard showsDifference, functions.count > 1, functions.indices.contains(activeCurve) else {
      return nil
    }
    return PlotDifference(
      functions[activeCurve], functions[(activeCurve + 1) % functions.count], over: x)
  }

  /// Parses the text form; see the type's description.
  ///
  /// - Parameter text: For example `relu`, or `relu+elu:alpha=2/x=-3...3`.
  /// - Throws: `PlotStateError`.
  public init(_ text: String) throws(PlotStateError) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    functions = []
    for name in (parts.first ?? "").split(separator: "+", omittingEmptySubsequences: false) {
      functions.append(try BoundActivation(stateText: String(name)))
    }
    guard functions.count <= Self.mostFunctions else {
      throw .tooManyFunctions(most: Self.mostFunctions)
    }
    for part in parts.dropFirst() { try read(part) }
  }

  private mutating func read(_ part: String) throws(PlotStateError) {
    let sides = part.split(separator: "=", maxSplits: 1).map(String.init)
    let value = sides.count == 2 ? sides[1] : nil
    switch (sides.first ?? "", value) {
    case ("x", let value?): x = try Self.range(value, part)
    case ("y", let value?): y = try Self.range(value, part)
    case ("slope", let value?):
      guard let place = PlotFigure.Derivative(rawValue: value) else {
        throw .badPart(part, expected: Words.PlotText.slope)
      }
      derivative = place
    case ("at", let value?):
      guard let place = Double(value), place.isFinite else {
        throw .badPart(part, expected: Words.PlotText.cursor)
      }
      cursor = place
    case ("logits", let value?): logits = try Self.logits(value, part)
    case ("temperature", let value?):
      guard let number = Double(value), SoftmaxFigure.temperatures.contains(number) else {
        throw .badPart(part, expected: Words.PlotText.temperature)
      }
      temperature = number
    case ("second-derivative", nil), ("bend", nil): showsSecondDerivative = true
    case ("difference", nil): showsDifference = true
    case ("joined", nil): joinsJumps = true
    default: throw .badPart(part, expected: Words.PlotText.part)
    }
  }

  private static func logits(_ text: String, _ part: String) throws(PlotStateError) -> [Double] {
    let words = text.split(separator: ",", omittingEmptySubsequences: false)
    let numbers = words.compactMap { Double($0) }.filter(SoftmaxFigure.reach.contains)
    guard numbers.count == words.count, SoftmaxFigure.counts.contains(numbers.count) else {
      throw .badPart(part, expected: Words.PlotText.logits)
    }
    return numbers
  }

  private static func range(
    _ text: String, _ part: String
  ) throws(PlotStateError) -> ClosedRange<Double> {
    guard let range = PlotRange(text) else {
      throw .badRange(part, isEmpty: PlotRange.isEmpty(text))
    }
    return range.range
  }

  private static func text(_ range: ClosedRange<Double>) -> String {
    text(range.lowerBound) + "..." + text(range.upperBound)
  }

  /// A number without a plus sign, which joins functions here.
  fileprivate static func text(_ number: Double) -> String {
    NumberText.shortest(number).filter { $0 != "+" }
  }
}

/// A range as it is typed, `-4...4`.
public struct PlotRange: Sendable {
  /// Two finite ends, far enough apart to be distinguished.
  public let range: ClosedRange<Double>

  /// Parses a range; nil if it is empty, reversed, infinite or not a range.
  public init?(_ text: String) {
    guard let (low, high) = Self.ends(of: text),
      let window = PlotFigure.window(from: low, to: high)
    else { return nil }
    range = window
  }

  /// Whether a text consists of two finite numbers of which the second is not larger.
  public static func isEmpty(_ text: String) -> Bool {
    guard let (low, high) = ends(of: text) else { return false }
    return low.isFinite && high.isFinite && low >= high
  }

  private static func ends(of text: String) -> (low: Double, high: Double)? {
    guard let dots = text.firstRange(of: "..."), let low = Double(text[..<dots.lowerBound]),
      let high = Double(text[dots.upperBound...])
    else { return nil }
    return (low, high)
  }
}

extension BoundActivation {
  /// The id with parameters that are not at their defaults, such as `swish:beta=2`.
  fileprivate var stateText: String {
    zip(activation.parameters, parameterValues).reduce(activation.id) { text, setting in
      guard setting.1 != setting.0.defaultValue else { return text }
      return text + ":\(setting.0.name)=" + PlotState.text(setting.1)
    }
  }

  fileprivate init(stateText: String) throws(PlotStateError) {
    let parts = stateText.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    var values: [String: Double] = [:]
    for part in parts.dropFirst() {
      let sides = part.split(separator: "=").map(String.init)
      guard sides.count == 2, let value = Double(sides[1]) else {
        throw .badPart(part, expected: Words.PlotText.parameter)
      }
      values[sides[0]] = value
    }
    do throws(ActivationError) {
      self = try Catalogue.activation(named: parts.first ?? "").with(values)
    } catch {
      throw .function(error)
    }
  }

  /// Functions by name, each with the valid settings among the given ones.
  ///
  /// - Parameters:
  ///   - names: Names of the catalogue, optionally with parameters as in `swish:beta=2`; others are ignored.
  ///   - values: Values of parameters.
  /// - Returns: The functions in order of their names.
  package static func named(_ names: [String], _ values: [String: Double] = [:])
    -> [BoundActivation]
  {
    names.compactMap { name in
      guard let function = try? BoundActivation(stateText: name) else { return nil }
      let known = Set(function.activation.parameters.map(\.name))
      guard !name.contains(":"), !values.isEmpty else { return function }
      return try? function.activation.with(values.filter { known.contains($0.key) })
    }
  }

  /// The name, with parameters that are not at their defaults.
  package var shortLabel: String {
    let isUsual = zip(activation.parameters, parameterValues).allSatisfy { $0.defaultValue == $1 }
    return isUsual ? activation.name : label
  }

  /// The function with one parameter changed; unchanged if the value is not allowed.
  package func with(_ value: Double, at index: Int) -> BoundActivation {
    var values: [String: Double] = [:]
    for (place, parameter) in activation.parameters.enumerated() {
      values[parameter.name] = place == index ? value : parameterValues[place]
    }
    return (try? activation.with(values)) ?? self
  }
}
