/// A link of a section.
public struct Link: Hashable, Sendable {
  /// An address, or `#` and a section's id.
  public var address: String
  /// The text of the link's first occurrence.
  public var words: String
  /// The block of the first occurrence, from 0; footnotes are numbered after the section's last block.
  public var block: Int

  /// Whether it leaves the program and its text does not show the address.
  public var needsNumber: Bool {
    !address.hasPrefix("#") && !InstrumentLink.isAddress(address) && !words.contains(address)
  }
}

extension Section {
  /// All addresses that the section links to, each once, in order of their first occurrence.
  public var links: [Link] {
    var links: [Link] = []
    var known: Set<String> = []
    for (index, block) in (blocks + notes.map { Block.quote($0.blocks) }).enumerated() {
      for prose in block.proses {
        for (address, words) in prose.links where known.insert(address).inserted {
          links.append(Link(address: address, words: words, block: index))
        }
      }
    }
    return links
  }
}

extension Prose {
  /// The addresses of the links in it, each with the link's text.
  fileprivate var links: [(address: String, words: String)] {
    var links: [(address: String, words: String)] = []
    var last: String?
    for span in self {
      if let address = span.destination {
        if address == last {
          links[links.count - 1].words += span.text
        } else {
          links.append((address, span.text))
        }
      }
      last = span.destination
    }
    return links
  }
}

extension Block {
  /// All running text in the block, in order.
  public var proses: [Prose] {
    switch self {
    case .heading(_, let prose), .paragraph(let prose): [prose]
    case .list(let list): list.items.flatMap(\.blocks).flatMap(\.proses)
    case .quote(let blocks), .alert(_, let blocks): blocks.flatMap(\.proses)
    case .table(let table): ([table.header] + table.rows).flatMap(\.self)
    case .instrument(let address, let words): [[Span(words, .link, destination: address)]]
    case .code, .math, .figure, .prediction, .exercise, .rule: []
    }
  }
}
