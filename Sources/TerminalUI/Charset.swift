/// The set of characters that a screen may use.
public enum Charset: String, CaseIterable, Sendable {
  /// 7-bit ASCII only.
  case ascii
  /// Unicode text; plots use block elements.
  case blocks
  /// Unicode text; plots use Braille patterns.
  case braille

  public var isASCII: Bool { self == .ascii }

  /// The next charset in the cycle ASCII, blocks, Braille.
  public var next: Charset {
    switch self {
    case .ascii: .blocks
    case .blocks: .braille
    case .braille: .ascii
    }
  }

  /// Returns the Unicode string, or the ASCII string if only ASCII can be shown.
  public func pick(_ unicode: String, _ ascii: String) -> String {
    isASCII ? ascii : unicode
  }

  /// The text in this charset: unchanged, or transcribed to ASCII.
  public func text(_ text: String) -> String {
    isASCII ? text.transcribedToASCII : text
  }
}

extension String {
  /// The text in 7-bit ASCII.
  ///
  /// Greek letters become their names, superscripts `^n`, subscripts `_n`, typographic marks their typewriter forms,
  /// accented letters their base letters, control characters other than line feeds `^X`, and everything else `?`.
  public var transcribedToASCII: String {
    if utf8.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == 0x0A }) { return self }
    var result = ""
    var script: Transcription.Script?
    for (index, character) in zip(indices, self) {
      // Directly between two factors it is a product; surrounded by spaces it is a separator.
      if character == "·", isBetweenFactors(index) {
        result += "*"
        script = nil
        continue
      }
      if character.isASCII {
        result +=
          character.isControl && character != "\n" ? character.caretNotation : "\(character)"
        script = nil
        continue
      }
      if let (kind, replacement) = Transcription.scripts[character] {
        if script != kind { result += kind.rawValue }
        result += replacement
        script = kind
        continue
      }
      script = nil
      let plain = Transcription.plain[character] ?? character.withoutAccents
      result += plain
      // A Greek letter's name must not run into the letter after it.
      let after = self.index(after: index)
      if plain.count > 1, plain.last?.isLetter == true, after < endIndex, self[after].isLetter {
        result += " "
      }
    }
    return result
  }
}

extension String {
  /// Whether the characters before and after an index are not spaces.
  fileprivate func isBetweenFactors(_ index: Index) -> Bool {
    let after = self.index(after: index)
    guard index > startIndex, after < endIndex else { return false }
    return !self[self.index(before: index)].isWhitespace && !self[after].isWhitespace
  }
}

extension Character {
  /// A control character in caret notation: `^[` for escape, `^?` for DEL.
  fileprivate var caretNotation: String {
    unicodeScalars.reduce(into: "") { text, scalar in
      guard scalar.value < 0x80 else { return }
      text += "^"
      text.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) ^ 0x40))
    }
  }

  /// The ASCII letter without its accents, or question marks as wide as the character.
  fileprivate var withoutAccents: String {
    if let first = unicodeScalars.first, first.isASCII { return String(first) }
    if let letter = Transcription.accented[self] { return String(letter) }
    return String(repeating: "?", count: displayWidth)
  }
}

/// Tables of ASCII transcriptions.
private enum Transcription {
  enum Script: String {
    case above = "^"
    case below = "_"
  }

  static let scripts: [Character: (Script, String)] = {
    var table: [Character: (Script, String)] = [:]
    for (character, ascii) in zip(
      "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ",
      "0123456789+-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW")
    {
      table[character] = (.above, String(ascii))
    }
    for (character, ascii) in zip(
      "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", "0123456789+-=()aehijklmnoprstuvx")
    {
      table[character] = (.below, String(ascii))
    }
    for (character, name) in zip("ᵝᵞᵟᵠᵡᶿ", ["beta", "gamma", "delta", "phi", "chi", "theta"]) {
      table[character] = (.above, name)
    }
    for (character, name) in zip("ᵦᵧᵨᵩᵪ", ["beta", "gamma", "rho", "phi", "chi"]) {
      table[character] = (.below, name)
    }
    return table
  }()

  static let plain: [Character: String] = [
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "eps", "η": "eta",
    "θ": "theta", "λ": "lambda", "μ": "mu", "π": "pi", "ρ": "rho", "σ": "sigma", "τ": "tau",
    "φ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega", "Γ": "Gamma", "Δ": "Delta",
    "Λ": "Lambda", "Π": "Pi", "Σ": "Sum", "Φ": "Phi", "Ψ": "Psi", "Ω": "Omega", "ℓ": "l",
    "′": "'", "″": "''", "‘": "'", "’": "'", "“": "\"", "”": "\"", "„": "\"", "‚": ",",
    "«": "<<", "»": ">>", "‹": "<", "›": ">", "–": "-", "—": "--", "‑": "-", "−": "-",
    "…": "...", "·": ".", "•": "*", "×": "x", "÷": "/", "±": "+/-", "≈": "~", "≃": "~",
    "≅": "~", "≡": "==", "≠": "!=", "≤": "<=", "≥": ">=", "≪": "<<", "≫": ">>",
    "∞": "inf", "√": "sqrt", "∑": "sum", "∏": "prod", "∫": "int", "∂": "d", "∇": "grad",
    "∈": "in", "∉": "not in", "∘": "o", "∗": "*", "⋅": ".", "⊙": "(*)", "∝": "~", "∅": "{}",
    "∀": "for all", "∃": "exists", "∧": "and", "∨": "or", "¬": "not ", "→": "->",
    "←": "<-", "↔": "<->", "⇒": "=>", "⇐": "<=", "⇔": "<=>", "↑": "^", "↓": "v", "↵": "Enter",
    "⇧": "Shift-", "⌫": "Bksp", "½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3",
    "°": " deg", "§": "S.", "©": "(c)", "✓": "+", "✔": "+", "✗": "x", "✘": "x", "★": "*",
    "▸": ">", "▶": ">", "▾": "v", "◂": "<", "●": "*", "○": "o", "■": "#", "□": "-", "█": "#",
    "▓": "#", "▒": "=", "░": ".", "ℝ": "R", "ℕ": "N", "ℤ": "Z", "\u{A0}": " ", "\u{2009}": " ",
    "\u{202F}": " ", "ß": "ss", "æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L",
    "─": "-", "━": "-", "│": "|", "┃": "|", "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+",
    "┤": "+", "┬": "+", "┴": "+", "┼": "+", "╱": "/", "╲": "\\", "╌": "-", "╎": "|",
    "⟨": "<", "⟩": ">", "⌊": "[", "⌋": "]", "⌈": "[", "⌉": "]", "‖": "||", "∣": "|", "ᵏ": "^k",
  ]

  /// Precomposed letters of western and central European languages.
  static let accented: [Character: Character] = {
    let pairs: [(String, Character)] = [
      ("àáâãäåāăą", "a"), ("çćčĉ", "c"), ("ďđ", "d"), ("èéêëēęě", "e"), ("ğĝ", "g"),
      ("ìíîïīı", "i"), ("ñńň", "n"), ("òóôõöōő", "o"), ("řŕ", "r"), ("śšşŝ", "s"), ("ťţ", "t"),
      ("ùúûüūůűų", "u"), ("ýÿ", "y"), ("žźż", "z"),
    ]
    var table: [Character: Character] = [:]
    for (letters, plain) in pairs {
      for letter in letters { table[letter] = plain }
      for letter in letters.uppercased() { table[letter] = Character(plain.uppercased()) }
    }
    return table
  }()
}
