import Lessons
import TerminalUI

@testable import LessonReader

#if canImport(TestCourse)
  // libFuzzer's program is compiled with the file of RandomFunctions itself.
  import TestCourse
#endif

/// The functions that figures may draw.
let fuzzFunctions = RandomFunctions.names

/// Sections that decks and maps may name.
let fuzzSections: Set<String> = ["s", "words"]

/// Whether the visible form of a text contains nothing that a terminal could interpret as a command, in either charset.
func isHarmless(_ text: String) -> Bool {
  if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return true }
  return text.withVisibleControls.allSatisfy { !$0.isControl }
    && text.transcribedToASCII.utf8.allSatisfy { (0x20..<0x7F).contains($0) || $0 == 0x0A }
}

/// Whether an id consists of allowed characters.
func isID(_ text: String) -> Bool {
  (1...64).contains(text.utf8.count)
    && text.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
    }
}

extension ContentError {
  /// Checks that an error's location is inside the file.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - name: The file's name.
  /// - Returns: The flaw of the error; nil if its location is valid.
  func flaw(in bytes: [UInt8], named name: String) -> String? {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let lines = (hasMark ? bytes.dropFirst(3) : bytes[...]).lines
    guard file == name else { return "the error is about \(file)" }
    guard lines.indices.contains(line - 1) else { return "line \(line) of \(lines.count): \(self)" }
    let last = String(decoding: lines[line - 1], as: UTF8.self).count + 1
    guard (1...last).contains(column) else { return "column \(column) of \(last): \(self)" }
    return nil
  }
}

extension ArraySlice<UInt8> {
  /// The text between line feeds, carriage returns, and pairs of both.
  var lines: [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = startIndex
    for index in indices where self[index] == 0x0A || self[index] == 0x0D {
      // The second half of a pair is not another line ending.
      if self[index] == 0x0A, index > startIndex, self[index - 1] == 0x0D {
        start = index + 1
        continue
      }
      lines.append(self[start..<index])
      start = index + 1
    }
    return lines + [self[start...]]
  }
}

extension Figure {
  /// The reason why the figure cannot be drawn.
  var flaw: String? {
    guard isHarmless(caption) else { return "the caption" }
    switch self {
    case .plot(let plot):
      let windows = [plot.x, plot.y ?? plot.x]
      let isGood = windows.allSatisfy {
        PlotFigure.window(from: $0.lowerBound, to: $0.upperBound) == $0
      }
      guard !plot.functions.isEmpty, plot.functions.allSatisfy(isFunction) else { return "a name" }
      return isGood ? nil : "a window"
    case .softmax(let softmax):
      let isGood =
        (2...8).contains(softmax.logits.count) && softmax.temperature > 0
        && softmax.logits.allSatisfy { abs($0) <= 20 }
        && [0, softmax.logits.count].contains(softmax.labels.count)
      return isGood && softmax.labels.allSatisfy(isHarmless) ? nil : "softmax"
    case .gradient(let gradient):
      let isGood = (1...100).contains(gradient.layers) && abs(gradient.input) <= 20
      guard !gradient.functions.isEmpty else { return "no name" }
      return isGood && gradient.functions.allSatisfy(isFunction) ? nil : "gradient"
    case .hinges(let hinges):
      return HingesFigure.counts.contains(hinges.units) ? nil : "hinges"
    case .collapse(let collapse):
      let numbers = [collapse.first, collapse.second].flatMap { [$0.weight, $0.bias] }
      return numbers.allSatisfy { abs($0) <= 10 } ? nil : "collapse"
    }
  }

  private func isFunction(_ name: String) -> Bool { fuzzFunctions.parameters[name] != nil }
}

extension Deck {
  /// The flaw of a card, question or flashcard.
  var flaw: String? {
    guard isID(id), isHarmless(title), !cards.isEmpty else { return "the deck" }
    guard Set(cards.map(\.id)).count == cards.count else { return "a card twice" }
    guard flashcards.allSatisfy({ !$0.id.isEmpty && isHarmless($0.front) && isHarmless($0.back) })
    else { return "a flashcard" }
    return cards.lazy.compactMap(\.flaw).first
  }
}

extension Card {
  /// The card's flaw.
  var flaw: String? {
    guard isID(id) else { return "the id \(id)" }
    guard (1...3).contains(difficulty) else { return "\(id) of difficulty \(difficulty)" }
    if let flaw = stem.lazy.compactMap(\.flaw).first { return flaw }
    guard isHarmless(prompt), isHarmless(rightAnswer), isHarmless(explanation),
      hints.allSatisfy({ !$0.isEmpty && isHarmless($0) })
    else {
      return "the words of \(id)"
    }
    switch form {
    case .basic(let front, let back):
      return front.isEmpty || back.isEmpty ? "a side of \(id)" : nil
    case .cloze(let cloze, _): return cloze.gapNames.isEmpty ? "no gap in \(id)" : nil
    case .choice(let question): return Self.flaw(of: question.choices)
    case .curve(let plot, let question):
      return Figure.plot(plot.figure).flaw ?? Self.flaw(of: question.choices)
    case .network(let network, let question):
      return Figure.gradient(network).flaw ?? Self.flaw(of: question.choices)
    case .diagnose: return choiceLists.lazy.compactMap { Self.flaw(of: $0) }.first
    case .several(let question): return Self.flaw(of: question.choices, isSeveral: true)
    case .trueFalse(let question): return Self.flaw(of: question.reasons)
    case .gap(let question):
      return question.answers.isEmpty || !question.text.contains("___") ? "the gap of \(id)" : nil
    case .numeric(let question):
      return question.answer.isFinite && !question.answerText.isEmpty ? nil : "a number"
    case .point(let plot, let question):
      let isReachable = !question.rightSteps(in: plot.figure.x).isEmpty
      return Figure.plot(plot.figure).flaw ?? (isReachable ? nil : "a point out of reach")
    case .sketch(let plot, _):
      let isAlone = plot.figure.functions.count == 1
      return Figure.plot(plot.figure).flaw ?? (isAlone ? nil : "a sketch of several curves")
    case .order(let question): return (2...6).contains(question.items.count) ? nil : "the order"
    case .match(let question): return Self.flaw(of: question)
    }
  }

  private static func flaw(of choices: [Choice], isSeveral: Bool = false) -> String? {
    let right = choices.count(where: \.isCorrect)
    guard (2...9).contains(choices.count), choices.allSatisfy({ isID($0.id) }) else {
      return "the choices"
    }
    return (isSeveral ? 2..<choices.count : 1..<2).contains(right) ? nil : "\(right) right choices"
  }

  private static func flaw(of question: MatchQuestion) -> String? {
    let rights = Set(question.right.map(\.id))
    let isWhole = question.left.allSatisfy { left in
      question.partners[left.id].map(rights.contains) == true
    }
    return isWhole && (2...6).contains(question.left.count) ? nil : "the partners"
  }
}

extension Stem {
  /// The flaw of a part of a stem.
  var flaw: String? {
    switch self {
    case .code(let lines), .log(let lines):
      return Self.lines.contains(lines.count) && lines.allSatisfy(isHarmless) ? nil : "lines"
    case .table(let table):
      let isWhole = table.rows.allSatisfy { $0.count == table.header.count }
      return isWhole && Self.columns.contains(table.header.count) ? nil : "a table"
    case .histogram(let histogram):
      let isGood = Self.bins.contains(histogram.counts.count) && histogram.total > 0
      return isGood && histogram.counts.allSatisfy(Self.counts.contains) ? nil : "a histogram"
    case .curves(let curves):
      let isGood =
        Self.series.contains(curves.series.count)
        && curves.series.allSatisfy {
          Self.values.contains($0.values.count) && $0.values.count <= curves.places.count
        }
      return isGood ? nil : "curves"
    }
  }
}
