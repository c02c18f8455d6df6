/// A chart in SVG 1.1: one path per curve, axes with round ticks, labels, no external styles.
public struct SVGChart: Sendable {
  /// From top to bottom, over a shared x axis.
  public var panels: [Panel]
  /// In pixels.
  public var width: Int
  /// In pixels.
  public var height: Int

  private static let margin = (left: 64.0, right: 20.0, top: 34.0, bottom: 34.0)
  private static let colors = ["#1f6feb", "#a626a4", "#1a7f37", "#9a6700", "#8250df", "#57606a"]
  private static let dashes = ["", "9 5", "2 4", "9 4 2 4", "18 6", "2 3 2 9"]

  public init(_ panels: [Panel], width: Int = 800, height: Int = 500) {
    self.panels = panels
    self.width = width
    self.height = height
  }

  /// The SVG document.
  public var text: String {
    let each = (Double(height) - Self.margin.bottom) / Double(max(1, panels.count))
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\""
        + " viewBox=\"0 0 \(width) \(height)\" font-family=\"sans-serif\" font-size=\"13\">",
      "<title>\(Self.escaped(panels.first?.curves.map(\.label).joined(separator: ", ") ?? ""))</title>",
    ]
    for (index, panel) in panels.enumerated() {
      let plane = Plane(
        window: panel.window, left: Self.margin.left, right: Double(width) - Self.margin.right,
        top: each * Double(index) + Self.margin.top, bottom: each * Double(index + 1))
      lines += axes(plane, isLast: index == panels.count - 1)
      lines += names(panel.curves, plane)
      for (place, curve) in panel.curves.enumerated() {
        lines.append(path(curve, plane, Self.look(place)))
      }
      for mark in panel.marks where plane.contains(mark) {
        lines.append(
          "<circle cx=\"\(Self.text(plane.x(mark.x)))\" cy=\"\(Self.text(plane.y(mark.y)))\""
            + " r=\"4\" fill=\"#cf222e\"/>")
      }
    }
    return (lines + ["</svg>"]).joined(separator: "\n") + "\n"
  }

  /// The mapping of a window to the picture.
  private struct Plane {
    let window: PlotWindow
    let left, right, top, bottom: Double

    func x(_ value: Double) -> Double { left + window.xScale.share(of: value) * (right - left) }

    func y(_ value: Double) -> Double { bottom - window.yScale.share(of: value) * (bottom - top) }

    func contains(_ mark: PlotMark) -> Bool {
      window.x.contains(mark.x) && window.y.contains(mark.y)
    }
  }

  private static func look(_ index: Int) -> String {
    let dash = dashes[index % dashes.count]
    return "stroke=\"\(colors[index % colors.count])\""
      + (dash.isEmpty ? "" : " stroke-dasharray=\"\(dash)\"")
  }

  private func axes(_ plane: Plane, isLast: Bool) -> [String] {
    var lines = ["<g stroke=\"#8c959f\" stroke-width=\"1\">"]
    let box = [plane.left, plane.right, plane.top, plane.bottom].map(Self.text)
    lines.append("<path d=\"M\(box[0]) \(box[2])V\(box[3])H\(box[1])\" fill=\"none\"/>")
    if plane.window.y.contains(0) {
      let y = Self.text(plane.y(0))
      lines.append("<path d=\"M\(box[0]) \(y)H\(box[1])\" stroke-dasharray=\"1 4\"/>")
    }
    if plane.window.x.contains(0) {
      let x = Self.text(plane.x(0))
      lines.append("<path d=\"M\(x) \(box[2])V\(box[3])\" stroke-dasharray=\"1 4\"/>")
    }
    lines += ["</g>", "<g fill=\"#57606a\">"]
    let levels = max(2, Int(cell: (plane.bottom - plane.top) / 36, of: .max))
    for tick in Ticks(plane.window.yScale, count: levels).marks {
      lines.append(
        "<text x=\"\(Self.text(plane.left - 8))\" y=\"\(Self.text(plane.y(tick.value) + 4))\""
          + " text-anchor=\"end\">\(tick.label)</text>")
    }
    if isLast {
      for tick in Ticks(plane.window.xScale, count: max(2, width / 90)).marks {
        lines.append(
          "<text x=\"\(Self.text(plane.x(tick.value)))\" y=\"\(Self.text(plane.bottom + 20))\""
            + " text-anchor=\"middle\">\(tick.label)</text>")
      }
    }
    return lines + ["</g>"]
  }

  private func names(_ curves: [Curve], _ plane: Plane) -> [String] {
    var x = plane.left + 8
    var lines: [String] = []
    for (index, curve) in curves.enumerated() {
      let y = Self.text(plane.top - 14)
      lines.append(
        "<path d=\"M\(Self.text(x)) \(y)h28\" \(Self.look(index)) stroke-width=\"2\" fill=\"none\"/>"
      )
      lines.append(
        "<text x=\"\(Self.text(x + 34))\" y=\"\(Self.text(plane.top - 10))\">"
          + "\(Self.escaped(curve.label))</text>")
      x += 52 + 7.5 * Double(curve.label.count)
    }
    return lines
  }

  /// A curve as a polyline: a point for every two pixels and for every feature, and no line over a jump; points on the
  /// line between their neighbours are omitted.
  private func path(_ curve: Curve, _ plane: Plane, _ look: String) -> String {
    let x = plane.window.x
    let steps = max(2, Int(cell: (plane.right - plane.left) / 2, of: .max))
    var places = (0...steps).map { plane.window.xScale.value(at: Double($0) / Double(steps)) }
    places += curve.features + curve.jumps.flatMap { [$0.nextDown, $0.nextUp] }
    places = places.filter { x.contains($0) && !curve.jumps.contains($0) }.sorted()
    var pieces: [[(x: Double, y: Double)]] = [[]]
    for (index, place) in places.enumerated() {
      let value = curve.function(place)
      let isBroken =
        index > 0 && !curve.joinsJumps
        && curve.jumps.contains { places[index - 1] < $0 && $0 < place }
      if !plane.window.y.contains(value) || isBroken, pieces.last?.isEmpty == false {
        pieces.append([])
      }
      if plane.window.y.contains(value) {
        pieces[pieces.count - 1].append((plane.x(place), plane.y(value)))
      }
    }
    let strokes = pieces.filter { $0.count > 1 }.map { piece in
      Self.thinned(piece).enumerated().map { index, point in
        (index == 0 ? "M" : "L") + Self.text(point.x) + " " + Self.text(point.y)
      }.joined()
    }
    return "<path d=\"\(strokes.joined())\" \(look) stroke-width=\"2\" fill=\"none\""
      + " stroke-linejoin=\"round\"/>"
  }

  /// Removes points within a twentieth of a pixel of the line between their neighbours.
  private static func thinned(_ points: [(x: Double, y: Double)]) -> [(x: Double, y: Double)] {
    var kept = [points[0]]
    var start = 0
    for index in points.indices.dropFirst(2) {
      let (from, to) = (points[start], points[index])
      let isStraight = points[(start + 1)..<index].allSatisfy { point in
        guard to.x > from.x else { return false }
        let y = from.y + (to.y - from.y) * (point.x - from.x) / (to.x - from.x)
        return abs(y - point.y) < 0.05
      }
      if !isStraight {
        kept.append(points[index - 1])
        start = index - 1
      }
    }
    return kept + [points[points.count - 1]]
  }

  /// A length in pixels with at most two decimals.
  private static func text(_ length: Double) -> String {
    NumberText.rounded(length, decimals: 2)
  }

  /// Escapes text for XML.
  ///
  /// Works on code points: a quotation mark with a combining accent is another character, but still ends an attribute.
  /// Characters that XML 1.0 forbids or discourages (§2.2: controls, U+FFFE and U+FFFF) become U+FFFD.
  public static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\t", "\n", "\r", " "..."~", "\u{A0}"..."\u{D7FF}", "\u{E000}"..."\u{FFFD}",
        "\u{10000}"..."\u{10FFFF}":
        escaped.unicodeScalars.append(scalar)
      default: escaped.unicodeScalars.append("\u{FFFD}")
      }
    }
    return escaped
  }
}
