import TerminalUI

/// Assembles keys and pasted text from the terminal's bytes.
///
/// Pauses within one key are bridged up to ``patience``, because connections deliver sequences in pieces.
struct KeyReader {
  /// The result of a read.
  enum Reading: Equatable {
    case key(Key)
    /// Pasted text, control characters included.
    case pasted(String)
    /// Input that is not a key.
    case ignored
    /// No input.
    case quiet
  }

  /// The default pause in milliseconds between two bytes of a key, unless `ESCDELAY` is set; covers pieces that arrive
  /// 100 ms apart.
  static let usualPatience = 120

  /// The longest pause between two bytes of a key, in milliseconds; a lone Esc is reported after it.
  let patience: Int
  /// Whether the keyboard sends UTF-8.
  let isUTF8: Bool
  private let sequences: KeySequences
  /// Bytes to be read again, the next one last.
  private var ahead: [UInt8] = []

  init(
    isUTF8: Bool, sequences: KeySequences = KeySequences([]), patience: Int = Self.usualPatience
  ) {
    self.isUTF8 = isUTF8
    self.sequences = sequences
    self.patience = patience
  }

  /// The patience for a value of `ESCDELAY`.
  ///
  /// - Parameter value: Milliseconds in decimal digits, limited to 30,000; anything else is ignored.
  /// - Returns: Milliseconds.
  static func patience(escapeDelay value: String?) -> Int {
    guard let value, !value.isEmpty, value.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return usualPatience
    }
    return min(Int(value) ?? .max, 30_000)
  }

  /// Reads a key.
  ///
  /// - Parameter read: Returns the next byte, or nil after a timeout in milliseconds.
  /// - Returns: The result.
  mutating func next(_ read: (_ patience: Int) -> UInt8?) -> Reading {
    guard let first = take(read, within: 0) else { return .quiet }
    if first == Self.escape || sequences.isBeginning([first]) {
      return sequence(beginningWith: first, read)
    }
    if let key = sequences.key(for: [first]) { return .key(key) }
    return first < 0x80 ? single(first) : multibyte(first, read)
  }

  private static let escape: UInt8 = 0x1B

  private mutating func take(_ read: (Int) -> UInt8?, within patience: Int) -> UInt8? {
    ahead.popLast() ?? read(patience)
  }

  /// The meaning of a single ASCII byte.
  private func single(_ byte: UInt8) -> Reading {
    KeyDecoder.key(character: Unicode.Scalar(byte)).map { .key($0) } ?? .ignored
  }

  // MARK: Sequences

  private mutating func sequence(
    beginningWith first: UInt8, _ read: (Int) -> UInt8?
  ) -> Reading {
    var bytes = [first]
    while true {
      switch meaning(of: bytes) {
      case .key(let key): return .key(key)
      case .paste: return .pasted(pasted(read))
      case .ignored: return .ignored
      case .none: return single(first, thenAgain: bytes.dropFirst())
      case .incomplete: break
      }
      guard let byte = take(read, within: patience) else { return cutShort(bytes) }
      if bytes.last == Self.escape, bytes.count > 1, byte != UInt8(ascii: "\\") {
        // Another sequence begins before this one has ended.
        ahead += [byte, Self.escape]
        return .ignored
      }
      if byte == Self.escape, !bytes.isStringSequence {
        ahead.append(byte)
        return bytes.count == 1 ? single(first) : .ignored
      }
      bytes.append(byte)
    }
  }

  private func meaning(of bytes: [UInt8]) -> EscapeSequence {
    if let key = sequences.key(for: bytes) { return .key(key) }
    if bytes == [Self.escape] || sequences.isBeginning(bytes) { return .incomplete }
    return bytes[0] == Self.escape ? EscapeSequence(Array(bytes.dropFirst())) : .none
  }

  /// The meaning of an incomplete sequence.
  private mutating func cutShort(_ bytes: [UInt8]) -> Reading {
    // A lone introducer was a letter, typed fast.
    guard bytes[0] != Self.escape || bytes.count <= 2 else { return .ignored }
    return single(bytes[0], thenAgain: bytes.dropFirst())
  }

  /// Reports the first byte as a key of its own; the others are read again.
  private mutating func single(_ first: UInt8, thenAgain rest: ArraySlice<UInt8>) -> Reading {
    ahead.append(contentsOf: rest.reversed())
    return single(first)
  }

  // MARK: Pasted text

  /// The milliseconds after which an unterminated paste ends.
  private static let pastePatience = 1000
  /// The maximum number of bytes of a paste.
  private static let longestPaste = 1 << 20
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// Reads up to the end of a paste.
  private mutating func pasted(_ read: (Int) -> UInt8?) -> String {
    var text: [UInt8] = []
    // The number of matched bytes of the end marker, which has no repeated prefix.
    var matched = 0
    while matched < Self.pasteEnd.count, let byte = take(read, within: Self.pastePatience) {
      if byte == Self.pasteEnd[matched] {
        matched += 1
        continue
      }
      if matched > 0 { text += Self.pasteEnd.prefix(matched) }
      matched = byte == Self.escape ? 1 : 0
      if matched == 0, text.count < Self.longestPaste { text.append(byte) }
    }
    if !isUTF8 { text.removeAll { $0 >= 0x80 } }
    return String(decoding: text, as: UTF8.self)
  }

  // MARK: Letters

  private mutating func multibyte(_ lead: UInt8, _ read: (Int) -> UInt8?) -> Reading {
    let count: Int
    switch lead {
    case 0xC2...0xDF: count = 2
    case 0xE0...0xEF: count = 3
    case 0xF0...0xF4: count = 4
    default: return .ignored
    }
    guard isUTF8 else { return .ignored }
    var bytes = [lead]
    while bytes.count < count {
      guard let byte = take(read, within: patience) else { return .ignored }
      guard (0x80..<0xC0).contains(byte) else {
        ahead.append(byte)
        return .ignored
      }
      bytes.append(byte)
    }
    guard let scalar = String(validating: bytes, as: UTF8.self)?.unicodeScalars.first else {
      return .ignored
    }
    return KeyDecoder.key(character: scalar).map { .key($0) } ?? .ignored
  }
}

extension [UInt8] {
  /// Whether they begin a string sequence, which ends with ST: OSC, DCS, APC, PM or SOS.
  fileprivate var isStringSequence: Bool { count > 1 && "]P_^X".utf8.contains(self[1]) }
}
