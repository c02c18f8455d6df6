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
    let view = visible(context)
    let next: Int
    if case .focused(let previous) = mode {
      next = (previous + (forward ? 1 : places.count - 1)) % places.count
    } else {
      next =
        places.firstIndex { $0.upperBound > top + 1 && $0.lowerBound < view.upperBound }
        ?? places.firstIndex { $0.lowerBound >= top } ?? 0
    }
    blur(context)
    mode = .focused(figure: next)
    text?.redraw(next, isFocused: true, context)
    let figure = places[next]
    guard figure.upperBound > view.upperBound || figure.lowerBound < top else { return }
    let page = text?.pages.starts.last { $0 <= figure.lowerBound } ?? 0
    if figure.upperBound <= page + rows(context) { turn(to: page) } else { top = figure.lowerBound }
  }

  /// The indices of the visible marked terms.
  func termsInView(_ context: AppContext) -> [Int] {
    guard let text else { return [] }
    let view = visible(context)
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

  /// Explains the term under the cursor.
  func explain(_ context: AppContext) -> TutorResponse {
    guard case .onTerm(let index) = mode, let text, text.marked.indices.contains(index) else {
      return .stay
    }
    return .push(.term(text.marked[index].term))
  }
}
