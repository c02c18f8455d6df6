/// Keys that the learner has given other meanings: what is pressed, and the key whose work it does.
///
/// Screens know only the usual keys. Keys are exchanged before an event reaches a screen, and names are exchanged
/// back where a footer, a help page or a sentence speaks of a key.
public struct KeyMap: Sendable {
  // Learners move a few keys or none, and making the first dictionary of a kind costs more than looking through them.
  private let meanings: [(pressed: Key, meaning: Key)]
  /// For a usual key, what is shown in its place.
  private let shown: [(usual: Key, pressed: Key)]

  /// Every key means what it usually means.
  public static let usual = KeyMap()

  private init() { (meanings, shown) = ([], []) }

  /// What is wrong with a map.
  public enum Problem: Error, Equatable, Sendable {
    /// Nothing would do what a key does that no screen can be without.
    case lost(Key)
    /// The key stands for something that happens to the terminal, and cannot be given away.
    case fixed(Key)
  }

  /// Keys without which a learner could be stuck: one of each group must be left.
  private static let needed: [[Key]] = [
    [.escape, .character("q")], [.enter], [.space, .pageDown], [.character("?")],
  ]

  /// Makes a map.
  ///
  /// - Parameter meanings: For a key that is pressed, the usual key whose work it is to do. Keys that are not named
  ///   keep their own.
  /// - Throws: `Problem` if the map would leave the learner without a way out, or names a signal's key.
  public init(_ meanings: [Key: Key]) throws(Problem) {
    for key in meanings.keys.sorted() where Self.isFixed(key) { throw .fixed(key) }
    let real = meanings.filter { $0.key != $0.value }
    var shown: [Key: Key] = [:]
    for pressed in real.keys.sorted() {
      if let meaning = real[pressed], shown[meaning] == nil { shown[meaning] = pressed }
    }
    for group in Self.needed {
      let isLeft = group.contains { shown[$0] != nil || real[$0] == nil }
      if !isLeft, let first = group.first { throw .lost(first) }
    }
    self.meanings = real.map { ($0.key, $0.value) }
    // A usual key that still does its own work is called by its own name.
    self.shown = shown.filter { real[$0.key] != nil }.map { ($0.key, $0.value) }
  }

  private static func isFixed(_ key: Key) -> Bool {
    switch key {
    case .control("c"), .control("z"), .pointer: true
    default: false
    }
  }

  /// The usual key whose work a key does.
  ///
  /// - Parameters:
  ///   - key: What was pressed.
  ///   - isTyping: Whether characters are text now: then they stay what they are.
  /// - Returns: What a screen is to be told.
  public func meaning(of key: Key, isTyping: Bool = false) -> Key {
    guard let meaning = meanings.first(where: { $0.pressed == key })?.meaning else { return key }
    if isTyping, key.isCharacter || meaning.isCharacter { return key }
    return meaning
  }

  /// The key to press for what a usual key does.
  public func pressed(for key: Key) -> Key {
    shown.first { $0.usual == key }?.pressed ?? key
  }

  /// Whether a usual key has been given other work, and no key has been given its own.
  public func hasLost(_ key: Key) -> Bool {
    meanings.contains { $0.pressed == key } && !shown.contains { $0.usual == key }
  }

  /// A label such as `↑ ↓ k j` with the keys that do this now; keys that do it no more are left out.
  ///
  /// - Parameters:
  ///   - label: Names of keys with blanks between them; what names no key stays.
  ///   - charset: Which characters may be shown.
  /// - Returns: The label in the charset.
  func label(_ label: String, _ charset: Charset) -> String {
    guard !meanings.isEmpty else { return charset.text(label) }
    return label.split(separator: " ").compactMap { word in
      guard let key = Key(label: String(word)) else { return charset.text(String(word)) }
      if hasLost(key) { return nil }
      return pressed(for: key) == key
        ? charset.text(String(word)) : pressed(for: key).label(charset)
    }.joined(separator: " ")
  }
}

/// What keys are called in sentences: the learner's own, in characters that can be shown.
public struct KeyNames: Sendable {
  private let map: KeyMap
  private let charset: Charset

  /// Names for a map in a charset.
  public init(_ map: KeyMap, _ charset: Charset) {
    self.map = map
    self.charset = charset
  }

  /// What to press for the work of a usual key.
  public subscript(_ key: Key) -> String { map.pressed(for: key).label(charset) }

  /// What to press for the work of a usual character.
  public subscript(_ character: Character) -> String { self[.character(character)] }

  /// What to press for the work of a usual key, as a word also where there is a glyph for it.
  public func word(_ key: Key) -> String { map.pressed(for: key).label(.ascii) }
}

extension Key {
  fileprivate var isCharacter: Bool {
    if case .character = self { return true }
    return false
  }

  /// The key that a screen calls by a name.
  fileprivate init?(label: String) {
    let arrows: [String: Key] = [
      "↑": .up, "↓": .down, "←": .left, "→": .right, "⇧←": .shiftLeft, "⇧→": .shiftRight,
    ]
    guard let key = arrows[label] ?? Key(word: label) else { return nil }
    self = key
  }
}

extension Key: Comparable {
  /// Some order that is always the same.
  public static func < (one: Key, other: Key) -> Bool {
    one.label(.ascii) < other.label(.ascii)
  }
}
