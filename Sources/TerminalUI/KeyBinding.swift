/// Keys, their actions, and the text for both: one row of the help page.
///
/// A screen's bindings are the only list of its keys. Dispatch, footer, help page and manual page use it.
public struct KeyBinding<Action: Sendable>: Sendable {
  private var choices: [(name: String, keys: [Key], action: Action)]
  private let words: String
  private var inFooter: Int
  private let isAvailable: @Sendable () -> Bool

  /// Creates a binding with several actions, such as a pair of arrows.
  ///
  /// - Parameters:
  ///   - choices: Each action with its name in preferences and its keys; footers show the first key of each.
  ///   - words: The action of the keys, in one to four words, lower case.
  ///   - isInFooter: Whether the footer shows it; the help page shows all available bindings.
  ///   - isAvailable: Whether the keys have an effect in the present state; if not, they are neither shown nor dispatched.
  ///     Evaluated only where it matters.
  public init(
    _ choices: [(name: String, keys: [Key], action: Action)], _ words: String,
    footer isInFooter: Bool = false,
    when isAvailable: @autoclosure @escaping @Sendable () -> Bool = true
  ) {
    self.choices = choices
    self.words = words
    inFooter = isInFooter ? choices.count : 0
    self.isAvailable = isAvailable
  }

  /// Creates a binding with one action.
  public init(
    _ name: String, _ keys: [Key], _ action: Action, _ words: String,
    footer isInFooter: Bool = false,
    when isAvailable: @autoclosure @escaping @Sendable () -> Bool = true
  ) {
    self.init([(name, keys, action)], words, footer: isInFooter, when: isAvailable())
  }

  /// Creates a binding of the digits from 1 to at most 9 for as many choices.
  public static func digits(
    _ name: String, _ count: Int, _ action: (Int) -> Action, _ words: String, footer: Bool = false,
    when isAvailable: @autoclosure @escaping @Sendable () -> Bool = true
  ) -> KeyBinding {
    KeyBinding(
      Key.digits.prefix(count).enumerated().map { index, key in
        ("\(name)-\(index + 1)", [key], action(index))
      }, words, footer: footer, when: count > 0 && isAvailable())
  }

  /// Adds keys that the footer does not show, usually those of the opposite action.
  public func also(_ name: String, _ keys: [Key], _ action: Action) -> KeyBinding {
    var copy = self
    copy.choices.append((name, keys, action))
    return copy
  }

  /// Removes keys that have another meaning; nil if no key remains.
  public func without(_ taken: some Collection<Key>) -> KeyBinding? {
    var copy = self
    (copy.choices, copy.inFooter) = ([], 0)
    for (index, choice) in choices.enumerated() {
      let left = choice.keys.filter { !taken.contains($0) }
      guard !left.isEmpty else { continue }
      copy.choices.append((choice.name, left, choice.action))
      if index < inFooter { copy.inFooter += 1 }
    }
    return copy.choices.isEmpty ? nil : copy
  }

  /// Whether the footer shows any of its keys.
  var isInFooter: Bool { inFooter > 0 }

  /// The binding without its place in the footer.
  public var inHelpOnly: KeyBinding {
    var copy = self
    copy.inFooter = 0
    return copy
  }

  /// The binding with its actions transformed, for a screen that has them among others.
  public func map<Other: Sendable>(_ transform: (Action) -> Other) -> KeyBinding<Other> {
    var binding = KeyBinding<Other>(
      choices.map { ($0.name, $0.keys, transform($0.action)) }, words, when: isAvailable())
    binding.inFooter = inFooter
    return binding
  }

  /// All keys, whether they have an effect now or not.
  public var keys: [Key] { choices.flatMap { $0.keys } }

  /// The text for footers and help.
  public var hint: KeyHint {
    KeyHint(
      groups: choices.map { KeyHint.Group(name: $0.name, keys: $0.keys) }, words: words,
      inFooter: inFooter, isAvailable: isAvailable())
  }

  /// The action of a key; nil if it has none or is unavailable.
  func action(for key: Key) -> Action? {
    guard let choice = choices.first(where: { $0.keys.contains(key) }), isAvailable() else {
      return nil
    }
    return choice.action
  }
}

extension Sequence {
  /// The action of a key; nil if no available binding has it.
  public func action<Action>(for key: Key) -> Action? where Element == KeyBinding<Action> {
    lazy.compactMap { $0.action(for: key) }.first
  }
}

/// A key binding as text.
public struct KeyHint: Hashable, Sendable {
  /// The keys of one action.
  public struct Group: Hashable, Sendable {
    /// The action's name in preferences.
    public var name: String
    public var keys: [Key]
  }

  /// The keys of each action.
  public var groups: [Group]
  /// The action of the keys, in one to four words.
  public var words: String
  /// The number of groups that the footer shows, each by its first key.
  public var inFooter: Int
  /// Whether the keys have an effect in the present state.
  public var isAvailable: Bool

  /// All keys.
  public var keys: [Key] { groups.flatMap { $0.keys } }

  /// The label for footers.
  ///
  /// - Parameters:
  ///   - naming: The notation of keys.
  ///   - map: The learner's key remapping.
  /// - Returns: For each group, the learner's own key or the first one that is not remapped; empty if there is none.
  public func footerLabel(_ naming: KeyNaming, _ map: KeyMap = .usual) -> String {
    Self.label(groups.prefix(inFooter).compactMap { map.keys(for: $0).first }, naming)
  }

  /// The label for the help page: all keys, the first ones of each group in front.
  public func label(_ naming: KeyNaming, _ map: KeyMap = .usual) -> String {
    let groups = groups.map(map.keys)
    let longest = groups.map(\.count).max() ?? 0
    let keys = (0..<longest).flatMap { place in
      groups.compactMap { $0.indices.contains(place) ? $0[place] : nil }
    }
    return Self.label(keys, naming)
  }

  /// The keys' names separated by spaces; consecutive digits become a range.
  private static func label(_ pressed: [Key], _ naming: KeyNaming) -> String {
    let digits = pressed.compactMap(\.digit)
    if digits.count == pressed.count, digits.count > 2, let first = digits.first,
      let last = digits.last, digits.elementsEqual(first...max(first, last))
    {
      return "\(first)-\(last)"
    }
    return pressed.map(naming.name).joined(separator: " ")
  }
}

/// The notation of keys in labels.
public enum KeyNaming: Sendable {
  /// The shortest notation in the charset, with arrows.
  case symbols(Charset)
  /// Words, for plain text and the manual page.
  case words

  /// The name of a key.
  func name(_ key: Key) -> String {
    switch (self, key) {
    case (.words, _): key.label(.ascii)
    // In ASCII, arrows up and down would look like other keys.
    case (.symbols(let charset), .left), (.symbols(let charset), .right):
      charset.text(key.label(.braille))
    case (.symbols(let charset), _): key.label(charset)
    }
  }
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
  /// The key of a character.
  public init(extendedGraphemeClusterLiteral character: Character) { self = .character(character) }
}
