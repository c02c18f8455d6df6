import Activations

/// A name with arguments: functions, numbers, settings.
struct ClaimCall {
  let name: String
  let offset: Int
  var functions: [Activation] = []
  var numbers: [Double] = []
  var settings: [String: Double] = [:]

  var isEmpty: Bool { functions.isEmpty && numbers.isEmpty && settings.isEmpty }

  /// Evaluates the call.
  ///
  /// - Throws: `ClaimError` if the name is unknown or the arguments do not fit.
  func value() throws(ClaimError) -> ClaimValue {
    if let plain = RealFunctions.unary[name], numbers.count == 1, functions.isEmpty {
      return .number(plain(numbers[0]))
    }
    switch name {
    case "min" where functions.isEmpty, "max" where functions.isEmpty:
      guard let first = numbers.first else { throw mismatch(.numbersOrFunction) }
      return .number(
        numbers.reduce(first) { name == "min" ? Swift.min($0, $1) : Swift.max($0, $1) })
    case "count": return .number(Double(Set(functions.map(\.id)).count))
    case "prob", "logprob", "lse", "ce", "bce": return .number(try loss())
    case "maxdiff", "argmaxdiff": return .number(try difference())
    default: break
    }
    if functions.count == 1 { return try measure(try bound(functions[0])) }
    guard let activation = try? Catalogue.activation(named: name) else {
      throw .unknownName(offset: offset, name: name)
    }
    guard numbers.count == 1 else { throw mismatch(.oneNumber) }
    return .number(try bound(activation)(numbers[0]))
  }

  private func mismatch(_ what: ClaimExpectation.Arguments) -> ClaimError {
    .syntax(offset: offset, expected: .call(name, what))
  }

  private func bound(_ activation: Activation) throws(ClaimError) -> BoundActivation {
    do throws(ActivationError) {
      return try activation.with(settings)
    } catch {
      throw mismatch(.parameters(of: activation.id))
    }
  }

  /// Measures a property of one function.
  private func measure(_ function: BoundActivation) throws(ClaimError) -> ClaimValue {
    let measure = FunctionMeasure(function)
    switch name {
    case "derivative":
      guard numbers.count == 1 else { throw mismatch(.functionAndNumber) }
      return .number(function.derivative(numbers[0]))
    case "min": return .number(measure.least { function($0) }.value)
    case "max": return .number(-measure.least { -function($0) }.value)
    case "argmin": return .number(measure.least { function($0) }.x)
    case "argmax": return .number(measure.least { -function($0) }.x)
    case "minslope": return .number(measure.least { function.derivative($0) }.value)
    case "maxslope": return .number(-measure.least { -function.derivative($0) }.value)
    case "argminslope": return .number(measure.least { function.derivative($0) }.x)
    case "argmaxslope": return .number(measure.least { -function.derivative($0) }.x)
    case "flat": return .number(measure.flatBeyond(Landmark.smallSlope))
    case "mean": return .number(measure.meanOverNormal)
    case "meansquare": return .number(measure.meanSquare)
    case "meansquareslope": return .number(measure.meanSquareSlope)
    case "range": return .interval(ClaimInterval(function.range))
    case "monotonic": return .truth(!measure.fallsSomewhere)
    case "smooth": return .truth(function.activation.facts.smoothness == .smooth)
    case "kink": return .truth(!function.kinks.isEmpty)
    case "zerocentred": return .truth(abs(measure.meanOverNormal) < 1e-9)
    default: throw .unknownName(offset: offset, name: name)
    }
  }

  private func difference() throws(ClaimError) -> Double {
    guard functions.count == 2 else { throw mismatch(.twoFunctions) }
    let (one, other) = (functions[0].withDefaults, functions[1].withDefaults)
    let found = FunctionMeasure(one).least { -abs(one($0) - other($0)) }
    return name == "maxdiff" ? -found.value : abs(found.x)
  }

  /// Evaluates softmax, its logarithms and the losses.
  private func loss() throws(ClaimError) -> Double {
    let temperature = settings["T"] ?? 1
    guard temperature > 0 else { throw mismatch(.positiveTemperature) }
    switch name {
    case "lse":
      guard !numbers.isEmpty else { throw mismatch(.logits) }
      return Softmax.logSumExp(numbers)
    case "bce":
      guard numbers.count == 2 else { throw mismatch(.logitAndTarget) }
      return Losses.binaryCrossEntropy(logit: numbers[0], target: numbers[1])
    default:
      let logits = Array(numbers.dropFirst())
      guard let place = numbers.first.flatMap({ Int(exactly: $0) }),
        place >= 1, place <= logits.count
      else { throw mismatch(.classAndLogits) }
      switch name {
      case "prob":
        return Softmax.probabilities(logits, temperature: temperature)[place - 1]
      case "logprob":
        return Softmax.logProbabilities(logits, temperature: temperature)[place - 1]
      default: return Losses.crossEntropy(logits: logits, target: place - 1)
      }
    }
  }
}

extension ClaimInterval {
  /// Converts the exact range of a function.
  fileprivate init(_ range: ValueRange) {
    func isClosed(_ bound: ValueRange.Bound) -> Bool {
      if case .closed = bound { true } else { false }
    }
    self.init(
      low: range.lower.value ?? -.infinity, isLowClosed: isClosed(range.lower),
      high: range.upper.value ?? .infinity, isHighClosed: isClosed(range.upper))
  }
}
