import Activations

/// The loss of a trial, right or with a fault of its own.
enum TrialLoss: Sendable {
  /// Cross-entropy of logits.
  case crossEntropy
  /// Cross-entropy that takes probabilities for logits.
  case softmaxTwice
  /// Cross-entropy of a softmax over the samples of the batch.
  case overBatch

  /// Computes the mean loss of a batch in nats.
  ///
  /// - Parameters:
  ///   - logits: Sample by sample.
  ///   - classes: The right class of each sample.
  ///   - outputs: The number of classes.
  ///   - slopes: Receives the gradient with respect to the logits.
  /// - Returns: The loss.
  func callAsFunction(
    _ logits: UnsafePointer<Double>, _ classes: [Int32], outputs: Int,
    slopes: UnsafeMutablePointer<Double>
  ) -> Double {
    switch self {
    case .crossEntropy:
      LossHead.crossEntropy(
        logits, classes: classes, samples: classes.count, of: classes.count, outputs: outputs,
        slopes: slopes
      ).loss
    case .softmaxTwice: Self.twice(logits, classes, outputs, slopes)
    case .overBatch: Self.overBatch(logits, classes, outputs, slopes)
    }
  }

  /// The gradient at the probabilities p is g = q − y with q = softmax(p); at the logits it is p ⊙ (g − p·g).
  private static func twice(
    _ logits: UnsafePointer<Double>, _ classes: [Int32], _ outputs: Int,
    _ slopes: UnsafeMutablePointer<Double>
  ) -> Double {
    var probabilities: [Double] = []
    for sample in classes.indices {
      let row = UnsafeBufferPointer(start: logits + sample * outputs, count: outputs)
      probabilities += Softmax.probabilities(Array(row))
    }
    let loss = LossHead.crossEntropy(
      probabilities, classes: classes, samples: classes.count, of: classes.count,
      outputs: outputs, slopes: slopes
    ).loss
    for start in stride(from: 0, to: probabilities.count, by: outputs) {
      let range = start..<(start + outputs)
      let along = range.reduce(0.0) { $0 + probabilities[$1] * slopes[$1] }
      for index in range { slopes[index] = probabilities[index] * (slopes[index] - along) }
    }
    return loss
  }

  /// With the column's softmax P, the gradient is (count of the class · P − y) / batch.
  private static func overBatch(
    _ logits: UnsafePointer<Double>, _ classes: [Int32], _ outputs: Int,
    _ slopes: UnsafeMutablePointer<Double>
  ) -> Double {
    var loss = 0.0
    for output in 0..<outputs {
      let column = classes.indices.map { logits[$0 * outputs + output] }
      let logs = Softmax.logProbabilities(column)
      let count = Double(classes.count { $0 == Int32(output) })
      for sample in classes.indices {
        let isRight = classes[sample] == Int32(output)
        if isRight { loss -= logs[sample] }
        slopes[sample * outputs + output] =
          (count * Double.exponential(logs[sample]) - (isRight ? 1 : 0)) / Double(classes.count)
      }
    }
    return loss / Double(classes.count)
  }
}
