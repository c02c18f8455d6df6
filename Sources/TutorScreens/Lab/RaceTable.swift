import Activations
import Figures
import NeuralLab
import TerminalUI
import TextCharts
import Words

extension RaceScreen {
  /// The settings, and the question who will lead.
  func settings(width: Int, rows: Int, _ context: AppContext) -> [[Run]] {
    var text = ColumnText(width: width, context)
    let parameters = progress?.standings.first?.parameters ?? 0
    let names = RaceSetting.allCases.map(\.name)
    let nameWidth = names.map(\.displayWidth).max() ?? 0
    if rows > 12 {
      text.add(Words.Race.about, Style(.dim))
      text.addBlank()
    }
    for row in RaceSetting.allCases {
      let isSelected = row == setting
      let cursor = isSelected ? context.charset.pick("▸ ", "> ") : "  "
      text.add(
        row.value(setup, data, parameters: parameters),
        Style(isSelected ? .accent : .text, isSelected ? .bold : []),
        marker: [
          Run(cursor, .accent, .bold), Run(context.text(row.name).padded(to: nameWidth + 2)),
        ])
    }
    guard progress != nil else {
      text.add(problem ?? "", Style(.wrong))
      return text.lines
    }
    if rows > 8 { text.addBlank() }
    text.add(Words.Race.question(epochs: setup.epochs), Style(.heading, .bold))
    var choices: [Run] = []
    for (index, activation) in setup.activations.enumerated() {
      choices += [
        Run(context.choiceLabel(index), .accent, .bold),
        Run(" " + context.text(activation.shortLabel) + "   "),
      ]
    }
    text.add([choices])
    return text.lines
  }

  /// A line for each contestant with the leader first, and the conclusions once the race is over.
  func table(_ context: AppContext) -> [[Run]] {
    guard let progress else { return [] }
    let isNarrow = context.size.width < 70 && !context.isPlain
    var text = ColumnText(width: context.size.width - 2, context)
    if finished.count > 1 {
      addMeans(to: &text, isNarrow: isNarrow)
      addConclusions(to: &text, context)
      return text.lines
    }
    if isNarrow {
      text.add(
        ranking.map { short(progress, $0) }.joined(separator: "  "),
        Style(mode == .over ? .text : .dim))
    } else {
      let about = Words.Race.setup(
        kind: setup.kind == .cnn ? "CNN" : "MLP",
        parameters: progress.standings.first?.parameters ?? 0, optimiser: setup.optimiser.name,
        rate: NumberText.shortest(setup.rate))
      text.add(about, Style(.dim))
      for index in ranking { addLane(index, progress, to: &text, context) }
    }
    if mode == .over {
      addConclusions(to: &text, context)
    } else if let guess, !isNarrow {
      text.add(Words.Race.guessed(setup.activations[guess].shortLabel), Style(.dim))
    }
    return text.lines
  }

  /// The means over seeds so far.
  private func addMeans(to text: inout ColumnText, isNarrow: Bool) {
    text.add(
      isNarrow ? Words.Race.shortMeansOverSeeds : Words.Race.meansOverSeeds, Style(.dim))
    let contestants = setup.activations.indices.map { Contestant($0, in: finished) }
      .sorted { ($0.mean ?? -1) > ($1.mean ?? -1) }
    guard isNarrow else {
      for line in RaceText.lines(contestants) { text.add(line) }
      return
    }
    for contestant in contestants {
      guard let mean = contestant.mean else {
        text.add(Words.Race.shortDiverged(contestant.name))
        continue
      }
      text.add(
        Words.Race.short(
          contestant.name, percent: NumberText.fixed(mean * 100, decimals: 1),
          error: contestant.standardError.map { NumberText.fixed($0 * 100, decimals: 1) }))
    }
  }

  /// Says whether the guess was right and whether the difference is noise, and offers more seeds.
  private func addConclusions(to text: inout ColumnText, _ context: AppContext) {
    guard mode == .over, let leader = ranking.first, let progress else { return }
    if let guess, finished.count == 1 {
      let accuracy = { (index: Int) in progress.standings[index].results.last?.validationAccuracy }
      let name = setup.activations[guess].shortLabel
      let isRight = !progress.standings[guess].hasDiverged && accuracy(guess) == accuracy(leader)
      text.add(
        isRight
          ? context.charset.pick("✓ ", "+ ") + Words.Race.guessedRight(name)
          : context.charset.pick("✗ ", "x ")
            + Words.Race.guessedWrong(name, leader: setup.activations[leader].shortLabel),
        Style(isRight ? .right : .wrong, .bold))
    }
    let contestants = progress.standings.indices.map { Contestant($0, in: finished) }
    if let verdict = RaceText.verdict(contestants) ?? RaceText.lines(contestants).last {
      text.add(verdict, Style(.accent, .bold))
    }
    if finished.count == 1 {
      text.add(Words.Race.offersSeeds(context.keyNames, Self.seeds), Style(.dim))
    }
  }

  /// A contestant with its letter in the colour of its curve; the one whose boundary is drawn is marked.
  private func addLane(
    _ index: Int, _ progress: RaceProgress, to text: inout ColumnText, _ context: AppContext
  ) {
    let cursor =
      canSelectLane && index == shown ? context.charset.pick("▸ ", "> ") : "  "
    text.add(
      line(progress, index, context),
      marker: context.isPlain
        ? []
        : [
          Run(cursor, .accent, .bold),
          Run(String(CurveNames.letter(index)) + " ", PlotDrawing.role(index), .bold),
        ])
  }

  private func short(_ progress: RaceProgress, _ index: Int) -> String {
    let (standing, name) = (progress.standings[index], setup.activations[index].shortLabel)
    guard !standing.hasDiverged, let last = standing.results.last else {
      return standing.hasDiverged ? Words.Race.shortDiverged(name) : name
    }
    return Words.Race.short(
      name, percent: NumberText.fixed(last.validationAccuracy * 100, decimals: 1))
  }

  private func line(_ progress: RaceProgress, _ index: Int, _ context: AppContext) -> String {
    let standing = progress.standings[index]
    let name = setup.activations[index].shortLabel
    if standing.hasDiverged { return Words.Race.diverged(name) }
    guard let last = standing.results.last else { return Words.Race.atStart(name) }
    let figures = Words.Race.Standing(
      name: name, percent: NumberText.fixed(last.validationAccuracy * 100, decimals: 1),
      loss: NumberText.fixed(last.trainLoss, decimals: 3),
      heldOut: NumberText.fixed(last.validationLoss, decimals: 3),
      gradient: GradientInstrument.short(last.gradientNorm),
      dead: ProgressPages.percent(last.deadUnits),
      milliseconds: NumberText.fixed(
        Contestant(index, in: [progress]).secondsPerEpoch * 1000, decimals: 1))
    let isRoomy = context.size.width >= 100 || context.isPlain
    return isRoomy ? Words.Race.longLine(figures) : Words.Race.line(figures)
  }
}
