import Lessons

/// Ids of cards made from notes.
enum AnkiNoteID {
  /// The note's own id if it is a valid id, else a digest of it, or of the front if it has none.
  ///
  /// Learners' records contain these ids, so they must be those of version 1.0.
  ///
  /// - Parameters:
  ///   - guid: The note's id in the file.
  ///   - front: The first field in the file.
  ///   - wasHTML: Whether version 1.0 treated it as HTML.
  /// - Returns: The id.
  static func id(guid: String?, front: String, wasHTML: Bool) -> String {
    let letters = (guid ?? "").lowercased().utf8.map { byte -> Character in
      let scalar = Unicode.Scalar(byte)
      return ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
        ? Character(scalar) : "-"
    }
    let isKept = letters.count <= 64 && String(letters) == guid
    // A digest of the lost details, such as capitals, keeps ids distinct.
    if isKept, !letters.isEmpty { return String(letters) }
    let key = guid.flatMap { $0.isEmpty ? nil : $0 }
    return digest(of: key ?? (wasHTML ? withoutTags(front) : front).trimmed)
  }

  /// The id of the second, third … note of a file with the same id.
  static func id(_ id: String, occurrence: Int) -> String {
    occurrence == 1 ? id : digest(of: "\(id)\u{1F}\(occurrence)")
  }

  private static func digest(of text: String) -> String {
    "anki-" + String(text.stableNumber, radix: 16)
  }

  /// Removes tags from HTML as version 1.0 did.
  private static func withoutTags(_ html: String) -> String {
    var result = ""
    var rest = html[...]
    // Stops at the last bracket: a file of only `<` would otherwise take quadratic time.
    let last = html.lastIndex(of: ">") ?? html.startIndex
    while let character = rest.first {
      if character == "<", rest.startIndex < last, let end = rest.firstIndex(of: ">") {
        let name = rest[rest.index(after: rest.startIndex)..<end].lowercased()
        if ["br", "/div", "/p", "/li"].contains(where: name.hasPrefix) { result += "\n" }
        rest = rest[rest.index(after: end)...]
      } else if character == "&", let end = rest.prefix(10).firstIndex(of: ";"),
        let decoded = entity(rest[rest.index(after: rest.startIndex)..<end])
      {
        result.append(decoded)
        rest = rest[rest.index(after: end)...]
      } else {
        result.append(character)
        rest.removeFirst()
      }
    }
    return result
  }

  private static func entity(_ name: Substring) -> Character? {
    let names: [Substring: Character] = [
      "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'", "nbsp": " ",
    ]
    if let character = names[name] { return character }
    guard name.first == "#" else { return nil }
    let digits = name.dropFirst()
    let code =
      digits.first == "x" || digits.first == "X"
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return code.flatMap(Unicode.Scalar.init).map { Character($0) }
  }
}
