import Testing

@testable import Activations

struct CatalogueTests {
  @Test func namesDifferWithoutCaseAndHyphens() {
    let names = Catalogue.all.flatMap { [$0.id] + $0.aliases }
    let plain = names.map { $0.lowercased().filter { $0.isLetter || $0.isNumber } }
    #expect(Set(plain).count == plain.count)
    for id in Catalogue.all.map(\.id) {
      #expect(id.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" }, "\(id)")
    }
  }

  @Test(arguments: [
    ("relu", "relu"), ("SiLU", "swish"), ("Logistic", "sigmoid"), ("identity", "linear"),
    ("LeakyReLU", "leaky-relu"), ("leaky_relu", "leaky-relu"), ("GELU tanh", "gelu-tanh"),
  ])
  func functionsAreFoundByIDAndAlias(name: String, id: String) throws {
    #expect(try Catalogue.activation(named: name).id == id)
  }

  @Test(arguments: [
    ("gleu", ["gelu", "relu", "elu"]), ("sigmod", ["sigmoid"]), ("leaky", ["leaky-relu"]),
    ("softmix", ["softmax"]), ("xyzzy", []), ("", []),
  ])
  func suggestsSimilarNames(name: String, suggestions: [String]) {
    #expect(throws: ActivationError.unknownFunction(name: name, suggestions: suggestions)) {
      try Catalogue.activation(named: name)
    }
  }

  @Test func refusesParametersItDoesNotHave() {
    #expect(
      throws: ActivationError.unknownParameter(
        name: "alpha", function: "swish", allowed: ["beta"])
    ) { try Catalogue.swish.with(["alpha": 1]) }
    #expect(
      throws: ActivationError.parameterOutOfRange(name: "alpha", value: -1, allowed: 0...10)
    ) { try Catalogue.elu.with(["alpha": -1]) }
    #expect(throws: ActivationError.parameterNotWhole(name: "classes", value: 2.5)) {
      try Catalogue.softmaxCurve.with(["classes": 2.5])
    }
    #expect(throws: ActivationError.parameterNotFinite(name: "beta", value: .infinity)) {
      try Catalogue.swish.with(["beta": .infinity])
    }
  }

  @Test func labelsShowTheParameters() throws {
    #expect(Catalogue.relu.withDefaults.label == "ReLU")
    #expect(Catalogue.leakyReLU.withDefaults.label == "Leaky ReLU (α = 0.01)")
    #expect(try Catalogue.swish.with(["beta": 2]).label == "Swish (β = 2)")
    #expect(
      try Catalogue.softmaxCurve.with(["temperature": 0.5]).label == "Softmax (T = 0.5, K = 3)")
  }

  @Test func boundFunctionsAreEqualByFunctionAndValues() throws {
    #expect(try Catalogue.swish.with(["beta": 1]) == Catalogue.swish.withDefaults)
    #expect(try Catalogue.swish.with(["beta": 2]) != Catalogue.swish.withDefaults)
    #expect(try Catalogue.elu.with(["alpha": 1]) != Catalogue.leakyReLU.with(["alpha": 1]))
  }

  @Test func parametersAreConsistent() {
    for parameter in Catalogue.all.flatMap(\.parameters) {
      #expect(parameter.allowed.contains(parameter.defaultValue))
      #expect(parameter.step > 0)
      #expect(parameter.limits.map(\.value) == parameter.limits.map(\.value).sorted())
    }
  }

  @Test func comparedValuesAreAllowedAndDistinct() {
    for parameter in Catalogue.all.flatMap(\.parameters) where !parameter.compared.isEmpty {
      #expect(parameter.compared.count >= 3)
      #expect(Set(parameter.compared).count == parameter.compared.count)
      #expect(parameter.compared.allSatisfy(parameter.allowed.contains))
    }
  }

  /// Questions and layers give a function one input.
  @Test func onlyFunctionsOfOneInputHaveRoles() {
    for activation in Catalogue.all where !activation.roles.isEmpty {
      #expect(activation.facts.meanOutput != nil, "\(activation.id)")
      let isBasic = activation.roles.contains(.basicQuestions)
      #expect(!(isBasic && activation.roles.contains(.advancedQuestions)), "\(activation.id)")
    }
  }

  @Test func factsHaveAtMost60Characters() {
    for activation in Catalogue.all {
      let facts = activation.facts
      for text in [facts.good, facts.bad, facts.use] {
        #expect((1...60).contains(text.count), "\(activation.id): \(text)")
      }
      #expect(!activation.formula.isEmpty && !activation.derivativeFormula.isEmpty)
    }
    #expect(Catalogue.geluTanh.variantOf == Catalogue.gelu.id)
  }
}
