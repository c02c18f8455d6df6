/// Loss functions of logits, averaged over the batch.
enum LossHead {
  /// Softmax and cross-entropy with one class per sample.
  ///
  /// - Parameters:
  ///   - logits: Sample by sample.
  ///   - classes: The right class of each sample.
  ///   - samples: The number of samples.
  ///   - batch: The number of samples that the mean is taken over, if these are only some of them.
  ///   - outputs: The number of classes.
  ///   - slopes: Receives the gradient with respect to the logits: (p − y) / batch.
  /// - Returns: The mean loss in nats, and the number of samples whose largest logit is that of the right class.
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
