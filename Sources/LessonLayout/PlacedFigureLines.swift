import Figures
package import TerminalUI
import Words

extension PlacedFigure {
  /// The figure's lines, exactly as many as its rows.
  ///
  /// - Parameters:
  ///   - title: The title.
  ///   - charset: The charset.
  ///   - names: The names of keys.
  ///   - isFocused: Whether the figure has focus; if it is drawn beside the text, whether it is there now.
  /// - Returns: The title, the drawing, and the caption or, with focus, the values.
  package func lines(title: String, _ charset: Charset, _ names: KeyNames, isFocused: Bool)
    -> [[Run]]
  {
    if isPlain { return plainLines(title, charset, names, isFocused: isFocused) }
    if isBeside { return captionLines(title, charset, isShown: isFocused) }
    let dash = charset.pick("─", "-")
    let left = "\(dash)\(dash) \(title) "
    let right = " \(isFocused ? Words.Figures.leaves(names) : Words.Figures.focuses(names)) "
    let fill = max(0, size.width - left.displayWidth - right.displayWidth - 1)
    let head = left + String(repeating: dash, count: fill) + right + dash
    var result = [[Run(head, style: isFocused ? Style(.accent, .bold) : Style(.dim))]]
    result += live.frame(size, charset, isFocused: isFocused).runLines
    let text = isFocused ? live.readout ?? caption : caption
    let style = isFocused ? Style(.text, .bold) : Style(.dim, .emphasis)
    let under = TextLayout.wrap(charset.text(text), width: size.width, style: style).map(\.runs)
    result += under
    let count = rows.count
    result = Array((result + Array(repeating: [], count: count)).prefix(count))
    return result.map { indent + $0 }
  }
}

extension PlacedFigure {
  /// The title, which points to the figure while it is beside the text, and the caption.
  private func captionLines(_ title: String, _ charset: Charset, isShown: Bool) -> [[Run]] {
    let dash = charset.pick("─", "-")
    let left = "\(dash)\(dash) \(title) "
    let fill = String(repeating: dash, count: max(0, size.width - left.displayWidth - 1))
    let head = left + fill + (isShown ? charset.pick("→", ">") : dash)
    let under = TextLayout.wrap(
      charset.text(caption), width: size.width, style: Style(.dim, .emphasis))
    let all =
      [[Run(head, style: isShown ? Style(.accent) : Style(.dim))]]
      + under.map(\.runs)
    return all.prefix(rows.count).map { indent + $0 }
  }

  /// The figure with its title and values, for a pane beside the text.
  ///
  /// - Parameters:
  ///   - title: The title.
  ///   - space: The size of the pane.
  ///   - charset: The charset.
  ///   - names: The names of keys.
  ///   - isFocused: Whether the figure has focus.
  /// - Returns: The title, the drawing with its cursor, and the values.
  package func besideLines(
    title: String, in space: Size, _ charset: Charset, _ names: KeyNames, isFocused: Bool
  ) -> [[Run]] {
    let dash = charset.pick("─", "-")
    let left = "\(dash)\(dash) \(title) "
    let right = " \(isFocused ? Words.Figures.leaves(names) : Words.Figures.focuses(names)) "
    let fill = max(0, space.width - left.displayWidth - right.displayWidth - 1)
    let head = left + String(repeating: dash, count: fill) + right + dash
    let values =
      live.readout.map {
        TextLayout.wrap(charset.text($0), width: space.width, style: Style(.text, .bold)).map(
          \.runs)
      } ?? []
    // The longest values keep their rows, so that the drawing keeps its size.
    let under = live.readout == nil ? 0 : live.hasSliders ? 2 : 1
    let drawn = Size(
      width: space.width, height: live.heightBeside(rows: space.height - 1 - under))
    return [[Run(head, style: isFocused ? Style(.accent, .bold) : Style(.dim))]]
      + live.frame(drawn, charset, isFocused: true).runLines + values.prefix(max(1, under))
  }
}

extension PlacedFigure {
  /// The figure in words, padded with empty lines.
  private func plainLines(
    _ title: String, _ charset: Charset, _ names: KeyNames, isFocused: Bool
  ) -> [[Run]] {
    let head =
      isFocused
      ? Words.Figures.focused(title, caption: caption, names)
      : Words.Figures.unfocused(title, caption: caption, names)
    let readout = isFocused ? live.readout.map { [$0] } ?? [] : []
    let words = [head] + live.words + readout
    let wrapped = words.flatMap { TextLayout.wrap(charset.text($0), width: size.width) }
    let missing = max(0, rows.count - wrapped.count)
    return Array(
      (wrapped.map { indent + $0.runs } + Array(repeating: [], count: missing)).prefix(rows.count))
  }
}
