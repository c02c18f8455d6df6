/// What is wrong with a course's files, and where.
public struct ContentError: Error, Equatable, Sendable {
  /// What is wrong.
  public enum Problem: Equatable, Sendable {
    case missingFile
    case unreadable
    case empty
    case notUTF8
    /// The path leaves the course's folder.
    case unsafePath(String)
    case malformedJSON(expected: String)
    case nestedTooDeeply
    case duplicateKey(String)
    case missingField(String)
    case wrongType(field: String, expected: String)
    case emptyField(String)
    case wrongFormat(expected: String, found: String)
    case newerVersion(found: Int, known: Int)
    case badID(String)
    case duplicateID(String, firstLine: Int)
    case noSections
    case noCards
    case missingTitle
    /// A mind map is a title and one nested list.
    case noMindMap
    /// A link that leads to no section, card or plot.
    case badLink(String)
    case unknownSection(String)
    case unknownCard(String)
    /// No question of that id can be answered by single keys.
    case unknownQuestion(String)
    case unknownItem(String, in: String)
    case correctChoices(Int)
    case tooFew(field: String, needed: Int, found: Int)
    case badCloze
    /// A field in quotes that never ends.
    case unclosedQuote
    /// A gap must be written as `___`, once.
    case badGap
    case badNumber(field: String)
    case outOfRange(field: String, allowed: String)
    case unknownFunction(String, known: [String])
    case unknownParameter(String, known: [String])
    case unknownFigureKey(String, known: [String])
    case badFigureValue(key: String, expected: String)
  }

  /// The file, as the reader was given its folder.
  public var file: String
  /// Line from 1.
  public var line: Int
  /// Column from 1, in characters.
  public var column: Int
  /// What is wrong.
  public var problem: Problem

  /// Makes an error.
  public init(file: String, line: Int = 1, column: Int = 1, _ problem: Problem) {
    self.file = file
    self.line = line
    self.column = column
    self.problem = problem
  }
}

/// A content file's bytes, known to be UTF-8, with a way from bytes to lines and columns.
struct SourceText: Sendable {
  let file: String
  /// The text without a mark at its beginning; line feeds alone end lines, however the file does it.
  let bytes: [UInt8]
  /// The offset of every line's first byte.
  private let lineStarts: [Int]

  /// Takes a file's bytes.
  ///
  /// - Throws: `ContentError` if there are none but blanks, or if they are not UTF-8.
  init(file: String, bytes: [UInt8]) throws(ContentError) {
    self.file = file
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    self.bytes = (hasMark ? bytes.dropFirst(3) : bytes[...]).withLineFeeds
    var starts = [0]
    for (offset, byte) in self.bytes.enumerated() where byte == 0x0A { starts.append(offset + 1) }
    lineStarts = starts
    guard self.bytes.contains(where: { $0 > 0x20 }) else { throw ContentError(file: file, .empty) }
    if let offset = self.bytes.firstInvalidUTF8 { throw error(at: offset, .notUTF8) }
  }

  /// The line of a byte, from 1.
  ///
  /// - Complexity: O(log *n*) in the number of lines.
  func line(at offset: Int) -> Int {
    var (low, high) = (0, lineStarts.count)
    while low < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return max(1, low)
  }

  /// The byte that stands at a place of a line that was read without its indentation or a quote's marks.
  ///
  /// - Parameters:
  ///   - line: From 1; one behind the end stands for the last one.
  ///   - tail: What was read of it.
  ///   - offset: The place, in characters of the tail.
  /// - Returns: The byte; the line's first if it does not end with the tail.
  func offset(inLine line: Int, endingWith tail: Substring, _ offset: Int) -> Int {
    let number = min(max(line, 1), lineStarts.count)
    let start = lineStarts[number - 1]
    let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
    let count = tail.utf8.count
    guard number == line, count <= end - start,
      bytes[(end - count)..<end].elementsEqual(tail.utf8)
    else { return start }
    return end - count + tail.prefix(offset).utf8.count
  }

  /// An error at a byte.
  func error(at offset: Int, _ problem: ContentError.Problem) -> ContentError {
    let line = line(at: offset)
    let start = lineStarts[line - 1]
    let before = bytes[start..<max(start, min(offset, bytes.count))]
    let column = String(decoding: before, as: UTF8.self).count + 1
    return ContentError(file: file, line: line, column: column, problem)
  }
}

extension ArraySlice<UInt8> {
  /// The bytes, each carriage return and each pair of it and a line feed as one line feed.
  fileprivate var withLineFeeds: [UInt8] {
    guard contains(0x0D) else { return Array(self) }
    var result: [UInt8] = []
    for index in indices {
      guard self[index] == 0x0D else {
        result.append(self[index])
        continue
      }
      let isPair = index + 1 < endIndex && self[index + 1] == 0x0A
      if !isPair { result.append(0x0A) }
    }
    return result
  }
}

extension [UInt8] {
  /// The offset of the first byte that does not belong to well-formed UTF-8.
  fileprivate var firstInvalidUTF8: Int? {
    if String(validating: self, as: UTF8.self) != nil { return nil }
    var decoder = UTF8()
    var bytes = makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&bytes) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }
}
