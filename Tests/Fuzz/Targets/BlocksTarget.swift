import Activations
import Lessons

@testable import Claims
@testable import Figures
@testable import LessonReader

/// The small languages: figure blocks, plot descriptions, claims, gaps.
///
/// The first byte chooses one.
enum BlocksTarget: FuzzTarget {
  static func flaw(in bytes: [UInt8]) -> String? {
    guard let first = bytes.first else { return nil }
    let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
    let kinds = FigureBlock.languages.count
    switch Int(first) % (kinds + 4) {
    case kinds: return plotFlaw(text)
    case kinds + 1: return claimFlaw(text)
    case kinds + 2: return clozeFlaw(text)
    case kinds + 3: return rangeFlaw(text)
    case let kind: return figureFlaw(text, FigureBlock.languages[kind])
    }
  }

  private static func figureFlaw(_ text: String, _ language: String) -> String? {
    let block = FigureBlock(functions: fuzzFunctions) { line, offset, problem in
      ContentError(file: "f", line: line + 1, column: offset + 1, problem)
    }
    do throws(ContentError) {
      let figure = try block.figure(text, language: language)
      if let flaw = figure.flaw { return flaw }
      guard case .plot(let plot) = figure, plot.functions.count <= PlotState.mostFunctions else {
        return nil
      }
      let state = PlotState(plot)
      guard state.functions.count == plot.functions.count else { return "a curve is missing" }
      return (try? PlotState(state.text)) == state
        ? nil : "\(state.text) does not read back as itself"
    } catch {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      guard lines.indices.contains(error.line - 1),
        (1...(lines[error.line - 1].count + 1)).contains(error.column)
      else { return "\(error.line):\(error.column) is outside" }
      return nil
    }
  }

  private static func plotFlaw(_ text: String) -> String? {
    guard let plot = try? PlotState(text) else { return nil }
    guard plot.text.utf8.allSatisfy({ (0x21..<0x7F).contains($0) }) else { return "a word" }
    return (try? PlotState(plot.text)) == plot ? nil : "\(plot.text) does not read back as itself"
  }

  /// Functions whose claims take milliseconds: numerical work that has no parsing to test.
  private static let slow = ["min", "max", "flat", "mean", "mono", "zero"]

  private static func claimFlaw(_ text: String) -> String? {
    if slow.contains(where: { text.firstRange(of: $0) != nil }) { return nil }
    for (number, offset) in Claim.decimals(in: text) {
      guard Double(number) != nil, text.utf8.dropFirst(offset).starts(with: number.utf8) else {
        return "\(number) is no number"
      }
    }
    do throws(ClaimError) {
      if case .fails(let computed) = try Claim(text).check() {
        return computed.utf8.allSatisfy { (0x20..<0x7F).contains($0) } ? nil : computed
      }
      return nil
    } catch {
      switch error {
      case .syntax(let offset, _), .unknownName(let offset, _):
        return (0...text.count).contains(offset) ? nil : "character \(offset) of \(text.count)"
      }
    }
  }

  private static func clozeFlaw(_ text: String) -> String? {
    guard let cloze = ClozeText(text) else { return nil }
    guard ClozeText(cloze.source) == cloze else { return cloze.source }
    for name in cloze.gapNames {
      guard !cloze.answer(to: name).isEmpty, isHarmless(cloze.prompt(asking: name)) else {
        return name
      }
    }
    return nil
  }

  private static func rangeFlaw(_ text: String) -> String? {
    guard let range = PlotRange(text)?.range else { return nil }
    let size = range.upperBound - range.lowerBound
    return size.isFinite && size > 0 ? nil : "\(range)"
  }
}
