import LessonLayout
import TerminalUI
import Words

/// Focus on figures and terms.
extension ReaderScreen {
  /// Removes focus from the figure.
  mutating func blur(_ context: AppContext) {
    guard case .focused(let figure) = mode else { return }
    text?.redraw(figure, isFocused: false, context)
    mode = .reading
  }

  /// Focuses the next visible figure, or the next one at all, and scrolls to it.
  mutating func focusNext(forward: Bool, _ context: AppContext) {
    // Copies only the positions: a copy of the text would make the next change copy all of it.
    guard let places = text?.figures.map(\.rows), !places.isEmpty else { return }
    let bottom = top + rows(context)
    let next: Int
    if case .focused(let previous) = mode {
      next = (previous + (forward ? 1 : places.count - 1)) % places.count
    } else {
      next =
        places.firstIndex { $0.upperBound > top + 1 && $0.lowerBound < bottom }
        ?? places.firstIndex { $0.lowerBound >= top } ?? 0
    }
    blur(context)
    mode = .focused(figure: next)
    text?.redraw(next, isFocused: true, context)
    let figure = places[next]
    if figure.upperBound > bottom { top = figure.upperBound - rows(context) }
    if figure.lowerBound < top { top = figure.lowerBound }
    top = min(top, lastTop(context))
  }

  /// The indices of the visible marked terms.
  func termsInView(_ context: AppContext) -> [Int] {
    guard let text else { return [] }
    let view = top..<(top + rows(context))
    return text.marked.indices.filter { view.contains(text.marked[$0].line) }
  }

  /// Moves the cursor to the next or previous visible term; wraps around.
  mutating func stepTerm(forward: Bool, _ context: AppContext) {
    let terms = termsInView(context)
    var current: Int?
    if case .onTerm(let index) = mode { current = index }
    let next =
      forward
      ? terms.first { $0 > current ?? -1 } ?? terms.first
      : terms.last { $0 < current ?? Int.max } ?? terms.last
    mode = next.map { .onTerm($0) } ?? .reading
  }

  /// Explains the term under the cursor; without one, moves the cursor to the first visible term.
  mutating func explain(_ context: AppContext) -> TutorResponse {
    let terms = termsInView(context)
    if case .onTerm(let index) = mode, terms.contains(index), let text {
      return .push(.term(text.marked[index].term))
    }
    mode = terms.first.map { .onTerm($0) } ?? .reading
    return terms.isEmpty ? .perform(.tell(Words.Reader.noTerm)) : .stay
  }
}
