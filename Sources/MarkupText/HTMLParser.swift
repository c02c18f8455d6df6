import CLibxml2

/// Receives parser events in order; elements without an end tag are ended, too.
package protocol HTMLEvents: AnyObject {
  /// An element begins.
  func begin(_ element: HTMLElement)
  /// The innermost element of a name ends.
  func end(_ name: String)
  /// Text with decoded references.
  func text(_ text: UnsafeBufferPointer<UInt8>)
}

/// An event-based HTML parser on libxml2; it builds no tree, so the depth is not limited.
package enum HTMLParser {
  /// Parses untrusted HTML.
  package static func parse(_ html: String, into events: some HTMLEvents) {
    // Without a body, libxml2 would wrap text in paragraphs.
    let bytes = Array("<body>".utf8) + HTMLSource.normalised(html)
    guard bytes.count < Int(CInt.max), let context = htmlNewParserCtxt() else {
      return
    }
    defer { htmlFreeParserCtxt(context) }
    let receiver = Receiver(events)
    // Replaces libxml2's own handlers, which need a tree.
    context.pointee.sax.update(repeating: htmlSAXHandler(), count: 1)
    context.pointee.sax.pointee.startElement = { data, name, attributes in
      Receiver.of(data)?.begin(name, attributes)
    }
    context.pointee.sax.pointee.endElement = { data, name in Receiver.of(data)?.end(name) }
    let text: charactersSAXFunc = { data, characters, count in
      Receiver.of(data)?.text(characters, count)
    }
    context.pointee.sax.pointee.characters = text
    context.pointee.sax.pointee.ignorableWhitespace = text
    context.pointee.sax.pointee.cdataBlock = text
    context.pointee.userData = Unmanaged.passUnretained(receiver).toOpaque()
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOIMPLIED.rawValue | HTML_PARSE_NODEFDTD.rawValue
    withExtendedLifetime(receiver) {
      bytes.withUnsafeBytes { buffer in
        let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
        // No document is built, so none must be freed.
        _ = htmlCtxtReadMemory(
          context, start, CInt(buffer.count), nil, "UTF-8", CInt(bitPattern: options))
      }
    }
  }
}

/// Receives libxml2's callbacks.
private final class Receiver {
  private let events: any HTMLEvents
  /// Whether the parser is inside the outermost body.
  private var isInBody = false

  init(_ events: any HTMLEvents) { self.events = events }

  static func of(_ data: UnsafeMutableRawPointer?) -> Receiver? {
    data.map { Unmanaged<Receiver>.fromOpaque($0).takeUnretainedValue() }
  }

  func begin(
    _ name: UnsafePointer<xmlChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard let name, isInBody else { return isInBody = true }
    var values: [String: String] = [:]
    var next = attributes
    while let pair = next, let key = pair.pointee {
      let name = String(decodingCString: key, as: UTF8.self)
      values[name] =
        values[name] ?? (pair + 1).pointee.map { String(decodingCString: $0, as: UTF8.self) } ?? ""
      next = pair + 2
    }
    // libxml2 has converted names to lower case.
    let element = String(decodingCString: name, as: UTF8.self)
    events.begin(HTMLElement(name: element, attributes: values))
  }

  func end(_ name: UnsafePointer<xmlChar>?) {
    guard let name else { return }
    events.end(String(decodingCString: name, as: UTF8.self))
  }

  func text(_ characters: UnsafePointer<xmlChar>?, _ count: CInt) {
    events.text(UnsafeBufferPointer(start: characters, count: Int(count)))
  }
}
