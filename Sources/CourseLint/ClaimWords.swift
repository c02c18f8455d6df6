import Claims
import Words

extension ClaimExpectation {
  /// The text of the expectation.
  var words: String {
    switch self {
    case .symbol(let symbol): Words.ExpectedClaim.symbol(symbol)
    case .comparison: Words.ExpectedClaim.comparison
    case .endOfClaim: Words.ExpectedClaim.endOfClaim
    case .number: Words.ExpectedClaim.number
    case .interval: Words.ExpectedClaim.interval
    case .operand: Words.ExpectedClaim.operand
    case .token: Words.ExpectedClaim.token
    case .fewerParentheses: Words.ExpectedClaim.fewerParentheses
    case .numbersToCalculate: Words.ExpectedClaim.numbersToCalculate
    case .call(let name, let arguments): Words.ExpectedClaim.call(name, with: arguments.words)
    }
  }
}

extension ClaimExpectation.Arguments {
  fileprivate var words: String {
    switch self {
    case .oneNumber: Words.ExpectedClaim.oneNumber
    case .numbersOrFunction: Words.ExpectedClaim.numbersOrFunction
    case .functionAndNumber: Words.ExpectedClaim.functionAndNumber
    case .twoFunctions: Words.ExpectedClaim.twoFunctions
    case .parameters(let function): Words.ExpectedClaim.parameters(of: function)
    case .positiveTemperature: Words.ExpectedClaim.positiveTemperature
    case .logits: Words.ExpectedClaim.logits
    case .logitAndTarget: Words.ExpectedClaim.logitAndTarget
    case .classAndLogits: Words.ExpectedClaim.classAndLogits
    }
  }
}
