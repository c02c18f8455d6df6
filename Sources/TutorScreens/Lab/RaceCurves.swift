import Figures
public import NeuralLab
public import TextCharts

/// Results over the epochs as curves.
public enum RaceCurves {
  /// The validation accuracy in percent.
  ///
  /// - Parameters:
  ///   - results: Epoch by epoch.
  ///   - name: The curve's label.
  ///   - index: Its index, which determines its style.
  /// - Returns: A curve over the epochs, from 1.
  public static func accuracy(_ results: [EpochResult], name: String, index: Int) -> Curve {
    curve(results.map { $0.validationAccuracy * 100 }, name, index)
  }

  /// The loss on validation samples, in nats; see ``accuracy(_:name:index:)``.
  public static func loss(_ results: [EpochResult], name: String, index: Int) -> Curve {
    curve(results.map(\.validationLoss), name, index)
  }

  private static func curve(_ values: [Double], _ name: String, _ index: Int) -> Curve {
    var curve = Curve(name, role: PlotDrawing.role(index)) { x in
      guard x >= 0, x <= Double(values.count), !values.isEmpty else { return .nan }
      let place = max(0, Int(cell: x - 1, of: values.count))
      let next = min(place + 1, values.count - 1)
      let share = max(0, x - Double(place + 1))
      return values[place] * (1 - share) + values[next] * share
    }
    curve.style = .of(index)
    return curve
  }
}
