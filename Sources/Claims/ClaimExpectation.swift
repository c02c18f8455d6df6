/// The part that the parser expected at the location of an error.
public enum ClaimExpectation: Equatable, Sendable {
  /// This symbol.
  case symbol(String)
  /// A comparison between two sides.
  case comparison
  case endOfClaim
  case number
  case interval
  /// A number, a name or an opening parenthesis.
  case operand
  /// Any token of a claim.
  case token
  /// Less nesting.
  case fewerParentheses
  /// Operands that are numbers.
  case numbersToCalculate
  /// A name with other arguments.
  case call(String, Arguments)

  /// The arguments of a name.
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
