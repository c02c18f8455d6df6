import LessonLayout
import TerminalUI
import Words

/// A part of the text that receives focus.
enum FocusTarget: Equatable, Sendable {
  case figure(Int)
  /// A link to an instrument.
  case instrument(Int)
}

/// Focus on figures, links to instruments, and terms.
extension ReaderScreen {
  /// Removes focus from the figure.
  mutating func blur(_ context: AppContext) {
    guard case .focused(let figure) = mode else { return }
    text?.redraw(figure, isFocused: false, context)
    mode = .reading
  }

  /// The figure or link that has focus.
  private var focused: FocusTarget? {
    switch mode {
    case .focused(let figure): .figure(figure)
    case .onInstrument(let index): .instrument(index)
    default: nil
    }
  }

  /// The figure that receives keys: the focused one, or the one beside the text.
  var activeFigure: Int? {
    if case .focused(let figure) = mode { figure } else { text?.pinned?.figure }
  }

  /// Focuses the next visible figure or link to an instrument, or the next one at all, and scrolls to it.
  mutating func focusNext(forward: Bool, _ context: AppContext) {
    guard let places = text?.focusTargets, !places.isEmpty else { return }
    let view = visible(context)
    let pinned = text?.pinned.map { FocusTarget.figure($0.figure) }
    let next: Int
    if let previous = places.firstIndex(where: { $0.target == focused }) {
      next = (previous + (forward ? 1 : places.count - 1)) % places.count
    } else {
      next =
        places.firstIndex { $0.target == pinned } ?? places.firstIndex {
          $0.rows.upperBound > top + 1 && $0.rows.lowerBound < view.upperBound
        }
        ?? places.firstIndex { $0.rows.lowerBound >= top } ?? 0
    }
    let target = places[next].target
    switch target {
    case .figure(let figure):
      if !context.isWide { blur(context) }
      mode = .focused(figure: figure)
      text?.redraw(figure, isFocused: true, context)
    case .instrument(let index):
      blur(context)
      mode = .onInstrument(index)
    }
    if target != pinned { show(places[next].rows, context) }
  }

  /// The link to an instrument that has focus, or the first one in view.
  func instrument(_ context: AppContext) -> PlacedInstrument? {
    guard let text else { return nil }
    if case .onInstrument(let index) = mode { return text.instruments[index] }
    let view = visible(context)
    return text.instruments.first { view.contains($0.rows.lowerBound) }
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
