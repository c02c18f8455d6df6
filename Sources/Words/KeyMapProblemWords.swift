package import TerminalUI

extension KeyMap.Problem {
  /// The error as a sentence without a full stop, printed after `FILE:LINE:COLUMN: `.
  package var sentence: String {
    switch self {
    case .lost(let key): "no key would act as \(key.label(.ascii)) any more: map another key to it"
    case .fixed(let key):
      "\(key.label(.ascii)) belongs to the terminal and cannot be remapped: remove the entry"
    }
  }
}
