extension Words {
  /// Sketches of curves.
  package enum Sketch {
    package static let name = "Sketch"
    /// The header of a free sketch.
    package static func title(_ curve: String) -> String { "Sketch · \(curve)" }
    package static func slope(of function: String) -> String { "slope of \(function)" }
    /// Names the learner's line in the plot.
    package static let yours = "your sketch"

    // Before the answer.

    /// Under the plot: the handle that the keys move.
    package static func handle(x: String, height: String) -> String {
      "Handle at x = \(x): height \(height)"
    }
    /// Plain text: the window of the plot.
    package static func window(x: (String, String), y: (String, String)) -> String {
      "The plot shows x from \(x.0) to \(x.1) and heights from \(y.0) to \(y.1)."
    }
    /// Plain text: the value that is asked for next.
    package static func asked(x: String, _ number: Int, of count: Int) -> String {
      "Value \(number) of \(count): how high is the curve at x = \(x)?"
    }
    /// Plain text: a value that was given.
    package static func given(x: String, height: String) -> String {
      "Your curve at x = \(x): \(height)"
    }
    /// Plain text: the curve at a handle, after the answer.
    package static func truth(x: String, height: String) -> String {
      "The curve at x = \(x): \(height)"
    }

    // After the answer.

    /// The area between both lines, as a share of the plot's area.
    package static func gap(_ percent: String) -> String {
      "\(percent) % of the window is between the curves."
    }
    package static let noGap = "Less than 1 % of the window is between the curves."
    /// Before what is missing, if the rest is right.
    package static let half = "Half right."
    /// In a list of answers.
    package static func answer(percent: String) -> String {
      "a sketch with \(percent) % of the window between the curves"
    }
    package static func isCurve(of function: String) -> String {
      "You drew the curve of \(function)."
    }
    package static func isSlope(of function: String) -> String {
      "You drew the slope of \(function)."
    }
    package static func isFunction(_ function: String) -> String {
      "You drew \(function) itself, not its slope."
    }
    package static func isItsSlope(_ function: String) -> String {
      "You drew the slope of \(function), not \(function) itself."
    }

    // Actions of keys.

    package static let choose = "handle"
    package static let move = "move it"
    package static let fast = "ten steps"
    package static let show = "show the curve"
    package static let again = "sketch again"
    /// In the plot explorer.
    package static let start = "sketch it, its slope"
  }

  /// What a sketch lacks: landmarks of its curve, at an x and a height of the plot.
  package enum SketchMisses {
    package static func dip(x: String) -> String { "You missed the dip at x = \(x)." }
    package static func peak(x: String) -> String { "You missed the peak at x = \(x)." }
    package static func overshoot(x: String, height: String) -> String {
      "You missed the overshoot at x = \(x): the curve rises to \(height), then comes back."
    }
    package static func staysDown(isLeft: Bool, x: String) -> String {
      "\(side(isLeft)) of the dip at x = \(x) the curve comes back up; yours stays down."
    }
    package static func staysUp(isLeft: Bool, x: String) -> String {
      "\(side(isLeft)) of the peak at x = \(x) the curve comes back down; yours stays up."
    }
    package static func depth(x: String, height: String, yours: String) -> String {
      "The dip at x = \(x) goes down to \(height); yours goes down to \(yours)."
    }
    package static func top(x: String, height: String, yours: String) -> String {
      "The peak at x = \(x) goes up to \(height); yours goes up to \(yours)."
    }
    package static func dipPlace(x: String, yours: String) -> String {
      "The dip is at x = \(x); yours is at x = \(yours)."
    }
    package static func peakPlace(x: String, yours: String) -> String {
      "The peak is at x = \(x); yours is at x = \(yours)."
    }
    package static func below(_ height: String, _ curve: String) -> String {
      "Your curve goes below \(height); \(curve) never does."
    }
    package static func above(_ height: String, _ curve: String) -> String {
      "Your curve goes above \(height); \(curve) never does."
    }
    package static func gradual(x: String) -> String {
      "The curve jumps at x = \(x); yours gets there gradually."
    }
    package static func rounded(x: String) -> String { "You rounded the corner at x = \(x)." }
    package static func cornerPlace(x: String, yours: String) -> String {
      "The corner is at x = \(x); yours is at x = \(yours)."
    }
    package static func value(x: String, height: String, yours: String) -> String {
      "At x = \(x) the curve is at \(height); yours is at \(yours)."
    }
    package static func level(isLeft: Bool, x: String, height: String) -> String {
      isLeft
        ? "Up to x = \(x) the curve is exactly \(height); yours is not."
        : "From x = \(x) on the curve is exactly \(height); yours is not."
    }
    package static func limit(isLeft: Bool, height: String, yours: String) -> String {
      "\(onSide(isLeft)) the curve approaches \(height); yours ends at \(yours)."
    }
    package static func stillMoving(isLeft: Bool, height: String) -> String {
      "\(onSide(isLeft)) the curve levels off at \(height); yours does not."
    }
    package static func end(isLeft: Bool, height: String, yours: String) -> String {
      "At the \(isLeft ? "left" : "right") edge the curve is at \(height); yours is at \(yours)."
    }
    package static func levelsOff(isLeft: Bool) -> String {
      "\(onSide(isLeft)) the curve does not level off; yours does."
    }
    package static func tooSteepAtEnd(isLeft: Bool) -> String {
      "\(onSide(isLeft)) yours is too steep."
    }
    package static func steepness(isTooSteep: Bool, slope: String) -> String {
      "Around x = 0 yours is too \(isTooSteep ? "steep" : "flat"): the slope there is \(slope)."
    }
    package static let onIdentity =
      "On the right the curve stays below the line y = x; yours does not."
    package static func corner(x: String) -> String {
      "You drew a corner at x = \(x); the curve is smooth there."
    }
    package static func jump(x: String) -> String {
      "You drew a jump near x = \(x); the curve has none."
    }
    package static func symmetry(isAboutPoint: Bool) -> String {
      isAboutPoint
        ? "The curve is symmetric about its point at x = 0; yours is not."
        : "The curve is symmetric about the line x = 0; yours is not."
    }

    private static func side(_ isLeft: Bool) -> String { isLeft ? "Left" : "Right" }
    private static func onSide(_ isLeft: Bool) -> String { isLeft ? "On the left" : "On the right" }
  }
}
