import Activations
import Sketching
import TextCharts
import Words

/// A sketch in words: the handle in hand, the gap, and what is missing.
extension SketchInstrument {
  /// The curve's name, such as "GELU" or "slope of GELU".
  package var name: String {
    target.isSlope ? Words.Sketch.slope(of: function) : function
  }

  private var function: String { target.function.shortLabel }

  /// The lines under the drawing: the handle in hand; after the answer the gap, and what is missing.
  package var readout: [String] {
    guard isShown else { return [handleLine] }
    return [gapLine, mistake].compactMap(\.self)
  }

  /// The handle in hand.
  package var handleLine: String {
    Words.Sketch.handle(x: short(target.place(handle)), height: short(sketch.heights[handle]))
  }

  /// The gap between the curves; nil before the answer.
  package var gapLine: String? {
    marking.map { marking in
      let percent = Self.percent(marking.gap)
      return percent == "0" ? Words.Sketch.noGap : Words.Sketch.gap(percent)
    }
  }

  /// The sketch as an answer in a list.
  package var answerWords: String {
    Words.Sketch.answer(
      percent: Self.percent(marking?.gap ?? SketchMarker(target).marking(of: sketch).gap))
  }

  private static func percent(_ share: Double) -> String {
    share < 0.01 ? "0" : NumberText.rounded(share * 100, decimals: 0)
  }

  /// The most sentences about what is missing.
  private static let most = 2

  /// What the sketch lacks, in one to four sentences; nil if it is accepted, and before the answer.
  package var mistake: String? {
    guard let marking, !marking.isRight else { return nil }
    let first = lookalikeSentence ?? (marking.grade == .half ? Words.Sketch.half : nil)
    let misses = marking.misses.prefix(Self.most).map(sentence)
    return ([first] + misses).compactMap(\.self).joined(separator: " ")
  }

  private var lookalikeSentence: String? {
    switch shown {
    case nil: nil
    case .other(let activation):
      target.isSlope
        ? Words.Sketch.isSlope(of: activation.name) : Words.Sketch.isCurve(of: activation.name)
    case .functionInsteadOfSlope: Words.Sketch.isFunction(function)
    case .slopeInsteadOfFunction: Words.Sketch.isItsSlope(function)
    }
  }

  /// Plain text: the window and the values given so far; after the answer, the curve at the same places.
  package var words: [String] {
    typealias Says = Words.Sketch
    let window = Says.window(
      x: (short(target.x.lowerBound), short(target.x.upperBound)),
      y: (short(target.y.lowerBound), short(target.y.upperBound)))
    let places = values.isEmpty ? Array(0..<SketchTarget.handleCount) : target.askedHandles
    let given =
      !isTouched ? [] : values.isEmpty ? sketch.heights : values
    var lines = [window]
    lines += zip(places, given).map {
      Says.given(x: short(target.place($0)), height: short($1))
    }
    if isShown {
      lines += places.map {
        Says.truth(x: short(target.place($0)), height: short(target.value(target.place($0))))
      }
    }
    return lines
  }

  /// Plain text: the question for the next value; nil after the last one.
  package var askedLine: String? {
    asked.map { Words.Sketch.asked(x: short($0), values.count + 1, of: askedCount) }
  }

  /// A number with as many decimals as the window needs.
  func short(_ number: Double) -> String {
    let height = target.y.upperBound / 2 - target.y.lowerBound / 2
    return NumberText.rounded(number, decimals: height < 0.5 ? 3 : 2)
  }

  // MARK: Landmarks

  private func sentence(_ miss: SketchMiss) -> String {
    typealias Says = Words.SketchMisses
    switch miss {
    case .extreme(let point): return missing(point)
    case .noReturn(let point, let side):
      let (isLeft, x) = (side == .left, short(point.x))
      return point.kind == .dip
        ? Says.staysDown(isLeft: isLeft, x: x) : Says.staysUp(isLeft: isLeft, x: x)
    case .extremeHeight(let point, let drawn):
      let (x, height, yours) = (short(point.x), short(point.y), short(drawn))
      return point.kind == .dip
        ? Says.depth(x: x, height: height, yours: yours)
        : Says.top(x: x, height: height, yours: yours)
    case .extremePlace(let point, let drawn):
      let (x, yours) = (short(point.x), short(drawn))
      return point.kind == .dip
        ? Says.dipPlace(x: x, yours: yours) : Says.peakPlace(x: x, yours: yours)
    case .beyond(let bound):
      return bound.isUpper ? Says.above(short(bound.y), name) : Says.below(short(bound.y), name)
    case .gradual(let jump): return Says.gradual(x: short(jump))
    case .rounded(let corner): return Says.rounded(x: short(corner))
    case .cornerPlace(let corner, let drawn):
      return Says.cornerPlace(x: short(corner), yours: short(drawn))
    case .corner(let x): return Says.corner(x: short(x))
    case .jump(let x): return Says.jump(x: short(x))
    case .symmetry(let isAboutPoint): return Says.symmetry(isAboutPoint: isAboutPoint)
    case .onIdentity: return Says.onIdentity
    case .steepness(let isTooSteep, let slope):
      return Says.steepness(isTooSteep: isTooSteep, slope: short(slope))
    case .valueAtZero(let height, let drawn):
      return Says.value(x: short(0), height: short(height), yours: short(drawn))
    case .height(let x, let height, let drawn):
      return Says.value(x: short(x), height: short(height), yours: short(drawn))
    case .level, .limit, .stillMoving, .end, .levelsOff, .tooSteepAtEnd: return atEdge(miss)
    }
  }

  private func missing(_ point: SketchMiss.Extreme) -> String {
    typealias Says = Words.SketchMisses
    return switch point.kind {
    case .dip: Says.dip(x: short(point.x))
    case .peak: Says.peak(x: short(point.x))
    case .overshoot: Says.overshoot(x: short(point.x), height: short(point.y))
    }
  }

  /// What is missing at the left or right edge.
  private func atEdge(_ miss: SketchMiss) -> String {
    typealias Says = Words.SketchMisses
    return switch miss {
    case .level(let side, let x, let height):
      Says.level(isLeft: side == .left, x: short(x), height: short(height))
    case .limit(let side, let height, let drawn):
      Says.limit(isLeft: side == .left, height: short(height), yours: short(drawn))
    case .stillMoving(let side, let height):
      Says.stillMoving(isLeft: side == .left, height: short(height))
    case .end(let side, let height, let drawn):
      Says.end(isLeft: side == .left, height: short(height), yours: short(drawn))
    case .levelsOff(let side): Says.levelsOff(isLeft: side == .left)
    case .tooSteepAtEnd(let side): Says.tooSteepAtEnd(isLeft: side == .left)
    default: ""
    }
  }
}
