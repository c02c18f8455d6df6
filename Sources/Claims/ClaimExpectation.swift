/// What should have stood in a claim.
public enum ClaimExpectation: Equatable, Sendable {
  /// This, as it is typed.
  case symbol(String)
  /// `=` or another sign between two sides.
  case comparison
  case endOfClaim
  case number
  case interval
  /// A number, a name or an opening parenthesis.
  case operand
  /// Anything that a claim can be made of.
  case token
  /// It is nested too deeply.
  case fewerParentheses
  /// Only numbers can be calculated with.
  case numbersToCalculate
  /// A name with other arguments.
  case call(String, Arguments)

  /// What a name is given in parentheses.
  public enum Arguments: Equatable, Sendable {
    case oneNumber
    case numbersOrFunction
    case functionAndNumber
    case twoFunctions
    /// Settings of parameters that a function has.
    case parameters(of: String)
    case positiveTemperature
    case logits
    case logitAndTarget
    case classAndLogits
  }
}
