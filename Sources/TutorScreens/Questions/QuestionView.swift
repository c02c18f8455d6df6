import Lessons
import Practice
import TerminalUI

/// Draws a question, what has been answered so far, and the verdict.
struct QuestionView {
  let question: AskedQuestion
  let progress: AnswerInProgress
  let verdict: AskedQuestion.Verdict?
  let context: Surroundings

  /// Draws into a page's body.
  ///
  /// - Returns: The row after the last one written.
  @discardableResult
  func draw(on page: inout Page, from start: Int) -> Int {
    let column = Page.column(in: context.size.width)
    var row = page.write(
      TextLayout.wrap(
        context.text(question.card.prompt), width: column.width, style: Style(.text, .bold)),
      from: start, x: column.x)
    if case .curve(let plot, let choices) = question.card.form {
      let room = page.body.maxY - row - choices.choices.count
      if room >= 6 {
        let size = Size(width: column.width, height: min(14, room))
        let drawing = PlotDrawing(
          figure: plot.figure, charset: context.charset,
          hidesLabel: plot.hidesLabel && verdict == nil)
        page.frame.draw(drawing.frame(size), x: column.x, y: row)
        row += size.height
      }
    } else if context.size.height >= 18 {
      row += 1
    }
    row = drawAnswers(on: &page, from: row, column)
    guard let verdict else { return row }
    return drawVerdict(verdict, on: &page, from: row, column)
  }

  private func drawAnswers(
    on page: inout Page, from start: Int, _ column: (x: Int, width: Int)
  ) -> Int {
    var row = start
    switch question.card.form {
    case .numeric(let numeric):
      let unit = numeric.unit.map { " " + $0 } ?? ""
      let tolerance =
        switch numeric.tolerance {
        case .absolute(let size): size == 0 ? "exactly" : "± \(size)"
        case .relative(let size): "± \(size * 100) %"
        }
      var x = page.frame.write("> ", x: column.x, y: row, .accent, .bold)
      x = page.frame.write(progress.text, x: x, y: row, .text, .bold)
      if verdict == nil { page.frame.cursor = Point(x: x, y: row) }
      page.frame.write(context.text("\(unit)   (\(tolerance))"), x: x + 1, y: row, .dim)
      return row + 1
    case .trueFalse where progress.judgement == nil:
      for (key, word) in [("1", "true"), ("2", "false")] {
        page.frame.write(key, x: column.x, y: row, .accent, .bold)
        page.frame.write(word, x: column.x + 3, y: row)
        row += 1
      }
      return row
    case .trueFalse:
      let word = progress.judgement == true ? "true" : "false"
      page.frame.write("You say \(word). Because:", x: column.x, y: row, .dim)
      row += 1
    case .match(let match):
      for (index, left) in match.left.enumerated() {
        let picked = index < progress.picks.count ? question.items[progress.picks[index]].text : ""
        let isNext = index == progress.picks.count && verdict == nil
        let text = "\(left.text) \(context.charset.pick("→", "->")) \(picked)"
        let lines = TextLayout.wrap(
          context.text(text), width: column.width - 2, style: Style(isNext ? .accent : .text))
        row = page.write(lines, from: row, x: column.x + 2)
      }
    case .order:
      let chosen = progress.picks.map { question.items[$0].text }
      let arrow = context.charset.pick(" → ", " -> ")
      let lines = TextLayout.wrap(
        context.text("Your order: " + chosen.joined(separator: arrow)), width: column.width,
        style: Style(.dim))
      row = page.write(lines, from: row, x: column.x)
    default: break
    }
    for (index, text) in options.enumerated() {
      let style = look(of: index)
      guard row < page.body.maxY else { break }
      page.frame.write("\(index + 1)", x: column.x, y: row, .accent, .bold)
      page.frame.write(mark(of: index), x: column.x + 1, y: row, style: style)
      let lines = TextLayout.wrap(context.text(text), width: column.width - 3, style: style)
      row = page.write(lines, from: row, x: column.x + 3)
    }
    return row
  }

  private var options: [String] {
    question.choices.isEmpty ? question.items.map(\.text) : question.choices.map(\.text)
  }

  private func look(of index: Int) -> Style {
    if question.choices.isEmpty {
      return Style(progress.picks.contains(index) ? .dim : .text)
    }
    guard verdict != nil else { return .plain }
    if question.choices[index].isCorrect { return Style(.right, .bold) }
    return Style(progress.choice == question.choices[index].id ? .wrong : .dim)
  }

  private func mark(of index: Int) -> String {
    guard verdict != nil, !question.choices.isEmpty else { return "" }
    if question.choices[index].isCorrect { return context.charset.pick("✓", "+") }
    return progress.choice == question.choices[index].id ? context.charset.pick("✗", "x") : ""
  }

  private func drawVerdict(
    _ verdict: AskedQuestion.Verdict, on page: inout Page, from start: Int,
    _ column: (x: Int, width: Int)
  ) -> Int {
    var row = start + (context.size.height >= 18 ? 1 : 0)
    switch verdict {
    case .right:
      page.frame.write(
        context.charset.pick("✓ Right.", "+ Right."), x: column.x, y: row, .right, .bold)
      row += 1
    case .wrong(let feedback):
      let text = context.charset.pick("✗ ", "x ") + (feedback ?? "Not quite.")
      row = page.write(
        TextLayout.wrap(context.text(text), width: column.width, style: Style(.wrong, .bold)),
        from: row, x: column.x)
      if question.choices.isEmpty {
        row = page.write(
          TextLayout.wrap(
            context.text("Right: " + question.card.rightAnswer), width: column.width,
            style: Style(.right)), from: row, x: column.x)
      }
    case .unreadable:
      page.frame.write("Type a number such as 0.25, 1/4 or 2.5e-1.", x: column.x, y: row, .dim)
      return row + 1
    }
    return page.write(
      TextLayout.wrap(context.text(question.card.explanation), width: column.width), from: row,
      x: column.x)
  }
}

/// An answer that is being given, key by key.
struct AnswerInProgress: Hashable, Sendable {
  /// What was typed for a number.
  var text = ""
  /// The choice taken, by its id.
  var choice: String?
  /// The judgement on a statement.
  var judgement: Bool?
  /// Items taken, by their places.
  var picks: [Int] = []

  /// Takes a key.
  ///
  /// - Returns: The whole answer once it is given.
  mutating func press(_ key: Key, on question: AskedQuestion) -> AskedQuestion.Answer? {
    switch question.card.form {
    case .numeric: return type(key)
    case .trueFalse where judgement == nil:
      if key == .character("1") || key == .character("t") { judgement = true }
      if key == .character("2") || key == .character("f") { judgement = false }
      return nil
    case .order, .match: return pick(key, question)
    default: break
    }
    guard let digit = key.digit, question.choices.indices.contains(digit - 1) else { return nil }
    let id = question.choices[digit - 1].id
    choice = id
    return judgement.map { .judgement($0, reason: id) } ?? .choice(id)
  }

  private mutating func type(_ key: Key) -> AskedQuestion.Answer? {
    switch key {
    case .enter: return text.isEmpty ? nil : .number(text)
    case .backspace: _ = text.popLast()
    case .character(let character)
    where "0123456789.,-+eE/−".contains(character) && text.count < 20:
      text.append(character)
    default: break
    }
    return nil
  }

  private mutating func pick(_ key: Key, _ question: AskedQuestion) -> AskedQuestion.Answer? {
    if key == .backspace { _ = picks.popLast() }
    guard let digit = key.digit, question.items.indices.contains(digit - 1),
      !picks.contains(digit - 1)
    else { return nil }
    picks.append(digit - 1)
    switch question.card.form {
    case .order(let order): return picks.count == order.items.count ? .order(picks) : nil
    case .match(let match):
      guard picks.count == match.left.count else { return nil }
      return .pairs(picks.map { question.items[$0].id })
    default: return nil
    }
  }
}
