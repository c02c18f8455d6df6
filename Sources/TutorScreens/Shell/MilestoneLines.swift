import Activations
import Practice
import TerminalUI
import Words

extension ColumnText {
  /// Adds a line for each milestone.
  mutating func add(_ milestones: Milestones, _ context: AppContext) {
    typealias Says = Words.Milestones
    let functions = milestones.knownTags.compactMap { tag in
      Catalogue.all.first { $0.id == tag }?.name
    }
    let lines = [
      milestones.areAllDueDone ? Says.allDueDone : nil,
      functions.isEmpty ? nil : Says.known(functions),
      milestones.bestStreak.map(Says.bestStreak),
      milestones.isCertificateEarned ? Says.certificate : nil,
    ]
    for line in lines.compactMap(\.self) {
      add(
        line, Style(.right, .bold), marker: [Run(context.charset.pick("★ ", "* "), .right, .bold)])
    }
  }
}
