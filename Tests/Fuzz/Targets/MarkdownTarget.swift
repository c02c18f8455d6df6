import Figures
import Lessons

@testable import LessonReader

/// A section's file: Markdown with figures and claims in comments; optionally a mind map.
enum MarkdownTarget: FuzzTarget {
  static func flaw(in bytes: [UInt8]) -> String? {
    // Without a title most inputs would be rejected, and nothing after it would be tested.
    let whole = bytes.first == UInt8(ascii: "#") ? bytes : Array("# T\n\n".utf8) + bytes
    do throws(ContentError) {
      let source = try SourceText(file: "f.md", bytes: whole)
      if let flaw = flaw(of: SectionScan(source), in: source) { return flaw }
      let section = try MarkdownReader(source: source, functions: fuzzFunctions).section(id: "f")
      guard isHarmless(section.title) else { return "the title" }
      for block in section.blocks + section.notes.flatMap(\.blocks) {
        if let flaw = flaw(of: block) { return flaw }
      }
      if section.blocks.count == 1, case .list = section.blocks[0] {
        let map = try MindMapReader(
          source: source, functions: fuzzFunctions, sections: fuzzSections,
          deck: Deck(id: "f", title: "F", cards: [])
        ).mindMap()
        return flaw(of: map.root)
      }
    } catch {
      return error.flaw(in: whole, named: "f.md")
    }
    return nil
  }

  private static func flaw(of scan: SectionScan, in source: SourceText) -> String? {
    let lines = source.bytes[...].lines
    for text in scan.claims + scan.prose + scan.figures + scan.code {
      guard lines.indices.contains(text.line - 1) else { return "no line of \(text)" }
      let count = String(decoding: lines[text.line - 1], as: UTF8.self).count
      guard (1...(count + 1)).contains(text.column), text.column - 1 + text.text.count <= count
      else { return "no column of \(text)" }
    }
    return nil
  }

  private static func flaw(of block: Block) -> String? {
    switch block {
    case .heading(let level, let prose):
      return (1...6).contains(level) ? flaw(of: prose) : "a heading of level \(level)"
    case .paragraph(let prose): return flaw(of: prose)
    case .list(let list): return flaw(of: list)
    case .quote(let blocks), .alert(_, let blocks): return blocks.lazy.compactMap(flaw).first
    case .code(let language, let text):
      return isHarmless(language) && isHarmless(text) ? nil : "the code"
    case .table(let table): return flaw(of: table)
    case .figure(let figure): return figure.flaw
    case .prediction(let prediction):
      return prediction.figure.flaw ?? prediction.card(in: "").flaw
    case .exercise(let questions): return questions.isEmpty ? "an empty exercise" : nil
    case .instrument(let address, let words):
      return isHarmless(address) && isHarmless(words) ? nil : "a link to an instrument"
    case .math(let text, let source):
      return isHarmless(text) && isHarmless(source) ? nil : "the mathematics"
    case .rule: return nil
    }
  }

  private static func flaw(of list: ListBlock) -> String? {
    if let start = list.start, !(0...999_999_999).contains(start) { return "a list from \(start)" }
    return list.items.isEmpty
      ? "a list of nothing" : list.items.lazy.flatMap(\.blocks).compactMap(flaw).first
  }

  private static func flaw(of table: TableBlock) -> String? {
    let columns = table.alignments.count
    guard columns > 0, ([table.header] + table.rows).allSatisfy({ $0.count == columns }) else {
      return "a row that has not \(columns) cells"
    }
    return ([table.header] + table.rows).lazy.joined().compactMap(flaw).first
  }

  private static func flaw(of prose: Prose) -> String? {
    for span in prose {
      guard !span.text.isEmpty else { return "a span of nothing" }
      guard isHarmless(span.text), isHarmless(span.destination ?? "") else { return "a span" }
      guard span.traits.contains(.link) == (span.destination != nil) else { return "half a link" }
    }
    return nil
  }

  private static func flaw(of node: MindMap.Node) -> String? {
    switch node.target {
    case .section(let id)? where !fuzzSections.contains(id): return "a link to \(id)"
    case .card(let id)?: return "a link to \(id)"
    case .plot(let id)? where fuzzFunctions.parameters[id] == nil: return "a link to \(id)"
    default: return node.children.lazy.compactMap(flaw).first
    }
  }
}
