import Figures
import NeuralLab
import TextCharts
import Words

extension Fault {
  /// The fault as a cause, and the first thing to try against it.
  var texts: Words.Diagnose.Texts {
    switch self {
    case .zeroWeights: Words.Diagnose.zeroWeights
    case .largeWeights: Words.Diagnose.largeWeights
    case .unscaledInputs: Words.Diagnose.unscaledInputs
    case .sigmoidDepth: Words.Diagnose.sigmoidDepth
    case .deadUnits: Words.Diagnose.deadUnits
    case .rateTooLarge: Words.Diagnose.rateTooLarge
    case .rateTooSmall: Words.Diagnose.rateTooSmall
    case .softmaxTwice: Words.Diagnose.softmaxTwice
    case .wrongAxis: Words.Diagnose.wrongAxis
    case .largeLogits: Words.Diagnose.largeLogits
    case .linearLeak: Words.Diagnose.linearLeak
    case .noNormalisation: Words.Diagnose.noNormalisation
    case .inPlaceRectifier: Words.Diagnose.inPlaceRectifier
    case .unscaledScores: Words.Diagnose.unscaledScores
    case .scoresOverDimension: Words.Diagnose.scoresOverDimension
    }
  }

  /// Faults with similar evidence, of which two are offered as wrong causes.
  ///
  /// None of them is also true: large steps kill units and make the loss grow, so neither is offered with the other.
  var lookAlikes: [Fault] {
    switch self {
    case .zeroWeights: [.rateTooSmall, .deadUnits, .softmaxTwice]
    case .largeWeights: [.unscaledInputs, .rateTooLarge, .largeLogits]
    case .unscaledInputs: [.largeWeights, .rateTooLarge, .wrongAxis]
    case .sigmoidDepth: [.rateTooSmall, .zeroWeights, .softmaxTwice]
    case .deadUnits: [.zeroWeights, .rateTooSmall, .softmaxTwice]
    case .rateTooLarge: [.largeLogits, .unscaledInputs, .wrongAxis]
    case .rateTooSmall: [.zeroWeights, .deadUnits, .softmaxTwice]
    case .softmaxTwice: [.rateTooSmall, .wrongAxis, .deadUnits]
    case .wrongAxis: [.largeLogits, .softmaxTwice, .unscaledInputs]
    case .largeLogits: [.wrongAxis, .rateTooLarge, .unscaledInputs]
    case .linearLeak: [.rateTooSmall, .deadUnits, .zeroWeights]
    case .noNormalisation: [.inPlaceRectifier, .rateTooLarge]
    case .inPlaceRectifier: [.noNormalisation, .rateTooLarge]
    case .unscaledScores: [.scoresOverDimension, .rateTooLarge]
    case .scoresOverDimension: [.unscaledScores, .rateTooLarge]
    }
  }
}

/// What the evidence says about a fault, in words.
struct EvidenceWords {
  private typealias Signs = Words.Diagnose.Signs
  let evidence: Evidence

  /// A number as the tables show it.
  static func number(_ value: Double) -> String {
    if value.isNaN { return "nan" }
    if value.isInfinite { return "inf" }
    let size = abs(value)
    guard size != 0 else { return "0" }
    switch size {
    case 0.001..<0.1: return NumberText.rounded(value, decimals: 4)
    case 0.1..<100_000:
      // Three digits, and all digits before the point.
      return NumberText.fixed(value, decimals: size < 1 ? 3 : size < 10 ? 2 : size < 100 ? 1 : 0)
    default: return GradientInstrument.short(value)
    }
  }

  /// A fraction in percent.
  static func percent(_ share: Double) -> String { ProgressPages.percent(share) }

  /// The sign of a fault that was planted, or why it is not the cause here.
  ///
  /// - Parameters:
  ///   - fault: The fault; nil for none.
  ///   - isPlanted: Whether it is the right answer.
  /// - Returns: One or two sentences.
  func sign(of fault: Fault?, isPlanted: Bool) -> String {
    switch evidence {
    case .training(let training): sign(of: fault, in: training, isPlanted)
    case .stream(let stream): sign(of: fault, in: stream, isPlanted)
    case .attention(let attention): sign(of: fault, in: attention, isPlanted)
    }
  }

  private func sign(
    of fault: Fault?, in evidence: TrainingEvidence, _ isPlanted: Bool
  ) -> String {
    let number = Self.number
    let (first, last) = (number(evidence.firstLoss), number(evidence.lastLoss))
    let (start, chance) = (evidence.start, number(evidence.chance))
    let front = start.hidden.first
    switch fault {
    case .zeroWeights: return Signs.zeroWeights(rms: number(front?.rms ?? 0), isPlanted: isPlanted)
    case .largeWeights:
      return Signs.largeWeights(flat: Self.percent(front?.flat ?? 0), isPlanted: isPlanted)
    case .unscaledInputs:
      return Signs.unscaledInputs(rms: number(evidence.inputRMS), isPlanted: isPlanted)
    case .sigmoidDepth:
      return Signs.sigmoidDepth(
        first: number(front?.gradient ?? 0), last: number(start.hidden.last?.gradient ?? 0),
        isPlanted: isPlanted)
    case .deadUnits:
      return Signs.deadUnits(
        start: Self.percent(evidence.deadAtStart), end: Self.percent(evidence.deadAtEnd),
        isPlanted: isPlanted)
    case .rateTooLarge:
      return Signs.rateTooLarge(
        first: first, worst: number(evidence.worstLoss), isPlanted: isPlanted)
    case .rateTooSmall:
      return Signs.rateTooSmall(
        ratio: number(evidence.updateRatio ?? 0), first: first, last: last, isPlanted: isPlanted)
    case .softmaxTwice:
      return Signs.softmaxTwice(
        accuracy: Self.percent(evidence.lastAccuracy), last: last,
        floor: number(evidence.floorOfTwice), classes: evidence.classes, isPlanted: isPlanted)
    case .wrongAxis:
      return Signs.wrongAxis(
        first: first, batchChance: number(evidence.batchChance), batch: evidence.batch,
        chance: chance, classes: evidence.classes, isPlanted: isPlanted)
    case .largeLogits:
      return Signs.largeLogits(
        rms: number(start.logits), first: first, chance: chance, isPlanted: isPlanted)
    case .linearLeak:
      return Signs.linearLeak(
        slope: number(front?.slope ?? 0), accuracy: Self.percent(evidence.lastAccuracy),
        isPlanted: isPlanted)
    default:
      return isPlanted
        ? Signs.healthyTraining(first: first, chance: chance, last: last)
        : Signs.noHealthyTraining(chance: chance, classes: evidence.classes)
    }
  }

  private func sign(of fault: Fault?, in evidence: StreamEvidence, _ isPlanted: Bool) -> String {
    let growth = Self.number(evidence.growth)
    let last = evidence.blocks.last
    switch fault {
    case .noNormalisation: return Signs.noNormalisation(growth: growth, isPlanted: isPlanted)
    case .inPlaceRectifier:
      return Signs.inPlaceRectifier(
        mean: Self.number(last?.mean ?? 0), rms: Self.number(last?.rms ?? 0), isPlanted: isPlanted)
    case nil:
      return isPlanted
        ? Signs.healthyStream(growth: growth, blocks: last?.number ?? 0) : Signs.noHealthyStream
    default: return Signs.noRateYet
    }
  }

  private func sign(
    of fault: Fault?, in evidence: AttentionEvidence, _ isPlanted: Bool
  ) -> String {
    let deviation = Self.number(evidence.scoreDeviation)
    let root = Self.number(Double(evidence.dimension).squareRoot())
    switch fault {
    case .unscaledScores:
      return Signs.unscaledScores(deviation: deviation, root: root, isPlanted: isPlanted)
    case .scoresOverDimension:
      return Signs.scoresOverDimension(deviation: deviation, root: root, isPlanted: isPlanted)
    case nil:
      return isPlanted ? Signs.healthyScores(deviation: deviation) : Signs.noHealthyScores
    default: return Signs.noRateYet
    }
  }
}
