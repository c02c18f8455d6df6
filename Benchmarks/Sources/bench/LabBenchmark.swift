import Activations
import Foundation
import NeuralLab

/// Training samples per second on the two networks of `lab_baseline.py`: an MLP 64-64-32-10 and a CNN of two 3 by 3
/// convolutions, a pool and a dense layer, on 8 by 8 digits; batch 32, plain SGD.
enum LabBenchmark {
  static func run() {
    let file =
      #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()
      + "/Content/activation-functions/data/digits.csv"
    guard let text = try? String(contentsOfFile: file, encoding: .utf8),
      let digits = try? Digits.dataset(text),
      let relu = try? Catalogue.activation(named: "relu").withDefaults,
      let mlp = try? Model.mlp(inputs: 64, hidden: [64, 32], outputs: 10, relu),
      let cnn = try? Model.cnn(input: digits.shape, outputs: 10, relu)
    else { return print("the digits cannot be read: \(file)") }
    print("training, samples per second, median of 5 runs of 20 epochs after one to warm up")
    for (name, model) in [("MLP", mlp), ("CNN", cnn)] {
      var speeds: [Double] = []
      var accuracy = 0.0
      for _ in 0..<6 {
        let lane = Trainee(
          TrainingSetup(model, optimiser: .sgd(momentum: 0), rate: 0.05, batch: 32, seed: 1),
          on: digits)
        let clock = ContinuousClock()
        let time = clock.measure {
          for _ in 0..<20 { lane.train(steps: lane.stepsInEpoch) }
        }
        let seconds =
          Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
        speeds.append(Double(20 * lane.stepsInEpoch * 32) / seconds)
        accuracy = lane.results.last?.validationAccuracy ?? 0
      }
      let median = speeds.dropFirst().sorted()[2]
      print("  \(name)  \(Int(median))  validation accuracy \((accuracy * 1000).rounded() / 1000)")
    }
  }
}
