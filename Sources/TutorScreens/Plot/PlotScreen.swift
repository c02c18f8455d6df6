import Activations
import Lessons
public import TerminalUI
import TextCharts

/// The plot explorer: any function, its slope, a cursor, dials.
public struct PlotScreen: Screen {
  public let name = "Plot explorer"
  private var names: [String]
  private var parameters: [String: [String: Double]] = [:]
  private var selected = 0
  private var x: ClosedRange<Double>
  private var y: ClosedRange<Double>?
  private var cursor = 0.0
  private var showsSlope: Bool
  private static let all = Catalogue.all

  /// Opens functions of the catalogue by their ids.
  public init(
    functions: [String] = ["gelu"], x: ClosedRange<Double> = -5...5,
    y: ClosedRange<Double>? = nil, parameters: [String: Double] = [:], showsSlope: Bool = true
  ) {
    names = functions
    self.x = x
    self.y = y
    self.showsSlope = showsSlope
    selected = Self.all.firstIndex { $0.id == functions.first } ?? 0
    for name in functions { self.parameters[name] = parameters }
  }

  public func keys(in context: Surroundings) -> [KeyBinding] {
    [
      KeyBinding([.left, .right], "cursor", footer: true, label: "← →"),
      KeyBinding([.shiftLeft, .shiftRight], "cursor, faster", label: "⇧← ⇧→"),
      KeyBinding([.up, .down], "function", footer: true, label: "↑ ↓"),
      KeyBinding([.character("v"), .space], "compare", footer: true),
      KeyBinding("[", "dial", footer: true),
      KeyBinding("n", "next landmark", footer: true),
      KeyBinding("d", "slope"),
      KeyBinding([.character("+"), .character("-")], "zoom", label: "+ -"),
      KeyBinding("0", "as it was"),
      KeyBinding([.escape, .character("q")], "back", footer: true),
    ].map {
      $0.keys == [.character("[")] ? KeyBinding($0.keys, "dial", footer: true, label: "[ ]") : $0
    }
  }

  private var current: Activation { Self.all[selected] }

  private func bound(_ name: String) -> BoundActivation? {
    guard let activation = try? Catalogue.activation(named: name) else { return nil }
    let known = Set(activation.parameters.map(\.name))
    return try? activation.with((parameters[name] ?? [:]).filter { known.contains($0.key) })
  }

  public mutating func update(_ event: Event, in context: Surroundings) -> TutorResponse {
    guard let key = event.key else { return .stay }
    let step = (x.upperBound - x.lowerBound) / 100
    switch key {
    case _ where key.leaves: return .pop
    case _ where key.goesLeft: cursor = max(x.lowerBound, cursor - step)
    case _ where key.goesRight: cursor = min(x.upperBound, cursor + step)
    case .shiftLeft, .character("H"): cursor = max(x.lowerBound, cursor - 10 * step)
    case .shiftRight, .character("L"): cursor = min(x.upperBound, cursor + 10 * step)
    case _ where key.goesUp: select((selected + Self.all.count - 1) % Self.all.count)
    case _ where key.goesDown: select((selected + 1) % Self.all.count)
    case .character("v"), .space: toggleCompared()
    case .character("["): turn(-1)
    case .character("]"): turn(1)
    case .character("d"): showsSlope.toggle()
    case .character("n"): toLandmark()
    case .character("+"), .character("="): zoom(0.5)
    case .character("-"): zoom(2)
    case .character("0"):
      parameters = [:]
      (x, y, cursor) = (-5...5, nil, 0)
    default: break
    }
    return .stay
  }

  private mutating func select(_ index: Int) {
    selected = index
    names = [Self.all[index].id]
  }

  /// Puts the function after the one under the cursor beside it, or takes it away again.
  private mutating func toggleCompared() {
    let other = Self.all[(selected + 1) % Self.all.count].id
    names = names.count > 1 ? [current.id] : [current.id, other]
  }

  private mutating func turn(_ direction: Double) {
    guard let parameter = current.parameters.first else { return }
    let value = parameters[current.id]?[parameter.name] ?? parameter.defaultValue
    let turned = value + direction * parameter.step
    let clamped = min(max(turned, parameter.allowed.lowerBound), parameter.allowed.upperBound)
    parameters[current.id, default: [:]][parameter.name] = (clamped * 1e6).rounded() / 1e6
  }

  private mutating func zoom(_ factor: Double) {
    let half = (x.upperBound - x.lowerBound) / 2 * factor
    guard (0.01...1000).contains(half) else { return }
    let middle = half >= 5 ? 0 : cursor
    x = (middle - half)...(middle + half)
    y = nil
    cursor = min(max(cursor, x.lowerBound), x.upperBound)
  }

  private mutating func toLandmark() {
    let places = bound(current.id)?.landmarks.map(\.x).filter(x.contains).sorted() ?? []
    cursor = places.first { $0 > cursor + 1e-9 } ?? places.first ?? cursor
  }

  public func view(in context: Surroundings) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    let functions = names.compactMap { bound($0) }
    let range = "x \(Self.short(x.lowerBound)) to \(Self.short(x.upperBound))"
    let title = functions.map(\.label).joined(separator: " vs ")
    var page = Page(
      "Plot · \(title)", status: context.size.width >= 60 ? range : "", keys: keys(in: context),
      in: context)
    let panel = context.size.width >= 70 ? 24 : 0
    let readout = panel == 0 ? 2 : 0
    let area = Rect(
      x: 0, y: page.body.origin.y, width: context.size.width - panel - 1,
      height: page.body.size.height - readout)
    drawing(context).draw(on: &page.frame, in: area)
    if panel > 0 {
      drawPanel(on: &page, x: context.size.width - panel + 1, context)
    } else {
      for (row, line) in self.readout(context).prefix(2).enumerated() {
        page.frame.write(
          context.text(line), x: 1, y: page.body.maxY - 2 + row, row == 0 ? .text : .dim)
      }
    }
    return page.frame
  }

  private func drawing(_ context: Surroundings) -> PlotDrawing {
    var settings: [String: Double] = [:]
    for name in names { settings.merge(parameters[name] ?? [:]) { first, _ in first } }
    var drawing = PlotDrawing(
      figure: PlotFigure(
        functions: names, x: x, y: y, derivative: showsSlope ? .stacked : .none,
        parameters: settings), charset: context.charset)
    drawing.cursor = cursor
    if let bound = bound(current.id), !(parameters[current.id] ?? [:]).isEmpty,
      bound.label != current.withDefaults.label
    {
      drawing.ghosts = [current.withDefaults]
    }
    return drawing
  }

  private func readout(_ context: Surroundings) -> [String] {
    guard let function = bound(current.id) else { return [] }
    let landmark = function.landmarks.first { abs($0.x - cursor) < 1e-9 }
    let value = NumberText.fixed(function(cursor), decimals: 4)
    let slope = NumberText.fixed(function.derivative(cursor), decimals: 4)
    let place = "x = \(NumberText.fixed(cursor, decimals: 3))"
    if context.size.width < 70 {
      return ["\(place)  f = \(value)  f′ = \(slope)", landmark?.description ?? ""]
    }
    return [place, "f  = \(value)", "f′ = \(slope)", landmark?.description ?? ""]
  }

  private func drawPanel(on page: inout Page, x: Int, _ context: Surroundings) {
    var row = page.body.origin.y
    for (index, activation) in Self.all.enumerated() where row < page.body.maxY - 6 {
      let isShown = names.contains(activation.id)
      let mark = index == selected ? context.charset.pick("▸", ">") : isShown ? "+" : " "
      page.frame.write(mark, x: x, y: row, .accent, .bold)
      page.frame.write(
        context.text(activation.name), x: x + 2, y: row, isShown ? .selection : .text)
      row += 1
    }
    row += 1
    let parameter = current.parameters.first.map { parameter -> String in
      let value = parameters[current.id]?[parameter.name] ?? parameter.defaultValue
      let limit = parameter.limits.first { $0.value == value }.map { " (\($0.description))" } ?? ""
      return "\(parameter.symbol) = \(NumberText.shortest(value))\(limit)"
    }
    let range = bound(current.id).map { "range \($0.range)" }
    let lines = readout(context) + [parameter, range].compactMap { $0 }
    for line in lines where !line.isEmpty && row < page.body.maxY {
      let text = TextLayout.wrap(context.text(line), width: context.size.width - x)
      row = page.write(text, from: row, x: x)
    }
  }

  private static func short(_ value: Double) -> String { NumberText.shortest(value) }
}
