import Figures
import Lessons
import NeuralLab
import TerminalUI
import Words

/// A planted case as a question.
struct DiagnoseCard {
  private typealias Says = Words.Diagnose
  let planted: PlantedCase

  /// The question: the evidence, causes of which one was planted, and what to try first.
  var card: Card {
    let kind = planted.kind
    let words = EvidenceWords(evidence: planted.evidence)
    // Two of the faults that look alike, the planted one, and none.
    let others = kind.lookAlikes
    let place = Int(planted.seed % UInt64(others.count))
    let wrong: [Fault?] = (0..<2).map { others[(place + $0) % others.count] }
    let offered: [Fault?] = [kind] + wrong + [nil]
    let causes = offered.enumerated().map { index, fault in
      Choice(
        id: "\(index)", text: (fault?.texts ?? Says.healthy).cause,
        isCorrect: fault == planted.fault,
        feedback: fault == planted.fault ? nil : words.sign(of: fault, isPlanted: false))
    }
    let remedies = offered.enumerated().map { index, fault in
      let texts = fault?.texts ?? Says.healthy
      return Choice(
        id: "\(index)", text: texts.remedy, isCorrect: fault == planted.fault,
        feedback: fault == planted.fault ? nil : belief(in: fault))
    }
    var card = Card(
      id: "lab-diagnose-" + (planted.fault?.name ?? "healthy"), section: "",
      form: .diagnose(DiagnoseQuestion(front: front, causes: causes, remedies: remedies)),
      explanation: words.sign(of: planted.fault, isPlanted: true))
    card.stem = stem
    return card
  }

  /// The belief behind a wrong first thing to try: the remedy of a fault, or that none is needed.
  private func belief(in fault: Fault?) -> String {
    guard planted.fault != nil else { return Says.curesNothing }
    return fault.map { Says.helpsAgainst($0.texts.cause) } ?? Says.needsCure
  }

  private var front: String {
    switch planted.evidence {
    case .training(let evidence):
      Says.classifier(
        classes: evidence.classes, inputs: evidence.inputs, layers: evidence.start.hidden.count,
        width: evidence.width, activation: evidence.activation, batch: evidence.batch)
    case .stream(let evidence):
      Says.stream(blocks: evidence.blocks.last?.number ?? 0, width: evidence.width)
    case .attention(let evidence):
      Says.attention(keys: evidence.keys, dimension: evidence.dimension)
    }
  }

  private var stem: [Stem] {
    switch planted.evidence {
    case .training(let evidence):
      [
        .log(log(of: evidence)), .table(table(of: evidence)),
        histogram(evidence.histogram, evidence.isBounded ? Says.outputs : Says.sums),
      ]
    case .stream(let evidence):
      [
        .table(
          Stem.Table(
            header: [Says.block, Says.rms, Says.mean],
            rows: evidence.blocks.map {
              ["\($0.number)", EvidenceWords.number($0.rms), EvidenceWords.number($0.mean)]
            })), histogram(evidence.histogram, Says.stream),
      ]
    case .attention(let evidence):
      [.table(table(of: evidence)), histogram(evidence.histogram, Says.weights)]
    }
  }

  private func histogram(_ histogram: LabHistogram, _ title: String) -> Stem {
    .histogram(
      Stem.Histogram(
        title: title, range: histogram.range, counts: histogram.counts, below: histogram.below,
        above: histogram.above))
  }

  private func log(of evidence: TrainingEvidence) -> [String] {
    let width = "\(evidence.log.last?.step ?? 0)".count
    let losses = evidence.log.map { EvidenceWords.number($0.loss) }
    let widest = losses.map(\.count).max() ?? 0
    return zip(evidence.log, losses).map { entry, loss in
      Says.entry(
        step: "\(entry.step)".leftPadded(to: width), loss: loss.padded(to: widest),
        accuracy: EvidenceWords.percent(entry.accuracy))
    } + [evidence.updateRatio.map { Says.update(EvidenceWords.number($0)) }].compactMap(\.self)
  }

  /// At most so many hidden layers are shown.
  private static let mostLayers = 6

  private func table(of evidence: TrainingEvidence) -> Stem.Table {
    let (start, end) = (evidence.start, evidence.end)
    let count = start.hidden.count
    let shown = min(count, Self.mostLayers)
    let layers = (0..<shown).map { shown == 1 ? 0 : $0 * (count - 1) / (shown - 1) }
    let number = EvidenceWords.number
    let rows = layers.map { layer -> [String] in
      let (before, after) = (start.hidden[layer], end.hidden[layer])
      let shares = evidence.isBounded ? (before.flat, after.flat) : (before.dead, after.dead)
      return [
        "\(layer + 1)", change(number(before.rms), number(after.rms)), number(before.slope),
        change(EvidenceWords.percent(shares.0), EvidenceWords.percent(shares.1)),
        change(number(before.gradient), number(after.gradient)),
      ]
    }
    return Stem.Table(
      header: [
        Says.layer, Says.rms, Says.slope, evidence.isBounded ? Says.flat : Says.dead, Says.gradient,
      ],
      rows: [[Says.inputs, number(evidence.inputRMS), "", "", ""]] + rows + [
        [
          Says.logits, change(number(start.logits), number(end.logits)), "", "",
          change(number(start.lastGradient), number(end.lastGradient)),
        ]
      ])
  }

  private func change(_ start: String, _ end: String) -> String {
    start == end ? start : Says.change(from: start, to: end)
  }

  private func table(of evidence: AttentionEvidence) -> Stem.Table {
    Stem.Table(
      header: [Says.measure, Says.value],
      rows: [
        [Says.scores, EvidenceWords.number(evidence.scoreDeviation)],
        [Says.largestWeight, EvidenceWords.number(evidence.largestWeight)],
        [
          Says.entropy,
          Says.entropy(
            EvidenceWords.number(evidence.entropy),
            most: EvidenceWords.number(evidence.mostEntropy)),
        ],
      ])
  }
}
