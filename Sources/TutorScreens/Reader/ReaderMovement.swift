import LessonLayout
import Lessons
import Practice
import TerminalUI
import Words

/// Movement through the lesson, and answers to questions.
extension ReaderScreen {
  /// Performs a movement.
  mutating func move(_ action: Action, _ context: AppContext) -> TutorResponse {
    switch action {
    case .page(isForward: true):
      guard let next = text?.pages.next(after: top) else { return finish(context) }
      turn(to: next)
      return .perform(.record(.position(position(context))))
    case .page(isForward: false):
      guard let previous = text?.pages.previous(before: top) else {
        return section > 0 ? go(to: section - 1, atEnd: true, context) : .stay
      }
      turn(to: previous)
      return .perform(.record(.position(position(context))))
    case .line(let distance) where distance < 0: top = max(0, top + distance)
    case .line(let distance): top = max(top, min(lastTop(context), top + distance))
    case .halfPage(let isForward):
      let distance = max(1, rows(context) / 2)
      return move(.line(isForward ? distance : -distance), context)
    case .section(let distance): return go(to: section + distance, context)
    case .top: turn(to: 0)
    case .bottom: top = lastTop(context)
    case .code(let columns):
      shift = max(0, shift + columns)
      layOut(section, context)
    case .goBack: return goBack(context)
    default: break
    }
    return .stay
  }

  /// Handles the end of a section: records it and opens the next one.
  ///
  /// A section counts as read once its questions are answered, rightly or not.
  private mutating func finish(_ context: AppContext) -> TutorResponse {
    let sections = context.bundle.lesson.sections
    let waiting = text?.checks.waiting ?? 0
    if waiting > 0, !hasReminded {
      hasReminded = true
      return .perform(.tell(Words.Reader.questionsWait(waiting, context.keyNames)))
    }
    var effects = waiting == 0 ? readEffects(context) : []
    if !effects.isEmpty, text?.done == nil {
      celebrate(effects, context)
      return Response(effects)
    }
    guard section + 1 < sections.count else {
      effects.append(.record(.position(position(context))))
      return Response(effects, then: .pop)
    }
    return Response(effects + go(to: section + 1, context).effects)
  }

  /// Shows at the end of the section what it has brought.
  private mutating func celebrate(_ effects: [Effect], _ context: AppContext) {
    let facts = effects.compactMap { effect in
      if case .record(let fact) = effect { fact } else { nil }
    }
    let done = SectionDone(section, recording: facts, in: context)
    text?.finish(done, in: context)
    text?.mark(search)
    if visible(context).upperBound < text?.lines.count ?? 0 { top = max(top, lastTop(context)) }
  }

  private func readEffects(_ context: AppContext) -> [Effect] {
    let id = context.bundle.lesson.sections[section].id
    return context.learner.sectionsRead.contains(id) ? [] : [.record(.sectionRead(id))]
  }

  private mutating func go(
    to index: Int, atEnd: Bool = false, _ context: AppContext
  ) -> TutorResponse {
    guard context.bundle.lesson.sections.indices.contains(index) else { return .stay }
    shift = 0
    layOut(index, context)
    turn(to: atEnd ? text?.pages.starts.last ?? 0 : 0)
    return .perform(.record(.position(position(context))))
  }

  private mutating func goBack(_ context: AppContext) -> TutorResponse {
    guard let last = trail.popLast() else { return .stay }
    show(last, context)
    return .perform(.record(.position(position(context))))
  }

  func copy(_ context: AppContext) -> TutorResponse {
    let code = text?.codes.first { $0.rows.overlaps(visible(context)) }
    guard let code else { return .perform(.tell(Words.Reader.noCode)) }
    let count = code.text.split(separator: "\n", omittingEmptySubsequences: false).count
    return Response([.copy(code.text), .tell(Words.Reader.copied(lines: count))])
  }

  /// Handles a part of an answer to the questions at the end of the section.
  mutating func answer(
    _ action: AnswerInProgress.Action, _ context: AppContext
  ) -> TutorResponse {
    let outcome = text?.answer(action, in: context) ?? .taken
    text?.mark(search)
    // The verdict and the next question are in view.
    let end = lastTop(context)
    if visible(context).upperBound < text?.lines.count ?? 0, top < end, top > end - rows(context) {
      top = end
    }
    var effects = TextCheck.facts(after: outcome, in: context).map(Effect.record)
    if effects.isEmpty { return .stay }
    let read = text?.checks.areMet == true ? readEffects(context) : []
    if !read.isEmpty {
      effects += read
      celebrate(effects, context)
    }
    return Response(effects)
  }
}
