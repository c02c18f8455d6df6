public import Practice
import TerminalUI

/// What the certificate asks for, and how much of it is done.
struct CertificateScreen: Screen {
  let name = "Certificate"
  private var scroll = Scroll()

  init() {}

  func keys(in context: Surroundings) -> [KeyBinding] {
    [
      KeyBinding([.down, .up], "scroll", label: "↓ ↑"),
      KeyBinding([.escape, .character("q")], "back", footer: true),
    ]
  }

  mutating func update(_ event: Event, in context: Surroundings) -> TutorResponse {
    guard let key = event.key else { return .stay }
    if key.leaves { return .pop }
    _ = scroll.press(
      key, lines: lines(context).count, rows: max(0, context.size.height - 4))
    return .stay
  }

  private func lines(_ context: Surroundings) -> [[Run]] {
    var text = ColumnText(width: Page.column(in: context.size.width).width, context)
    let attainment = context.attainment
    text.addBlank()
    for requirement in attainment.requirements {
      let mark =
        context.isPlain
        ? (requirement.isMet ? "done: " : "missing: ")
        : requirement.isMet ? context.rightMark : context.charset.pick("· ", ". ")
      text.add(requirement.words, marker: [Run(mark, requirement.isMet ? .right : .dim, .bold)])
    }
    text.addBlank()
    if attainment.isEarned {
      text.add("It is earned.", Style(.right, .bold))
      text.add("`tutor certificate --name \"Your Name\"` prints it, `--format svg` draws it.")
    } else {
      text.add("\(ProgressPages.percent(attainment.share)) earned.", Style(.text, .bold))
      text.add(attainment.nextStep)
    }
    text.addBlank()
    text.add(
      "It shows what the record shows, and `tutor verify` can tell whether the two agree. It cannot "
        + "show who pressed the keys.", Style(.dim))
    return text.lines
  }

  func view(in context: Surroundings) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    var page = Page(
      name, status: ProgressPages.percent(context.attainment.share), keys: keys(in: context),
      in: context)
    scroll.draw(
      lines(context), on: &page, rows: page.body.origin.y..<page.body.maxY,
      x: Page.column(in: context.size.width).x, context.charset)
    return page.frame
  }
}

extension Attainment {
  /// One thing that the certificate asks for.
  public struct Requirement: Hashable, Sendable {
    /// Whether it is done.
    public var isMet: Bool
    /// What it is, and how far it is done.
    public var words: String
  }

  /// Everything that the certificate asks for.
  public var requirements: [Requirement] {
    let mark = Int(Self.recallMark * 100)
    var list = [
      Requirement(
        isMet: sections.done == sections.of,
        words: "Every section read, its questions answered: \(sections.done) of \(sections.of)"),
      Requirement(
        isMet: cards.of > 0 && cards.done == cards.of,
        words: "Every card remembered on \(Self.daysRemembered) different days, and with a chance "
          + "of \(mark) % or more today: \(cards.done) of \(cards.of)"),
      Requirement(
        isMet: isQuizPassed,
        words: "A quiz of \(Self.quizQuestions) questions or more with "
          + "\(Int(Self.quizMark * 100)) % right: "
          + (quiz.map { "best \($0.right) of \($0.total)" } ?? "none yet")),
    ]
    if leavesOutTooMany {
      list.append(
        Requirement(
          isMet: false,
          words: "At most one card in twenty left out: \(leftOut) are; r under Progress asks them "
            + "again"))
    }
    return list
  }

  /// What to do next on the way.
  var nextStep: String {
    if sections.done < sections.of {
      return "Next: read on; a section that is read unlocks its cards."
    }
    if cards.done < cards.of { return "Next: flashcards, a sitting a day." }
    return leavesOutTooMany ? "Next: bring left-out cards back." : "Next: the practice quiz."
  }
}
