import TerminalUI

/// The meaning of the bytes after an escape character, by the grammar of ECMA-48.
///
/// terminfo lists the sequences of the terminal named by TERM. This type recognises those of other terminals that use
/// the same name, and keeps unknown sequences from being read as letters.
enum EscapeSequence: Equatable {
  /// More bytes are needed.
  case incomplete
  /// A key.
  case key(Key)
  /// The start of a bracketed paste (xterm, ctlseqs).
  case paste
  /// Complete, but not a key: a report, a mouse button release, a key with unusual modifiers.
  case ignored
  /// Not a sequence: the escape character is a key of its own.
  case none

  /// Parses a sequence.
  ///
  /// - Parameter bytes: The bytes after the escape character, not empty.
  init(_ bytes: [UInt8]) {
    let rest = bytes.dropFirst()
    switch bytes.first {
    case UInt8(ascii: "["): self = Self.control(rest)
    case UInt8(ascii: "O"): self = Self.singleShift(rest)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"),
      UInt8(ascii: "X"):
      self = Self.string(rest)
    default: self = .none
    }
  }

  /// `CSI parameters intermediates final`.
  private static func control(_ bytes: ArraySlice<UInt8>) -> EscapeSequence {
    // The Linux console's F1 to F5: `CSI [ A`.
    if bytes.first == UInt8(ascii: "[") {
      guard let last = bytes.dropFirst().first else { return .incomplete }
      let number = Int(last) - Int(UInt8(ascii: "A")) + 1
      return (1...5).contains(number) ? .key(.function(number)) : .ignored
    }
    guard let end = bytes.firstIndex(where: { !(0x20...0x3F).contains($0) }) else {
      return bytes.count < 4096 ? .incomplete : .ignored
    }
    // The old mouse report: `CSI M` and three arbitrary bytes.
    if bytes.first == UInt8(ascii: "M"), bytes.count < 4 { return .incomplete }
    let parameters = String(decoding: bytes[..<end], as: UTF8.self)
    if bytes[end] == UInt8(ascii: "~"), parameters == "200" { return .paste }
    return key(Unicode.Scalar(bytes[end]), parameters).map { .key($0) } ?? .ignored
  }

  private static func key(_ final: Unicode.Scalar, _ parameters: String) -> Key? {
    switch (final, parameters) {
    case ("M", _) where parameters.first == "<": pointer(parameters.dropFirst())
    case ("~", _): Int(parameters).flatMap { numbered[$0] }
    case ("Z", ""): .backTab
    case ("C", "1;2"): .shiftRight
    case ("D", "1;2"): .shiftLeft
    case (_, ""), (_, "1;2"): lettered[final]
    default: nil
    }
  }

  /// `CSI < buttons ; column ; row M`, a mouse report in SGR form (xterm, ctlseqs).
  private static func pointer(_ parameters: Substring) -> Key? {
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 3, let buttons = numbers[0], let column = numbers[1],
      let row = numbers[2], (1...10_000).contains(column), (1...10_000).contains(row)
    else { return nil }
    // Bits 4, 8 and 16 are shift, meta and control; 32 is motion, 64 the wheel.
    let kind: Pointer.Kind? =
      switch buttons & ~0b11100 {
      case 0: .press
      case 1, 2: .otherPress
      case 32: .drag
      case 33, 34: .otherDrag
      case 64: .wheelUp
      case 65: .wheelDown
      default: nil
      }
    return kind.map { .pointer(Pointer($0, at: Point(x: column - 1, y: row - 1))) }
  }

  /// `SS3 modifiers final`; keypads in application mode count digits from `p`.
  private static func singleShift(_ bytes: ArraySlice<UInt8>) -> EscapeSequence {
    let modifiers = bytes.prefix { $0 == UInt8(ascii: ";") || (0x30...0x39).contains($0) }
    guard let byte = bytes.dropFirst(modifiers.count).first else {
      return modifiers.count < 8 ? .incomplete : .ignored
    }
    guard modifiers.isEmpty else { return .ignored }
    let final = Unicode.Scalar(byte)
    if let key = lettered[final] { return .key(key) }
    switch final {
    case "M": return .key(.enter)
    case "j"..."y": return .key(.character(Character(Unicode.Scalar(byte - 0x40))))
    default: return .ignored
    }
  }

  /// `OSC`, `DCS`, `APC`, `PM` or `SOS`, text, and `BEL` or `ST`.
  private static func string(_ bytes: ArraySlice<UInt8>) -> EscapeSequence {
    if bytes.last == 0x07 || bytes.suffix(2).elementsEqual([0x1B, UInt8(ascii: "\\")]) {
      return .ignored
    }
    return bytes.count < 4096 ? .incomplete : .ignored
  }

  private static let lettered: [Unicode.Scalar: Key] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end,
    "P": .function(1), "Q": .function(2), "R": .function(3), "S": .function(4),
  ]

  private static let numbered: [Int: Key] = [
    1: .home, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12),
  ]
}
