import Figures
import NeuralLab
import TerminalUI
import TextCharts
import Words

/// The clinic's text: a table for every formula, and the logits for which it fails.
struct ClinicText {
  private let numerics: Numerics
  private let chosen: Int
  private let context: AppContext
  private var text: ColumnText

  var lines: [[Run]] { text.lines }
  /// The index of the line with which the second column of a wide window begins.
  private(set) var secondColumn = 0

  init(_ numerics: Numerics, chosen: Int, width: Int, _ context: AppContext) {
    self.numerics = numerics
    self.chosen = chosen
    self.context = context
    text = ColumnText(width: width, context)
    addTable(
      Words.Clinic.softmax, numerics.probabilities,
      line: Words.Clinic.probability(z:single:double:stable:))
    addMoment()
    text.addBlank()
    addTable(
      Words.Clinic.crossEntropy, numerics.crossEntropies,
      line: Words.Clinic.loss(z:single:double:stable:))
    let isNaN = numerics.crossEntropies.contains { $0.naiveSingle.isNaN || $0.naiveDouble.isNaN }
    let isInfinite = numerics.crossEntropies.contains {
      $0.breaksInSingle && $0.naiveSingle.isInfinite
        || $0.breaksInDouble && $0.naiveDouble.isInfinite
    }
    if isInfinite { addBroken(numerics.crossEntropies, Words.Clinic.crossEntropyOfZero) }
    if isNaN { addBroken(numerics.crossEntropies, Words.Clinic.crossEntropyOfNaN) }
    if isInfinite || isNaN { text.add(Words.Clinic.crossEntropyRemedy) }
    text.addBlank()
    secondColumn = text.lines.count
    addTable(
      Words.Clinic.binary, numerics.binary, line: Words.Clinic.loss(z:single:double:stable:))
    addBroken(numerics.binary, Words.Clinic.binaryBroken)
    text.addBlank()
    addTwice()
  }

  private mutating func addTable(
    _ title: String, _ rows: [Numerics.Variants],
    line: (_ z: String, _ single: String, _ double: String, _ stable: String) -> String
  ) {
    text.add(title, Style(.heading, .bold))
    let isNarrow = text.width < 60
    if !context.isPlain {
      let head = isNarrow ? Words.Clinic.narrowColumns : Words.Clinic.columns
      text.add([[Run("  " + columns(head), .dim)]])
    }
    for (index, row) in rows.enumerated() {
      let values = [
        NumberText.shortest(numerics.logits[index]), Self.short(Double(row.naiveSingle)),
        Self.short(row.naiveDouble), Self.short(row.stable),
      ]
      if context.isPlain {
        text.add(line(values[0], values[1], values[2], values[3]))
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
    // Shows negative zero as 0.
    return GradientInstrument.short(value == 0 ? 0 : value)
  }

  /// Adds the first power that overflows.
  private mutating func addMoment() {
    let largest = numerics.logits.max() ?? 0
    let limits = [
      ("float32", Numerics.singleLimit), ("float64", Numerics.doubleLimit),
    ]
    let broken = limits.filter { largest > $0.1 }
    guard !broken.isEmpty else {
      let room = NumberText.rounded(Numerics.singleLimit - largest, decimals: 1)
      text.add(Words.Clinic.whole(room: room), Style(.dim))
      return
    }
    for (name, limit) in broken {
      text.add(
        Words.Clinic.broken(
          in: name, largest: NumberText.shortest(largest),
          limit: NumberText.rounded(limit, decimals: 2)),
        Style(.wrong), marker: [Run(context.wrongMark, .wrong, .bold)])
    }
    text.add(Words.Clinic.remedy)
  }

  private mutating func addBroken(_ rows: [Numerics.Variants], _ words: String) {
    guard rows.contains(where: { $0.breaksInSingle || $0.breaksInDouble }) else { return }
    text.add(words, Style(.wrong), marker: [Run(context.wrongMark, .wrong, .bold)])
  }

  private mutating func addTwice() {
    text.add(Words.Clinic.twiceTitle, Style(.heading, .bold))
    let once = numerics.probabilities.map { GradientInstrument.short($0.stable) }
    let twice = numerics.twice.map(GradientInstrument.short)
    text.add(Words.Clinic.once(once.joined(separator: "  ")))
    text.add(Words.Clinic.twice(twice.joined(separator: "  ")))
    let count = Double(numerics.logits.count)
    let most = GradientInstrument.short(2.718281828459045 / (2.718281828459045 + count - 1))
    text.add(Words.Clinic.twiceLimit(most), Style(.dim))
  }
}
