/// User key remapping: physical key to built-in key or to an action.
///
/// Screens know only built-in keys. Keys are translated before an event reaches a screen, and translated back where a
/// footer, a help page or a sentence names a key. A key that is mapped to an action acts as that action's built-in key on
/// every screen that has the action, and has its usual meaning elsewhere; see ``on(_:)``.
public struct KeyMap: Sendable {
  // Arrays, because learners remap few keys, and the first dictionary of a type costs more than searching them.
  private var meanings: [(pressed: Key, meaning: Key)]
  /// For a built-in key that is remapped, the physical key that is shown for it.
  private var shown: [(usual: Key, pressed: Key)]
  /// Physical keys in a stable order, with the names of the actions that they trigger.
  private let actions: [(pressed: Key, name: String)]
  /// Those of ``actions`` that the current screen has.
  private var present: [(pressed: Key, name: String)] = []
  /// The meanings on every screen.
  private let general: [Key: Key]

  /// The identity mapping.
  public static let usual = KeyMap()

  private init() { (meanings, shown, actions, general) = ([], [], [], [:]) }

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
  /// - Parameters:
  ///   - meanings: The built-in key for each physical key. Other keys keep their meaning.
  ///   - actions: The name of the action for each physical key that triggers one.
  /// - Throws: `Problem` if no way out would remain, or if a signal's key is mapped.
  public init(_ meanings: [Key: Key], actions: [Key: String] = [:]) throws(Problem) {
    for key in (Array(meanings.keys) + actions.keys).sorted() where Self.isFixed(key) {
      throw .fixed(key)
    }
    general = meanings.filter { $0.key != $0.value }
    self.actions = actions.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    (self.meanings, shown) = Self.tables(general)
    for group in Self.needed {
      let isLeft = group.contains { key in
        general.values.contains(key) || general[key] == nil && actions[key] == nil
      }
      if !isLeft, let first = group.first { throw .lost(first) }
    }
  }

  /// The table of meanings, and the physical key that is shown for every remapped key.
  private static func tables(
    _ meanings: [Key: Key]
  ) -> (meanings: [(pressed: Key, meaning: Key)], shown: [(usual: Key, pressed: Key)]) {
    var shown: [Key: Key] = [:]
    for pressed in meanings.keys.sorted() {
      if let meaning = meanings[pressed], shown[meaning] == nil { shown[meaning] = pressed }
    }
    // A built-in key that still acts as itself is shown by its own name.
    return (
      meanings.map { ($0.key, $0.value) },
      shown.filter { meanings[$0.key] != nil }.map { ($0.key, $0.value) }
    )
  }

  /// The mapping on a screen, where names of actions stand for the keys that the screen gives them.
  ///
  /// - Parameter hints: The screen's bindings, available or not; evaluated only if a key is mapped to an action.
  /// - Returns: The same mapping with these keys as meanings.
  public func on(_ hints: @autoclosure () -> [KeyHint]) -> KeyMap {
    guard !actions.isEmpty else { return self }
    let groups = hints().flatMap(\.groups)
    var map = self
    var meanings = general
    map.present = []
    for (pressed, name) in actions {
      guard let key = groups.first(where: { $0.name == name })?.keys.first else { continue }
      map.present.append((pressed, name))
      meanings[pressed] = key == pressed ? nil : key
    }
    (map.meanings, map.shown) = Self.tables(meanings)
    return map
  }

  /// The physical keys of an action: those that are mapped to it, then its built-in keys as far as they remain.
  func keys(for group: KeyHint.Group) -> [Key] {
    let own = present.filter { $0.name == group.name }.map(\.pressed)
    return own + group.keys.filter { !hasLost($0) }.map(pressed).filter { !own.contains($0) }
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
