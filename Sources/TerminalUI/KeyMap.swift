/// User key remapping: physical key to built-in key.
///
/// Screens know only built-in keys. Keys are translated before an event reaches a screen, and translated back where a
/// footer, a help page or a sentence names a key.
public struct KeyMap: Sendable {
  // An array, because learners remap few keys, and the first dictionary of a type costs more than searching it.
  private let meanings: [(pressed: Key, meaning: Key)]
  /// For a built-in key, the physical key that is shown for it.
  private let shown: [(usual: Key, pressed: Key)]

  /// The identity mapping.
  public static let usual = KeyMap()

  private init() { (meanings, shown) = ([], []) }

  /// An invalid mapping.
  public enum Problem: Error, Equatable, Sendable {
    /// No physical key acts as a built-in key that every screen needs.
    case lost(Key)
    /// The key generates a signal or terminal event and cannot be remapped.
    case fixed(Key)
  }

  /// Groups of keys of which at least one must remain.
  private static let needed: [[Key]] = [
    [.escape, .character("q")], [.enter], [.space, .pageDown], [.character("?")],
  ]

  /// Validates a mapping.
  ///
  /// - Parameter meanings: The built-in key for each physical key. Other keys keep their meaning.
  /// - Throws: `Problem` if no way out would remain, or if a signal's key is mapped.
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
    // A built-in key that still acts as itself is shown by its own name.
    self.shown = shown.filter { real[$0.key] != nil }.map { ($0.key, $0.value) }
  }

  private static func isFixed(_ key: Key) -> Bool {
    switch key {
    case .control("c"), .control("z"), .pointer: true
    default: false
    }
  }

  /// The built-in key for a physical key.
  ///
  /// - Parameters:
  ///   - key: The key that was pressed.
  ///   - isTyping: Whether characters are text input, and so are not translated.
  /// - Returns: The key to pass to a screen.
  public func meaning(of key: Key, isTyping: Bool = false) -> Key {
    guard let meaning = meanings.first(where: { $0.pressed == key })?.meaning else { return key }
    if isTyping, key.isCharacter || meaning.isCharacter { return key }
    return meaning
  }

  /// The physical key for a built-in key.
  public func pressed(for key: Key) -> Key {
    shown.first { $0.usual == key }?.pressed ?? key
  }

  /// Whether no physical key acts as a built-in key any more.
  public func hasLost(_ key: Key) -> Bool {
    meanings.contains { $0.pressed == key } && !shown.contains { $0.usual == key }
  }
}

/// The names of keys in sentences, after remapping and in the charset.
public struct KeyNames: Sendable {
  private let map: KeyMap
  private let charset: Charset

  public init(_ map: KeyMap, _ charset: Charset) {
    self.map = map
    self.charset = charset
  }

  /// The name of the physical key for a built-in key.
  public subscript(_ key: Key) -> String { map.pressed(for: key).label(charset) }

  /// The name of the physical key for a built-in key, as a word even where a glyph exists.
  public func word(_ key: Key) -> String { map.pressed(for: key).label(.ascii) }
}

extension Key {
  fileprivate var isCharacter: Bool {
    if case .character = self { return true }
    return false
  }
}

extension Key: Comparable {
  /// An arbitrary but stable order.
  public static func < (one: Key, other: Key) -> Bool {
    one.label(.ascii) < other.label(.ascii)
  }
}
