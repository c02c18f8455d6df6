/// What a network is held to; every loss takes logits and is the mean over the batch.
enum LossHead {
  /// Softmax and cross-entropy against one class a sample.
  ///
  /// - Parameters:
  ///   - logits: Sample after sample.
  ///   - classes: The right class of each.
  ///   - samples: How many there are.
  ///   - batch: How many the mean is taken over, if these are only some of them.
  ///   - outputs: Classes.
  ///   - slopes: Where the loss's slope by the logits is written: (p − y) / batch.
  /// - Returns: The mean loss in nats, and how many samples had their largest logit in the right place.
  static func crossEntropy<Scalar: LabScalar>(
    _ logits: UnsafePointer<Scalar>, classes: UnsafePointer<Int32>, samples: Int,
    of batch: Int, outputs: Int,
    slopes: UnsafeMutablePointer<Scalar>
  ) -> (loss: Scalar, right: Int) {
    var (sum, right) = (Scalar(0), 0)
    let share = 1 / Scalar(batch)
    for sample in 0..<samples {
      let (row, target) = (logits + sample * outputs, slopes + sample * outputs)
      var (largest, winner) = (row[0], 0)
      for index in 1..<max(1, outputs) where row[index] > largest {
        (largest, winner) = (row[index], index)
      }
      var total = Scalar(0)
      for index in 0..<outputs {
        let power = Scalar.exponential(row[index] - largest)
        target[index] = power
        total += power
      }
      let truth = Int(classes[sample])
      let scale = share / total
      for index in 0..<outputs { target[index] *= scale }
      target[truth] -= share
      sum += Scalar.logarithm(total) + largest - row[truth]
      if winner == truth { right += 1 }
    }
    return (sum * share, right)
  }

  /// Sigmoid and binary cross-entropy, the mean over all outputs: max(z, 0) − z·y + ln(1 + e^−|z|).
  static func binaryCrossEntropy<Scalar: LabScalar>(
    _ logits: UnsafePointer<Scalar>, targets: UnsafePointer<Scalar>, count: Int,
    slopes: UnsafeMutablePointer<Scalar>
  ) -> Scalar {
    var sum = Scalar(0)
    for index in 0..<count {
      let (z, y) = (logits[index], targets[index])
      let power = Scalar.exponential(-abs(z))
      sum += max(z, 0) - z * y + Scalar.logarithm(1 + power)
      let sigmoid = z >= 0 ? 1 / (1 + power) : power / (1 + power)
      slopes[index] = (sigmoid - y) / Scalar(count)
    }
    return sum / Scalar(count)
  }
}
