import Lessons

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The bytes of a content file, valid UTF-8, with a mapping from bytes to lines and columns.
struct SourceText: Sendable {
  let file: String
  /// The text without a byte order mark, with all line endings converted to line feeds.
  let bytes: [UInt8]
  /// The offset of every line's first byte.
  private let lineStarts: [Int]

  /// Validates a file's bytes.
  ///
  /// - Throws: `ContentError` if they are blank or not UTF-8.
  init(file: String, bytes: [UInt8]) throws(ContentError) {
    self.file = file
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    self.bytes = (hasMark ? bytes.dropFirst(3) : bytes[...]).withLineFeeds
    lineStarts = self.bytes.lineStarts
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

  /// The offset of a position in a line that was read without its indentation or quote marks.
  ///
  /// - Parameters:
  ///   - line: From 1; one past the end means the last one.
  ///   - tail: The part of the line that was read.
  ///   - offset: The position, in characters of the tail.
  /// - Returns: The offset; that of the line's first byte if it does not end with the tail.
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

  /// The offset of the last line's value that equals a text, as in `name: value`; 0 if there is none.
  func offset(ofField value: String) -> Int {
    for start in lineStarts.reversed() {
      let line = bytes[start...].prefix { $0 != 0x0A }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let rest = line[(colon + 1)...].drop { $0 == 0x20 }
      if String(decoding: rest, as: UTF8.self).trimmed == value { return rest.startIndex }
    }
    return 0
  }

  /// An error at an offset.
  func error(at offset: Int, _ problem: ContentError.Problem) -> ContentError {
    let line = line(at: offset)
    let start = lineStarts[line - 1]
    let before = bytes[start..<max(start, min(offset, bytes.count))]
    let column = String(decoding: before, as: UTF8.self).count + 1
    return ContentError(file: file, line: line, column: column, problem)
  }
}

extension ArraySlice<UInt8> {
  /// The bytes with carriage returns, alone or before a line feed, converted to line feeds.
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
  /// The offset of every line's first byte.
  fileprivate var lineStarts: [Int] {
    withUnsafeBytes { bytes in
      var starts = [0]
      guard let base = bytes.baseAddress else { return starts }
      var offset = 0
      // memchr examines many bytes at once.
      while let found = memchr(base + offset, 0x0A, bytes.count - offset) {
        offset = UnsafeRawPointer(found) - base + 1
        starts.append(offset)
      }
      return starts
    }
  }

  /// The offset of the first byte that is not part of well-formed UTF-8; nil if there is none.
  ///
  /// - Source: The Unicode Standard, table 3-7; eight ASCII bytes are skipped at once.
  var firstInvalidUTF8: Int? {
    withUnsafeBytes { bytes in
      var offset = 0
      while offset < bytes.count {
        if offset + 8 <= bytes.count,
          bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          offset += 8
          continue
        }
        guard let length = bytes.lengthOfScalar(at: offset) else { return offset }
        offset += length
      }
      return nil
    }
  }
}

extension UnsafeRawBufferPointer {
  /// The length in bytes of the code point at an offset; nil if it is ill-formed.
  fileprivate func lengthOfScalar(at offset: Int) -> Int? {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch self[offset] {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return nil
    }
    guard offset + length <= count, second.contains(self[offset + 1]) else { return nil }
    let tail = self[(offset + 2)..<(offset + length)]
    return tail.allSatisfy { (0x80...0xBF).contains($0) } ? length : nil
  }
}
