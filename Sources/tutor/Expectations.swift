import LessonReader
import Words

extension Expectation {
  /// The text of the expectation.
  var words: String {
    switch self {
    case .symbols(let symbols): Words.Expected.symbols(symbols)
    case .endOfFile: Words.Expected.endOfFile
    case .value: Words.Expected.value
    case .nameInQuotes: Words.Expected.nameInQuotes
    case .finiteNumber: Words.Expected.finiteNumber
    case .digit: Words.Expected.digit
    case .quoteInLine: Words.Expected.quoteInLine
    case .escape: Words.Expected.escape
    case .surrogatePair: Words.Expected.surrogatePair
    case .hexadecimalDigits: Words.Expected.hexadecimalDigits
    case .object: Words.Expected.object
    case .text: Words.Expected.text
    case .number: Words.Expected.number
    case .wholeNumber: Words.Expected.wholeNumber
    case .truth: Words.Expected.truth
    case .list: Words.Expected.list
    case .listOfTexts: Words.Expected.listOfTexts
    case .pairs: Words.Expected.pairs
    case .ascendingNumbers: Words.Expected.ascendingNumbers
    case .word(let words): Words.Expected.word(words)
    case .between(let low, let high): Words.Expected.between(low, high)
    case .atLeast(let low): Words.Expected.atLeast(low)
    case .yearsFrom(let year): Words.Expected.years(from: year)
    case .choices(let count): Words.Expected.choices(count.lowerBound, count.upperBound)
    case .items(let count): Words.Expected.items(count.lowerBound, count.upperBound)
    case .severalChoices: Words.Expected.severalChoices
    case .numbers(let count, let each):
      Words.Expected.numbers(count.lowerBound, count.upperBound, each: each.words)
    case .setting: Words.Expected.setting
    case .ends: Words.Expected.ends
    }
  }
}
