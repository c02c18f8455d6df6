public import Lessons
package import TerminalUI

extension PlotFigure {
  /// Whether functions, each drawn alone in the figure's place, look different.
  ///
  /// Two drawings that differ in fewer than a twelfth of their columns count as equal.
  ///
  /// - Parameters:
  ///   - names: The functions.
  ///   - size: Columns and rows of the drawing.
  ///   - charset: The charset of the drawing.
  /// - Returns: False if two of them look alike.
  package func areDistinguishable(_ names: [String], _ size: Size, _ charset: Charset) -> Bool {
    let drawings = names.map { name -> [[Cell]] in
      var figure = self
      figure.functions = [name]
      let frame = PlotDrawing(figure: figure, charset: charset, hidesLabel: true).frame(size)
      return (0..<size.width).map { x in (0..<size.height).compactMap { frame[x, $0] } }
    }
    for (index, one) in drawings.enumerated() {
      for other in drawings.dropFirst(index + 1)
      where zip(one, other).count(where: { $0 != $1 }) * 12 < size.width { return false }
    }
    return true
  }
}

extension Figure {
  /// Whether all of its curves look different in ASCII; always true for figures without curves.
  public func isLegible(width: Int, rows: Int) -> Bool {
    guard case .plot(let plot) = self else { return true }
    return plot.areDistinguishable(plot.functions, Size(width: width, height: rows), .ascii)
  }
}

extension Block {
  /// The figures in it, in order.
  public var figures: [Figure] {
    switch self {
    case .figure(let figure): [figure]
    case .prediction(let prediction): [prediction.figure]
    case .list(let list): list.items.flatMap(\.blocks).flatMap(\.figures)
    case .quote(let blocks), .alert(_, let blocks): blocks.flatMap(\.figures)
    default: []
    }
  }
}

extension Card {
  /// Columns and rows of its curve under the prompt.
  ///
  /// - Parameters:
  ///   - width: Columns of the question.
  ///   - rows: Rows of the question with its choices and a verdict.
  /// - Returns: The size of the drawing.
  package func plotSize(width: Int, rows: Int) -> Size {
    let prompt = TextLayout.wrap(prompt, width: width).count
    if isAnsweredInPlot {
      // Before the answer, prompt, curve and marker fit; then the verdict is scrolled to if necessary.
      let rest = rows - prompt - 1
      if case .sketch = form {
        // A handle's steps can be seen only on many rows.
        return Size(width: width, height: min(20, max(min(6, rest), rows - prompt - 6)))
      }
      return Size(width: width, height: min(14, max(min(6, rest), rows - prompt - 8)))
    }
    // Prompt, four choices, and a verdict of three lines.
    let others = prompt + 8
    return Size(width: width, height: min(14, max(6, rows - others)))
  }

  /// Whether the answer is a part of the plot, so that nothing is listed under it.
  private var isAnsweredInPlot: Bool {
    switch form {
    case .point, .sketch: true
    default: false
    }
  }

  /// Whether its curve, drawn at a size, looks different from those of all other choices.
  ///
  /// Two drawings that differ in fewer than a twelfth of their columns count as equal. The curve of a question about a
  /// point must show where it is. Questions without a curve can always be distinguished.
  package func isDistinguishable(width: Int, rows: Int, _ charset: Charset) -> Bool {
    if case .point(let plot, let question) = form {
      return plot.figure.shows(question, plotSize(width: width, rows: rows))
    }
    guard case .curve(let plot, let question) = form else { return true }
    let names = question.choices.compactMap(\.function)
    return plot.figure.areDistinguishable(names, plotSize(width: width, rows: rows), charset)
  }
}
