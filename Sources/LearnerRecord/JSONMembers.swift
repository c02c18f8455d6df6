import Foundation

/// The members of a JSON object with their values as source text.
struct JSONMembers {
  private var values: [String: String] = [:]

  /// Parses an object; nil if the text is not an object, or any object in it has a duplicate key.
  init?(_ bytes: [UInt8]) {
    guard (try? JSONSerialization.jsonObject(with: Data(bytes))) is [String: Any] else {
      return nil
    }
    let members = bytes.withUnsafeBufferPointer { bytes -> [String: Range<Int>]? in
      var scan = JSONScan(bytes)
      return scan.object()
    }
    guard let members else { return nil }
    values = members.mapValues { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// A value as source text.
  subscript(name: String) -> String? { values[name] }

  /// A string; nil if the value is not one.
  func text(_ name: String) -> String? {
    values[name].flatMap { $0.hasPrefix("\"") ? JSONScan.text(of: $0) : nil }
  }

  /// An integer in digits; nil if the value is not one.
  func number(_ name: String) -> Int? { values[name].flatMap { Int($0) } }
}

/// A scanner of valid JSON.
private struct JSONScan {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Decodes a string literal.
  static func text(of literal: String) -> String? {
    guard literal.utf8.contains(UInt8(ascii: "\\")) else {
      return String(literal.dropFirst().dropLast())
    }
    return try? JSONDecoder().decode(String.self, from: Data(literal.utf8))
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipBlanks() {
    while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
  }

  /// An object's members; nil if it has a duplicate key.
  mutating func object() -> [String: Range<Int>]? {
    var members: [String: Range<Int>] = [:]
    skipBlanks()
    repeat {
      // The opening brace, or a comma.
      place += 1
      skipBlanks()
      guard next == UInt8(ascii: "\"") else { break }
      let key = place
      passString()
      let literal = String(decoding: bytes[key..<place], as: UTF8.self)
      skipBlanks()
      place += 1
      guard let name = Self.text(of: literal), let value = value(),
        members.updateValue(value, forKey: name) == nil
      else { return nil }
      skipBlanks()
    } while next == UInt8(ascii: ",")
    place += 1
    return members
  }

  /// Skips a value; nil if it contains a duplicate key.
  private mutating func value() -> Range<Int>? {
    skipBlanks()
    let start = place
    switch next {
    case UInt8(ascii: "\""): passString()
    case UInt8(ascii: "{"): guard object() != nil else { return nil }
    case UInt8(ascii: "["): guard passList() else { return nil }
    default:
      while let byte = next, byte > 0x20, ![0x2C, 0x5D, 0x7D].contains(byte) { place += 1 }
    }
    return start..<min(place, bytes.count)
  }

  private mutating func passList() -> Bool {
    repeat {
      // The opening bracket, or a comma.
      place += 1
      skipBlanks()
      if next == UInt8(ascii: "]") { break }
      guard value() != nil else { return false }
      skipBlanks()
    } while next == UInt8(ascii: ",")
    place += 1
    return true
  }

  private mutating func passString() {
    place += 1
    while let byte = next, byte != UInt8(ascii: "\"") {
      place += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    place += 1
  }
}
