public import Lessons

/// A learner's preferences, validated.
public struct Preferences: Equatable, Sendable {
  /// Physical keys by name, each with the action that it triggers or the built-in key that it acts as.
  public var keys: [String: String] = [:]
  /// The location of the `keys` member, for errors about all of them.
  public var keysPlace: (line: Int, column: Int) = (1, 1)
  /// The charset to draw with.
  public var charset: String?
  /// The colour mode.
  public var color: String?
  /// Whether to use plain text instead of the full-screen interface.
  public var isPlain: Bool?

  /// No preferences.
  public init() {}

  public static func == (one: Preferences, other: Preferences) -> Bool {
    one.keys == other.keys && one.charset == other.charset && one.color == other.color
      && one.isPlain == other.isPlain
  }
}

/// Reads a preferences file: JSON, as described by `config.schema.json`.
public struct PreferencesReader: Sendable {
  /// The allowed values; the reader knows neither keys nor colours.
  public struct Allowed: Sendable {
    let isKey: @Sendable (String) -> Bool
    let actions: [String]
    let charsets: [String]
    let colors: [String]

    public init(
      isKey: @escaping @Sendable (String) -> Bool, actions: [String], charsets: [String],
      colors: [String]
    ) {
      self.isKey = isKey
      self.actions = actions
      self.charsets = charsets
      self.colors = colors
    }
  }

  private static let names = ["$schema", "charset", "color", "keys", "plain"]
  private let allowed: Allowed

  public init(_ allowed: Allowed) { self.allowed = allowed }

  /// Reads a file's bytes.
  ///
  /// - Parameters:
  ///   - bytes: The contents.
  ///   - file: The name in errors.
  /// - Returns: The preferences.
  /// - Throws: `ContentError` for the first error.
  public func preferences(
    _ bytes: [UInt8], file: String
  ) throws(ContentError) -> Preferences {
    let source = try SourceText(file: file, bytes: bytes)
    let object = try JSONObject(try JSONText.parse(source), named: "config", in: source)
    for name in object.names where !Self.names.contains(name) {
      throw object.error(.unknownSetting(name, known: Self.names), at: name)
    }
    var result = Preferences()
    result.charset = try choice("charset", of: allowed.charsets, in: object)
    result.color = try choice("color", of: allowed.colors, in: object)
    if object.node("plain") != nil { result.isPlain = try object.bool("plain") }
    guard object.node("keys") != nil else { return result }
    let keys = try object.object("keys")
    let place = keys.error(.empty)
    result.keysPlace = (place.line, place.column)
    for name in keys.names {
      let meaning = try keys.anyString(name)
      guard allowed.isKey(name) else { throw keys.error(.unknownKeyName(name), at: name) }
      guard allowed.isKey(meaning) || allowed.actions.contains(meaning) else {
        throw keys.error(problem(with: meaning), at: name)
      }
      result.keys[name] = meaning
    }
    return result
  }

  /// An unknown action if the word is written like one, otherwise an unknown key.
  private func problem(with meaning: String) -> ContentError.Problem {
    let isAction = meaning.utf8.count > 2 && meaning.allSatisfy { $0.isLowercase || $0 == "-" }
    return isAction
      ? .unknownAction(meaning, known: allowed.actions) : .unknownKeyName(meaning)
  }

  private func choice(
    _ name: String, of values: [String], in object: JSONObject
  ) throws(ContentError) -> String? {
    guard let value = try object.optionalString(name) else { return nil }
    guard values.contains(value) else {
      throw object.error(
        .wrongType(field: name, expected: .word(values)), at: name)
    }
    return value
  }
}
