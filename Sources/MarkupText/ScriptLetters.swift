/// Superscripts and subscripts in Unicode letters where they exist, otherwise in TeX notation.
public enum ScriptLetters {
  /// Superscript: `10` as `¹⁰`, `th` as `ᵗʰ`, `(q)` as `^(q)`, `iπ` as `^(iπ)`.
  public static func raised(_ text: String) -> String {
    placed(text, raisedLetters, mark: "^", bracketsWords: true)
  }

  /// Subscript: `2` as `₂`, `ij` as `ᵢⱼ`, `max` as `ₘₐₓ`, `B` as `_B`, `Batch` as `_Batch`.
  public static func lowered(_ text: String) -> String {
    placed(text, loweredLetters, mark: "_", bracketsWords: false)
  }

  // A superscript word needs brackets, because `^ab` reads as a power times `b`; `_ab` is one name.
  private static func placed(
    _ text: String, _ letters: [Character: Character], mark: String, bracketsWords: Bool
  ) -> String {
    let content = text.drop(while: \.isWhitespace)
    if content.isEmpty { return text }
    let mapped = text.compactMap { letters[$0] }
    if mapped.count == text.count { return String(mapped) }
    let isOneWord = !bracketsWords && text.allSatisfy { $0.isLetter || $0.isNumber }
    // Text with brackets of its own needs no others.
    let isBracketed =
      text.first == "(" && text.last == ")"
      && !text.dropFirst().dropLast().contains { "()".contains($0) }
    return isOneWord || isBracketed || text.count == 1 ? mark + text : "\(mark)(\(text))"
  }

  private static let raisedLetters = table(
    "0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδφχθ′*",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᵠᵡᶿ′*")

  private static let loweredLetters = table(
    "0123456789+-−=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ")

  private static func table(_ plain: String, _ placed: String) -> [Character: Character] {
    Dictionary(zip(plain, placed), uniquingKeysWith: { first, _ in first })
  }
}
