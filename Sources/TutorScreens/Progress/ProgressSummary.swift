import Lessons
import Practice
import TerminalUI
import Words

/// A summary of the record, one label and value per line.
extension ProgressPages {
  /// A label and its value.
  private typealias Row = (label: String, value: String)

  /// A table of reading, answers, games, races and time.
  mutating func addSummary() {
    let rows = cardRows + questionRows + labRows + timeRows
    let width = rows.map { context.text($0.label).displayWidth }.max() ?? 0
    // A value that does not fit continues after its label.
    for row in rows {
      let label = context.text(row.label).padded(to: max(17, width + 1))
      text.add(row.value, marker: [Run(label)])
    }
    text.addBlank()
  }

  private var cardRows: [Row] {
    let learner = context.learner
    let count = context.bundle.deck.flashcards.count
    var rows: [Row] = [
      (
        Words.Progress.sections,
        Words.Progress.sections(read: facts.sectionsRead.count, of: facts.sections.count)
      ),
      (
        Words.Progress.cards,
        Words.Progress.cards(begun: facts.begun, of: count, due: facts.due, met: facts.met)
      ),
      (Words.Progress.grades, "\(learner.reviewCount)"),
    ]
    if facts.begun > 0, let mean = facts.recall {
      rows.append(
        (
          Words.Progress.recall,
          Words.Progress.recall(Self.percent(mean), unlocked: facts.unlocked)
        ))
    }
    let checks = learner.recallChecks
    if checks.total > 0 {
      let found = Self.percent(Double(checks.remembered) / Double(checks.total))
      let expected = Self.percent(checks.expected / Double(checks.total))
      rows.append(
        (
          Words.Progress.recallFound,
          Words.Progress.recallFound(found, of: checks.total, expected: expected)
        ))
    }
    if learner.settings[.retention] != nil {
      rows.append(
        (
          Words.Progress.retention, Words.Progress.retention(percent: learner.retentionPercent)
        ))
    }
    return rows
  }

  private var questionRows: [Row] {
    let learner = context.learner
    let answers = learner.answers
    var rows: [Row] = [
      (
        Words.Progress.questions,
        Words.Progress.questions(right: answers.right, of: answers.total)
      )
    ]
    guard !facts.bestRuns.isEmpty else {
      return rows + [(Words.Progress.speed, Words.Progress.speedNotPlayed)]
    }
    let best = learner.speedRuns.map(\.score).max() ?? 0
    rows.append(
      (
        Words.Progress.speed,
        Words.Progress.speed(best: best, played: learner.speedRuns.count)
      ))
    for run in facts.bestRuns where facts.bestRuns.count > 1 { rows.append(("", words(for: run))) }
    return rows
  }

  private func words(for run: SpeedRun) -> String {
    let name = run.form.words(seconds: run.seconds).name
    guard run.form == .timed || run.form == .suddenDeath else {
      return Words.Progress.speedForm(
        name, score: run.score, right: run.right, of: run.answered)
    }
    return Words.Progress.speedForm(
      name, seconds: run.seconds, score: run.score, right: run.right, of: run.answered)
  }

  private var labRows: [Row] {
    guard let race = context.learner.races.last else { return [] }
    let lanes = race.lanes.map { lane in
      lane.accuracy.map { Words.Progress.lane(lane.activation, accuracy: Self.percent($0)) }
        ?? Words.Progress.laneDiverged(lane.activation)
    }
    return [
      (
        Words.Progress.races,
        Words.Progress.races(context.learner.races.count, lastOn: race.data, lanes: lanes)
      )
    ]
  }

  private var timeRows: [Row] {
    let certificateProgress = context.certificateProgress
    return [
      (Words.Progress.time, Duration.words(seconds: facts.seconds)),
      (Words.Progress.streak, "\(context.learner.streak(on: context.today))"),
      (
        Words.Progress.certificate,
        certificateProgress.isEarned
          ? Words.Progress.certificateEarned
          : Words.Progress.certificate(Self.percent(certificateProgress.share), context.keyNames)
      ),
    ]
  }
}
