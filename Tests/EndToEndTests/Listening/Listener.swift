import Foundation
import TestSupport
import Testing
import TutorScreens
import Words

/// A learner who only hears what the program prints in plain text.
///
/// What is printed is kept as a screen reader passes it on: appended lines, without colours, drawing characters and
/// repeated blanks. The learner presses only keys that were named there.
final class Listener {
  private let terminal: Pty
  /// The bytes that were heard.
  private var heardBytes = 0
  /// All lines so far.
  private(set) var transcript: [String] = []
  /// The lines after the latest key.
  private(set) var latest: [String] = []
  /// The latest footer.
  private var keys = ""

  /// Starts the program and listens to the first page.
  init(_ arguments: String, record: String) throws {
    terminal = try Pty(
      arguments.split(separator: " ").map(String.init) + ["--plain", "--progress", record],
      environment: ["LC_ALL": "C.UTF-8"])
    try hear()
  }

  /// The prompt of the program, at the start of a line.
  private static let prompt = Array("> ".utf8)

  /// Waits until the program expects a line or has ended.
  private func hear() throws {
    func isAsked() -> Bool {
      terminal.raw.count > heardBytes && terminal.raw.hasSuffix(Self.prompt)
        && [UInt8(ascii: "\n"), nil].contains(terminal.raw.dropLast(Self.prompt.count).last)
    }
    let hasAnswered = terminal.wait { _ in isAsked() } || terminal.waitForEnd(seconds: 1)
    try #require(hasAnswered, "no answer: \(terminal.raw.count) bytes, \(latest)")
    let bytes = terminal.raw[heardBytes...]
    heardBytes = terminal.raw.count
    let text = String(decoding: bytes, as: UTF8.self)
    // Nothing but text: no colours, no movements of the cursor.
    #expect(!bytes.contains(0x1B), "\(text)")
    latest = text.split(whereSeparator: \.isNewline).map(Self.heard).filter { !$0.isEmpty }
    transcript += latest
    keys = latest.last { $0.hasPrefix(Words.Frame.footer([])) } ?? keys
  }

  /// A line as it is heard: drawing characters are silent, blanks are short.
  private static func heard(_ line: Substring) -> String {
    let audible = line.unicodeScalars.filter { scalar in
      !(0x2500...0x25FF).contains(scalar.value) && !(0x2800...0x28FF).contains(scalar.value)
    }
    let words = String(String.UnicodeScalarView(audible)).split(whereSeparator: \.isWhitespace)
    return words.joined(separator: " ")
  }

  /// Types a line and listens to the answer, without the echo of the line.
  func type(_ line: String) throws {
    terminal.type(line + "\r")
    try hear()
    let echo = Self.heard(line[...])
    if let first = latest.first, first == echo || first == "> " + echo { latest.removeFirst() }
    if latest.last == ">" { latest.removeLast() }
  }

  /// Whether a text was heard after the latest key.
  func hears(_ text: String) -> Bool {
    let parts = text.components(separatedBy: String(anything)).map(\.spoken)
    return latest.joined(separator: " ").shows(parts.joined(separator: String(anything)))
  }

  /// The keys of an action, if the latest footer names it; of a range such as 1-4 both ends.
  func keys(for action: String) -> [String] {
    let entries = keys.dropFirst(Words.Frame.footer([]).count).split(separator: ", ")
    guard let entry = entries.first(where: { $0.hasSuffix(" " + action) }) else { return [] }
    return entry.dropLast(action.count + 1).split(separator: " ").flatMap { label in
      label.count == 3 && label.contains("-") ? label.split(separator: "-") : [label]
    }.map(String.init)
  }

  func isOffered(_ action: String) -> Bool { !keys(for: action).isEmpty }

  /// Presses the first key of an action that the footer names.
  func press(_ action: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let key = try #require(
      keys(for: action).first, "no key for \(action) in: \(keys)", sourceLocation: sourceLocation)
    try type(key)
  }

  /// Presses the last key of an action, such as the second of two arrows.
  func pressOther(_ action: String) throws {
    try type(try #require(keys(for: action).last, "no key for \(action) in: \(keys)"))
  }

  /// Presses a key that the page of all keys names for an action.
  func pressFromHelp(_ action: String) throws {
    try type("?")
    let line = try #require(
      latest.first { $0.hasSuffix(": " + action) }, "\(action) is not in \(latest)")
    let key = line.dropLast(action.count + 2).split(separator: ",").first.map(String.init)
    try press(Words.Common.back)
    try type(key ?? "")
  }

  /// The choices that were offered last, by their keys.
  var choices: [(key: String, text: String)] {
    var found: [(key: String, text: String)] = []
    for line in transcript {
      guard let match = line.wholeMatch(of: /(\d): (.*)/) else { continue }
      if match.1 == "1" { found = [] }
      found.append((String(match.1), String(match.2)))
    }
    return found
  }

  /// The selected line of a list, as it was heard last.
  var selected: String? {
    let mark = Words.Plain.selected.trimmingCharacters(in: .whitespaces)
    return transcript.last { $0.hasPrefix(mark) }.map {
      String($0.dropFirst(mark.count).drop { $0 == " " })
    }
  }

  /// Leaves the program with the keys that it names, and returns its exit status.
  func leave() throws -> Int32? {
    for _ in 0..<10 where terminal.status == nil {
      for action in [Words.Home.quit, Words.Common.back, Words.Cards.leave] where isOffered(action)
      {
        terminal.type((keys(for: action).first ?? "") + "\r")
        if terminal.waitForEnd(seconds: 1) { break }
        try hear()
        break
      }
    }
    return terminal.status
  }
}

extension Array where Element == UInt8 {
  fileprivate func hasSuffix(_ end: [UInt8]) -> Bool { suffix(end.count).elementsEqual(end) }
}
