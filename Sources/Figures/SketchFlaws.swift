import Activations
public import Lessons
import Sketching

/// Why a plot is not fit for a sketch.
public enum SketchFlaw: Equatable, Sendable {
  /// A landmark of the curve is outside the window.
  case outside(x: Double)
  /// The lines between the handles cannot show a landmark.
  case betweenHandles(x: Double)
  /// The curve leaves the window at the top or bottom.
  case cutOff(x: Double)
  /// An untouched sketch would be right.
  case level
}

extension PlotFigure {
  /// What a check of the course reports about a sketch of the plot's curve; numbers have at most three decimals.
  public var sketchFlaws: [SketchFlaw] {
    guard let target = sketchTarget else { return [] }
    let landmarks = target.landmarks
    let outside = landmarks.filter { !x.contains($0) }.map { SketchFlaw.outside(x: Self.short($0)) }
    let hidden = target.landmarksBetweenHandles.map { SketchFlaw.betweenHandles(x: Self.short($0)) }
    let places = (0..<SketchTarget.handleCount).map { target.place($0) }
    let cutOff = (places + landmarks.filter(x.contains)).first {
      !target.y.contains(target.value($0))
    }
    let isLevel = SketchMarker(target).marking(of: Sketch(levelIn: target)).isRight
    return outside + hidden + (cutOff.map { [.cutOff(x: Self.short($0))] } ?? [])
      + (isLevel ? [.level] : [])
  }

  private static func short(_ number: Double) -> Double { (number * 1000).rounded() / 1000 }
}
