import NeuralLab
import TerminalUI
import TextCharts

/// What the clinic shows: a table for every formula, and where it breaks.
struct ClinicText {
  private let numerics: Numerics
  private let chosen: Int
  private let context: Surroundings
  private var text: ColumnText

  /// The finished lines.
  var lines: [[Run]] { text.lines }

  init(_ numerics: Numerics, chosen: Int, width: Int, _ context: Surroundings) {
    self.numerics = numerics
    self.chosen = chosen
    self.context = context
    text = ColumnText(width: width, context)
    addTable("softmax: eᶻ / Σ eᶻ", numerics.probabilities, first: "p")
    addMoment()
    text.addBlank()
    addTable(
      "cross-entropy: −ln p, if that class is the right one", numerics.crossEntropies, first: "loss"
    )
    addBroken(
      numerics.crossEntropies,
      "A probability that rounded to 0 has no logarithm. From logits the loss is lse(z) − z, which is "
        + "always a number.")
    text.addBlank()
    addTable("sigmoid, then BCE, for target 0: −ln(1 − σ(z))", numerics.binary, first: "loss")
    addBroken(
      numerics.binary,
      "σ(z) has rounded to 1, and ln 0 is infinite: from about z = 17 in float32, 37 in float64. "
        + "BCE with logits is max(z, 0) + ln(1 + e^−|z|) here.")
    text.addBlank()
    addTwice()
  }

  private mutating func addTable(_ title: String, _ rows: [Numerics.Roads], first: String) {
    text.add(title, Style(.heading, .bold))
    let isNarrow = text.width < 60
    if !context.isPlain {
      let head =
        isNarrow
        ? ["z", "float32", "float64", "stable"] : ["z", "naive float32", "naive float64", "stable"]
      text.add([[Run("  " + columns(head), .dim)]])
    }
    for (index, row) in rows.enumerated() {
      let values = [
        NumberText.shortest(numerics.logits[index]), Self.short(Double(row.naiveSingle)),
        Self.short(row.naiveDouble), Self.short(row.stable),
      ]
      if context.isPlain {
        text.add(
          "z = \(values[0]): \(first) naive in float32 \(values[1]), in float64 \(values[2]), "
            + "stable \(values[3])")
        continue
      }
      let mark = index == chosen ? context.charset.pick("▸ ", "> ") : "  "
      var runs = [Run(mark, .accent, .bold)]
      let broken = [false, row.breaksInSingle, row.breaksInDouble, false]
      for (column, value) in values.enumerated() {
        let shown = broken[column] ? context.charset.pick("✗ ", "! ") + value : value
        runs.append(
          Run(padded(shown, column), style: broken[column] ? Style(.wrong, .bold) : .plain))
      }
      text.add([runs])
    }
  }

  private var columnWidth: Int { text.width < 60 ? 9 : 16 }

  private func columns(_ words: [String]) -> String {
    words.enumerated().map { padded($1, $0) }.joined()
  }

  private func padded(_ word: String, _ column: Int) -> String {
    let width = column == 0 ? (text.width < 60 ? 8 : 10) : columnWidth
    return word + String(repeating: " ", count: max(1, width - word.displayWidth))
  }

  private static func short(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    // What came out as minus nothing is nothing.
    return GradientInstrument.short(value == 0 ? 0 : value)
  }

  /// Which power was the first to be too large.
  private mutating func addMoment() {
    let largest = numerics.logits.max() ?? 0
    let limits = [
      ("float32", Numerics.singleLimit), ("float64", Numerics.doubleLimit),
    ]
    let broken = limits.filter { largest > $0.1 }
    guard !broken.isEmpty else {
      let room = NumberText.rounded(Numerics.singleLimit - largest, decimals: 1)
      text.add("Nothing breaks yet: \(room) more, and e^z leaves float32.", Style(.dim))
      return
    }
    for (name, limit) in broken {
      text.add(
        "Broken in \(name): e^\(NumberText.shortest(largest)) is infinite from z = "
          + "\(NumberText.rounded(limit, decimals: 2)) on, and inf/inf is NaN.",
        Style(.wrong), marker: [Run(context.wrongMark, .wrong, .bold)])
    }
    text.add("Stable: take the largest logit off all of them first; softmax does not notice.")
  }

  private mutating func addBroken(_ rows: [Numerics.Roads], _ words: String) {
    guard rows.contains(where: { $0.breaksInSingle || $0.breaksInDouble }) else { return }
    text.add(words, Style(.wrong), marker: [Run(context.wrongMark, .wrong, .bold)])
  }

  private mutating func addTwice() {
    text.add("softmax applied twice", Style(.heading, .bold))
    let once = numerics.probabilities.map { GradientInstrument.short($0.stable) }
    let twice = numerics.twice.map(GradientInstrument.short)
    text.add("once:  \(once.joined(separator: "  "))")
    text.add("twice: \(twice.joined(separator: "  "))")
    let count = Double(numerics.logits.count)
    let most = GradientInstrument.short(2.718281828459045 / (2.718281828459045 + count - 1))
    text.add(
      "The second one never says more than \(most), however sure the first one is: that is why a loss "
        + "that takes logits must not be given probabilities.", Style(.dim))
  }
}
