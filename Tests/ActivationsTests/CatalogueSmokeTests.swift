import Testing

@testable import Activations

struct CatalogueSmokeTests {
  @Test func everyFunctionHasANameOfItsOwn() {
    let names = Catalogue.all.flatMap { [$0.id] + $0.aliases }
    #expect(Set(names).count == names.count)
    #expect(names.count >= 10)
  }
}
