import Foundation
import TestSupport

@testable import Activations

/// Known values, read from `Fixtures/` next to this file.
enum Fixture {
  struct Row {
    var x: Double
    var value: Double
    var slope: Double
  }

  /// One curve with its known values.
  struct Group {
    var function: BoundActivation
    var rows: [Row]
  }

  /// The project's reference values (mpmath, 60 digits).
  static func reference() throws -> [Group] {
    struct File: Decodable {
      struct Group: Decodable {
        struct Row: Decodable {
          var x, f, df: Double
        }
        var function: String
        var params: [String: Double]
        var rows: [Row]
      }
      var activations: [Group]
    }
    return try decode(File.self, "reference").activations.map { group in
      let names = ["negative_slope": "alpha", "weight": "alpha", "value_at_zero": "zero"]
      let values = group.params.map { (names[$0] ?? $0, $1) }
      let function = try Catalogue.activation(named: group.function)
        .with(Dictionary(uniqueKeysWithValues: values))
      return Group(
        function: function, rows: group.rows.map { Row(x: $0.x, value: $0.f, slope: $0.df) })
    }
  }

  /// A first set of points, with one parameter per function.
  static func more() throws -> [Group] {
    struct File: Decodable {
      struct Row: Decodable {
        var function: String
        var x, f, df: Double
        var parameter: Double?
      }
      var rows: [Row]
    }
    return try decode(File.self, "more").rows.map { row in
      let activation = try Catalogue.activation(named: row.function)
      var values: [String: Double] = [:]
      if let name = activation.parameters.first?.name { values[name] = row.parameter }
      return Group(
        function: try activation.with(values),
        rows: [Row(x: row.x, value: row.f, slope: row.df)])
    }
  }

  /// Points in the tails and at all scales, from `Fixtures/make_values.py`, with the name under which each curve was
  /// defined there: an id or an alias.
  static func tails() throws -> [(name: String, group: Group)] {
    struct Entry: Decodable {
      var function: String
      var parameters: [String: Double]
      var rows: [[Double]]
    }
    return try decode([Entry].self, "more_values").map { entry in
      let group = Group(
        function: try Catalogue.activation(named: entry.function).with(entry.parameters),
        rows: entry.rows.map { Row(x: $0[0], value: $0[1], slope: $0[2]) })
      return (entry.function, group)
    }
  }

  /// Decodes a JSON file in which "-inf" stands for minus infinity.
  static func decode<Content: Decodable>(_ type: Content.Type, _ name: String) throws -> Content {
    let file = Repository.file("Tests/ActivationsTests/Fixtures/\(name).json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return try decoder.decode(type, from: Data(contentsOf: file))
  }
}

/// The relative error of a result.
///
/// Two subnormal units are tolerated: no double is closer.
func relativeError(_ got: Double, _ truth: Double) -> Double {
  guard got != truth else { return 0 }
  guard got.isFinite, truth.isFinite else { return .infinity }
  let excess = (got - truth).magnitude - 2 * Double.leastNonzeroMagnitude
  return excess > 0 ? excess / truth.magnitude : 0
}
