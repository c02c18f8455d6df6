import Lessons
import Practice
import TerminalUI

@testable import LessonReader
@testable import TutorScreens

/// Reads bytes as a section, lays it out, searches it and presses keys on its figures.
///
/// The first byte chooses width and charset. The program must neither crash nor hang, and must not draw a control
/// character or a line that is too wide.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 1 else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  let choice = Int(bytes[0])
  guard
    let source = try? SourceText(file: "fuzz.md", bytes: Array("# T\n\n".utf8) + bytes.dropFirst()),
    let section = try? MarkdownReader(source: source, functions: RandomFunctions.names).section(
      id: "fuzz")
  else { return 0 }
  let size = Size(width: 40 + choice % 120, height: 12 + choice % 40)
  let lesson = Lesson(id: "fuzz", title: "Fuzz", edition: "1", sections: [section])
  var context = AppContext(
    bundle: LessonBundle(lesson: lesson, deck: Deck(id: "fuzz", title: "Fuzz", cards: [])),
    size: size,
    charset: Charset.allCases[choice % 3])
  var session = TutorSession(opening: .lesson(.section(0)))
  session.start(in: &context) { _, _ in nil }
  for word in [
    "G", "Tab", "Right", "]", "n", "+", "Tab", "r", "Esc", "Space", "g", "/", "e", "Enter",
  ] {
    if let key = Key(word: word) { session.handle(.key(key), in: &context) { _, _ in nil } }
    let frame = session.view(in: context)
    precondition(frame.size == size)
    for cell in frame.cells {
      let isShowable = !cell.glyph.isControl && (!context.charset.isASCII || cell.glyph.isASCII)
      precondition(isShowable, "\(cell.glyph.unicodeScalars.map(\.value)) after \(word)")
    }
  }
  return 0
}
