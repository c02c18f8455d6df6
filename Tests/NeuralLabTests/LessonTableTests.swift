import Activations
import Foundation
import TestSupport
import Testing

@testable import NeuralLab

/// The lesson's table of gradients after 50 layers, computed again by the lab.
struct LessonTableTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var function: String
    var initialisation: String
    /// The factor per layer.
    var factor: Double
    /// The power of ten after 50 layers.
    var exponent: Double

    var testDescription: String { "\(function), \(initialisation)" }
  }

  static let rows: [Row] = {
    let folder = Repository.file("Content/activation-functions/sections")
    let files =
      (try? FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: nil)) ?? []
    let lines = files.flatMap { file in
      ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n")
    }
    return lines.compactMap(row)
  }()

  /// A row such as `| ReLU | He | 0.999 | 10^−0.02 |`.
  private static func row(_ line: Substring) -> Row? {
    let cells = line.replacing("−", with: "-").split(separator: "|")
      .map { $0.trimmingCharacters(in: .whitespaces) }
    guard cells.count == 4, ["Glorot", "He"].contains(cells[1]), let factor = Double(cells[2]),
      cells[3].hasPrefix("10^"), let exponent = Double(cells[3].dropFirst(3))
    else { return nil }
    return Row(
      function: cells[0], initialisation: cells[1], factor: factor, exponent: exponent)
  }

  @Test func theTableIsInTheLesson() { #expect(Self.rows.count >= 7) }

  @Test(arguments: rows) func bothColumnsSayTheSame(row: Row) {
    // Both are rounded: the factor to three decimals, the exponent to one or two.
    let room = 50 * 0.0005 / row.factor / log(10) + 0.05
    #expect(abs(50 * log10(row.factor) - row.exponent) <= room)
  }

  /// `TUTOR_SOAK` computes as many networks as the lesson says; the suite computes two.
  private static let seeds = ProcessInfo.processInfo.environment["TUTOR_SOAK"] == nil ? 2 : 20

  @Test(arguments: rows) func theLabComputesTheTable(row: Row) throws {
    let name = row.function == "none" ? "linear" : row.function.lowercased()
    let activation = try Catalogue.activation(named: name).withDefaults
    let exponents = (0..<Self.seeds).map { seed in
      log10(
        GradientFlow(
          FlowSetup(
            width: 256, depth: 50, activation: activation,
            initialisation: row.initialisation == "He" ? .he : .glorot, seed: UInt64(seed))
        ).share)
    }
    let mean = exponents.reduce(0, +) / Double(Self.seeds)
    // A network's exponent has a standard deviation of at most 0.17 (ReLU); four standard errors of the mean.
    let room = 4 * 0.17 / Double(Self.seeds).squareRoot() + 0.05
    #expect(abs(mean - row.exponent) <= room, "the lab computes \(mean)")
  }
}
