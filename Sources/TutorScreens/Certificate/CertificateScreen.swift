import Lessons
public import Practice
public import TerminalUI
import Words

/// The requirements of the certificate and the learner's progress.
struct CertificateScreen: Screen {
  enum Action: Sendable {
    case scroll(Move), leave
  }

  let name = Words.Certificate.name
  private var scroll = Scroll()

  init() {}

  func bindings(in context: AppContext) -> [KeyBinding<Action>] {
    [
      .scroll(Action.scroll, when: lines(context).count > rows(context)), .back(.leave),
    ]
  }

  mutating func handle(_ action: Action, in context: AppContext) -> TutorResponse {
    switch action {
    case .scroll(let move):
      scroll.move(move, lines: lines(context).count, rows: rows(context))
      return .stay
    case .leave: return .pop
    }
  }

  private func rows(_ context: AppContext) -> Int { max(0, context.size.height - 4) }

  private func lines(_ context: AppContext) -> [[Run]] {
    var text = ColumnText(width: Page.column(in: context.size.width).width, context)
    let certificateProgress = context.certificateProgress
    if context.isWide {
      text.addCentred(
        Words.CertificateText.title(lesson: context.bundle.lesson.title), Style(.heading, .bold))
    }
    text.addBlank()
    for requirement in certificateProgress.requirements(context.keyNames) {
      let mark =
        context.isPlain
        ? context.text(
          requirement.isMet ? Words.Certificate.done : Words.Certificate.missing) + " "
        : requirement.isMet ? context.rightMark : context.charset.pick("· ", ". ")
      text.add(requirement.words, marker: [Run(mark, requirement.isMet ? .right : .dim, .bold)])
    }
    text.addBlank()
    if certificateProgress.isEarned {
      text.add(Words.Certificate.isEarned, Style(.right, .bold))
      text.add(Words.Certificate.howToPrint)
    } else {
      text.add(
        Words.Certificate.earned(ProgressPages.percent(certificateProgress.share)),
        Style(.text, .bold))
      text.add(certificateProgress.nextStep)
    }
    text.addBlank()
    text.add(Words.Certificate.worth, Style(.dim))
    return text.lines
  }

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    var page = Page(
      name, status: ProgressPages.percent(context.certificateProgress.share),
      keys: footer(in: context),
      in: context)
    let lines = lines(context)
    var rows = page.body.origin.y..<page.body.maxY
    if context.isWide, lines.count + 4 <= rows.count {
      let top = rows.lowerBound + (rows.count - lines.count - 4) / 2
      rows = (top + 2)..<(top + 2 + lines.count)
      drawFrame(around: rows, on: &page, context)
    }
    scroll.draw(
      lines, on: &page, rows: rows, x: Page.column(in: context.size.width).x, context.charset)
    return page.frame
  }

  /// Draws a frame around some rows, wider than half of the window.
  private func drawFrame(around rows: Range<Int>, on page: inout Page, _ context: AppContext) {
    let size = context.size
    let width = max(Page.column(in: size.width).width + 8, size.width / 2 + 2)
    let area = Rect(
      x: (size.width - width) / 2, y: rows.lowerBound - 2, width: width, height: rows.count + 4)
    page.drawBox(
      area, Style(context.certificateProgress.isEarned ? .right : .axis), context.charset)
  }
}

extension CertificateProgress {
  /// A requirement of the certificate.
  public struct Requirement: Hashable, Sendable {
    /// Whether it is met.
    public var isMet: Bool
    /// Its description with the progress made.
    public var words: String
  }

  /// All requirements of the certificate.
  ///
  /// - Parameter keys: The names of keys.
  /// - Returns: At least three requirements, including those that are met.
  public func requirements(_ keys: KeyNames) -> [Requirement] {
    let mark = Int(Mastery.retrievabilityNeeded * 100)
    var list = [
      Requirement(
        isMet: sections.done == sections.of,
        words: Words.Certificate.everySection(read: sections.done, of: sections.of)),
      Requirement(
        isMet: cards.of > 0 && cards.done == cards.of,
        words: Words.Certificate.everyCard(
          days: Mastery.daysNeeded, percent: mark, remembered: cards.done, of: cards.of)),
      Requirement(isMet: isQuizPassed, words: quizWords),
    ]
    if hasTooManySuspended {
      list.append(
        Requirement(
          isMet: false,
          words: Words.Certificate.fewSuspended(suspended, keys)))
    }
    return list
  }

  private var quizWords: String {
    let (questions, percent) = (Self.quizQuestions, Int(Self.quizMark * 100))
    guard let quiz else { return Words.Certificate.quiz(questions: questions, percent: percent) }
    return Words.Certificate.quiz(
      questions: questions, percent: percent, best: quiz.right, of: quiz.total)
  }

  /// The next step towards the certificate.
  var nextStep: String {
    if sections.done < sections.of { return Words.Certificate.nextRead }
    if cards.done < cards.of { return Words.Certificate.nextCards }
    return hasTooManySuspended ? Words.Certificate.nextResume : Words.Certificate.nextQuiz
  }
}
