import Testing

@testable import Claims

struct ClaimTests {
  @Test(arguments: [
    "maxslope(sigmoid) = 0.25", "argmin(swish) = -1.278", "min(swish) = -0.2785",
    "range(gelu) = [-0.170, inf)", "range(sigmoid) = (0, 1)", "range(linear) = (-inf, inf)",
    "flat(sigmoid) = 4.58", "flat(tanh) = 2.99", "maxdiff(gelu, gelu-tanh) = 4.73e-4",
    "derivative(leaky-relu, -1) = 0.01", "derivative(leaky-relu, -1, alpha=0.2) = 0.2",
    "prob(1, 2, 1, 0, T=0.5) = 0.867", "lse(1000, 1000) = 1000.693", "bce(0, 0) = 0.6931",
    "ce(1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0) = 1.4612", "logprob(1, 0, 1000) = -1000",
    "monotonic(gelu) = no", "smooth(elu) = no", "zerocentred(tanh) = yes", "kink(relu) = yes",
    "count(sigmoid, tanh, tanh) = 2", "mean(relu) = 0.3989",
    "meansquare(relu) = 0.500000", "1/sqrt(meansquare(tanh)) = 1.592537",
    "meansquareslope(relu) = 0.500000", "meansquareslope(gelu) = 0.455851",
    "meansquareslope(hard-swish) = 0.358532",
    "2^3^2 = 512", "-2^2 = -4",
    "(1 + 2) * 3 - 4 / 8 = 8.5", "sqrt(2) > 1.414", "1 <= 1", "abs(-3) >= 3",
    "exp(1) = e", "max(1, 7, 3) = 7", "log10(1000) = 3", "derivative(sigmoid, 0)^10 = 9.5e-7",
    "silu(0) = 0", "min(swish, beta=2) = min(swish)/2",
  ])
  func theFormulasAgree(text: String) throws {
    #expect(try Claim(text).check() == .holds)
  }

  @Test(arguments: [
    "maxslope(sigmoid) = 0.26", "maxslope(tanh) = 2", "range(gelu) = (-0.170, inf)",
    "range(gelu) = [-0.171, inf)", "monotonic(gelu) = yes", "count(sigmoid, tanh) = 3",
    "min(swish) < -0.3", "1 = 2", "range(sigmoid) = 1",
    "range(sigmoid) = (0, inf)", "range(relu) = [0, 5)", "exp(3) = inf", "relu(0) = 0.1",
    "sigmoid(0) = 1",
  ])
  func wrongClaimsDisagree(text: String) throws {
    guard case .fails(let computed) = try Claim(text).check() else {
      Issue.record("\(text) holds")
      return
    }
    #expect(!computed.isEmpty)
  }

  @Test(arguments: [
    ("maxslope(sigmoidd) = 1", ClaimError.unknownName(offset: 9, name: "sigmoidd")),
    ("1 = ", .syntax(offset: 4, expected: .operand)),
    ("1", .syntax(offset: 1, expected: .comparison)),
    ("1 = 1 1", .syntax(offset: 6, expected: .endOfClaim)),
    ("frobnicate(relu) = 1", .unknownName(offset: 0, name: "frobnicate")),
    ("relu(1, 2) = 1", .syntax(offset: 0, expected: .call("relu", .oneNumber))),
    (
      "derivative(relu) = 1",
      .syntax(offset: 0, expected: .call("derivative", .functionAndNumber))
    ),
    (
      "min(swish, alpha=1) = 1",
      .syntax(offset: 0, expected: .call("min", .parameters(of: "swish")))
    ),
    ("prob(9, 1, 2) = 1", .syntax(offset: 0, expected: .call("prob", .classAndLogits))),
    ("prob(1, 1, 2, T=0) = 1", .syntax(offset: 0, expected: .call("prob", .positiveTemperature))),
    ("range(relu) = [0", .syntax(offset: 16, expected: .interval)),
    ("1 & 2", .syntax(offset: 2, expected: .token)),
    ("(1 = 1", .syntax(offset: 3, expected: .symbol(")"))),
    (
      "prob(-9223372036854775808, 1) = 1",
      .syntax(offset: 0, expected: .call("prob", .classAndLogits))
    ),
  ])
  func invalidClaimsAreExplained(text: String, error: ClaimError) {
    #expect(throws: error) { try Claim(text).check() }
  }

  @Test(arguments: ["(", "-", "2^", "abs("]) func deeplyNestedClaimsAreRefused(piece: String) {
    let text = String(repeating: piece, count: 5000)
    #expect(throws: ClaimError.self) { try Claim(text + "1 = 1").check() }
  }

  @Test func infiniteNumbersAreRejected() throws {
    #expect(try Claim("0 = 1.5e-9223372036854775808").check() == .holds)
    #expect(try Claim("1 = 1.5e-9223372036854775808").check() != .holds)
  }

  @Test func exemptClaimsNameTheirNumbers() throws {
    let claim = Claim("none 0.3, 15.25: an example of 2.7")
    #expect(try claim.check() == .exempt)
    #expect(claim.numbers == ["0.3", "15.25", "2.7"])
  }

  @Test func decimalsAreFoundAndVersionsAreNot() {
    #expect(
      Claim.decimals(in: "−0.170 to 9.5·10⁻⁷, 10^−31.4").map(\.text) == ["0.170", "9.5", "31.4"])
    #expect(Claim.decimals(in: "version 1.2.3, 42, 7. And .5").isEmpty)
    #expect(Claim.decimals(in: "é 0.25").first?.offset == 3)
  }

  @Test func roundingIsHalfAUnitOfTheLastDigit() {
    #expect(ClaimValue.halfUnit(of: "5") == nil)
    #expect(abs((ClaimValue.halfUnit(of: "0.25") ?? 0) - 0.005) < 1e-9)
    #expect(abs((ClaimValue.halfUnit(of: "9.5e-7") ?? 0) - 5e-9) < 1e-15)
    #expect(ClaimValue.isEqual(0.245, 0.25, within: ClaimValue.halfUnit(of: "0.25")))
    #expect(!ClaimValue.isEqual(0.2449, 0.25, within: 0.005))
  }
}
