import Lessons

/// Typed access to a JSON object; every error carries line and column.
struct JSONObject: Sendable {
  let source: SourceText
  let offset: Int
  private let members: [JSONNode.Member]

  /// Interprets a node as an object.
  init(_ node: JSONNode, named name: String, in source: SourceText) throws(ContentError) {
    guard case .object(let members) = node.value else {
      throw source.error(at: node.offset, .wrongType(field: name, expected: .object))
    }
    self.source = source
    self.members = members
    offset = node.offset
  }

  /// The member with a name; nil if it is missing or null.
  func node(_ name: String) -> JSONNode? {
    guard let node = members.first(where: { $0.name == name })?.value else { return nil }
    if case .null = node.value { return nil }
    return node
  }

  /// The line on which the object begins, from 1.
  var line: Int { source.line(at: offset) }

  func error(_ problem: ContentError.Problem, at name: String? = nil) -> ContentError {
    source.error(at: name.flatMap { node($0)?.offset } ?? offset, problem)
  }

  private func required(_ name: String) throws(ContentError) -> JSONNode {
    guard let node = node(name) else { throw error(.missingField(name)) }
    return node
  }

  private func wrongType(_ name: String, _ expected: Expectation) -> ContentError {
    error(.wrongType(field: name, expected: expected), at: name)
  }

  /// A string that must not be blank.
  func string(_ name: String) throws(ContentError) -> String {
    guard case .string(let text) = try required(name).value else {
      throw wrongType(name, .text)
    }
    if text.isBlank { throw error(.emptyField(name), at: name) }
    return text
  }

  /// A string, possibly blank.
  func anyString(_ name: String) throws(ContentError) -> String {
    guard case .string(let text) = try required(name).value else { throw wrongType(name, .text) }
    return text
  }

  func optionalString(_ name: String) throws(ContentError) -> String? {
    node(name) == nil ? nil : try string(name)
  }

  func number(_ name: String) throws(ContentError) -> Double {
    guard case .number(let number) = try required(name).value else {
      throw wrongType(name, .number)
    }
    return number
  }

  func integer(_ name: String) throws(ContentError) -> Int {
    guard let integer = Int(exactly: try number(name)) else {
      throw wrongType(name, .wholeNumber)
    }
    return integer
  }

  func bool(_ name: String) throws(ContentError) -> Bool {
    guard case .bool(let bool) = try required(name).value else {
      throw wrongType(name, .truth)
    }
    return bool
  }

  func array(_ name: String) throws(ContentError) -> [JSONNode] {
    guard case .array(let nodes) = try required(name).value else { throw wrongType(name, .list) }
    return nodes
  }

  func object(_ name: String) throws(ContentError) -> JSONObject {
    try JSONObject(try required(name), named: name, in: source)
  }

  /// A list of objects, empty if there is no such member.
  func objects(_ name: String) throws(ContentError) -> [JSONObject] {
    guard node(name) != nil else { return [] }
    var objects: [JSONObject] = []
    for node in try array(name) { objects.append(try JSONObject(node, named: name, in: source)) }
    return objects
  }

  /// A list of strings, empty if there is no such member.
  func strings(_ name: String) throws(ContentError) -> [String] {
    guard node(name) != nil else { return [] }
    var strings: [String] = []
    for node in try array(name) {
      guard case .string(let text) = node.value else {
        throw source.error(at: node.offset, .wrongType(field: name, expected: .listOfTexts))
      }
      strings.append(text)
    }
    return strings
  }

  /// The names of all members.
  var names: [String] { members.map(\.name) }

  /// An id: lower-case letters, digits and hyphens.
  func id() throws(ContentError) -> String {
    let id = try string("id")
    guard id.isContentID else { throw error(.badID(id), at: "id") }
    return id
  }

  /// Checks the file's header: its kind and format version.
  func checkFormat(_ format: String, version known: Int) throws(ContentError) {
    let found = try string("format")
    guard found == format else {
      throw error(.wrongFormat(expected: format, found: found), at: "format")
    }
    let version = try integer("version")
    guard version <= known else {
      throw error(.newerVersion(found: version, known: known), at: "version")
    }
  }
}

extension String {
  /// Whether there is only white space.
  fileprivate var isBlank: Bool {
    // A fast path: nearly every text begins with a visible character.
    if let first = utf8.first, (0x21..<0x7F).contains(first) { return false }
    return allSatisfy(\.isWhitespace)
  }
}

extension String {
  /// Whether it can be the id of a section, card or prediction: 1 to 64 of `[a-z0-9-]`.
  var isContentID: Bool {
    (1...64).contains(utf8.count)
      && utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
      }
  }
}
