import Lessons
import Practice
import TerminalUI
import Words

/// The course of the lesson with its topics.
struct CourseScreen: Screen {
  enum Action: Sendable {
    case read, leave
  }

  let name = Words.Course.name

  init() {}

  func bindings(in context: AppContext) -> [KeyBinding<Action>] {
    [KeyBinding("open", [.enter], .read, Words.Course.readOn, footer: true), .back(.leave)]
  }

  mutating func handle(_ action: Action, in context: AppContext) -> TutorResponse {
    switch action {
    case .read: .push(.lesson(.lastPosition))
    case .leave: .pop
    }
  }

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    let lesson = context.bundle.lesson
    guard let place = lesson.coursePosition else {
      var page = Page(lesson.title, keys: footer(in: context), in: context)
      let columns = Columns(in: context)
      let x = columns.side == nil ? 2 : columns.text.x
      page.frame.write(context.text(Words.Course.noCourse), x: x, y: page.body.origin.y)
      if let side = columns.side {
        page.write(ContentsList(context).lines(width: side.textWidth), in: side)
      }
      return page.frame
    }
    var page = Page(
      place.title, status: Words.Frame.place(place.topic, of: place.topics.count),
      keys: footer(in: context),
      in: context)
    let side = Columns(in: context).side
    let width = side.map { $0.origin.x - 2 } ?? context.size.width
    let rows = page.body.size.height
    let first = max(0, min(place.topic - 1 - rows / 2, place.topics.count - rows))
    let read = lesson.sections.count { context.learner.sectionsRead.contains($0.id) }
    for (row, index) in place.topics.indices.dropFirst(first).prefix(rows).enumerated() {
      let isHere = index + 1 == place.topic
      let y = page.body.origin.y + row
      page.frame.write(isHere ? context.charset.pick("▸", ">") : " ", x: 2, y: y, .accent, .bold)
      let number = index + 1 < 10 ? " \(index + 1)" : "\(index + 1)"
      let done =
        isHere
        ? "  " + context.text(Words.Course.sections(read: read, of: lesson.sections.count)) : ""
      let title = TextLayout.truncate(
        context.text("\(number)  \(place.topics[index])"),
        width: width - 6 - (context.size.width >= 70 ? done.count : 0),
        ellipsis: context.charset.pick("…", "~"))
      let end = page.frame.write(
        title, x: 4, y: y, isHere ? .selection : .dim, isHere ? .bold : [])
      if context.size.width >= 70 { page.frame.write(done, x: end, y: y, .dim) }
    }
    if let side { page.write(ContentsList(context).lines(width: side.textWidth), in: side) }
    return page.frame
  }
}
