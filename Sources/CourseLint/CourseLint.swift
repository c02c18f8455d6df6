import Claims
import Figures
public import LessonReader
public import Lessons
import TerminalUI
import Words

/// Checks a course for its author: structure, layout and facts.
public struct CourseLint {
  /// Findings in order of file and line.
  public private(set) var diagnostics: [Diagnostic] = []
  /// The number of claims that were evaluated and hold.
  public private(set) var checkedClaims = 0
  public private(set) var sections = 0
  public private(set) var cards = 0

  /// Runs all checks.
  ///
  /// - Parameter reader: The reader of the course.
  /// - Throws: `ContentError` if it cannot be read.
  public init(_ reader: LessonBundleReader) throws(ContentError) {
    let bundle = try reader.bundle()
    let scans = try reader.sectionScans()
    let cardScans = try reader.cardScans()
    sections = scans.count
    cards = cardScans.count
    let ids = Set(bundle.lesson.sections.map(\.id))
    for (_, scan) in scans {
      check(scan.claims)
      findUnchecked(scan.prose, scan.claims)
      checkLayout(scan)
      checkLinks(scan, ids)
      checkInstruments(scan)
      for (place, remark) in scan.remarks { add(place, remark.severity, remark.rule, remark.words) }
    }
    for (section, scan) in zip(bundle.lesson.sections, scans.map(\.scan)) {
      for (figure, place) in zip(section.blocks.flatMap(\.figures), scan.figures)
      where !figure.isLegible(width: 72, rows: 18) {
        add(place, .warning, "illegible", Words.Lint.similarCurves)
      }
    }
    let terms = try reader.termScans()
    findUnusedTerms(bundle, scans.map(\.scan), terms)
    findEarlyUses(bundle, scans.map(\.scan), cardScans)
    for scan in terms {
      check(scan.claims)
      findUnchecked(scan.texts, scan.claims)
    }
    for scan in try reader.timelineScans() {
      check(scan.claims)
      findUnchecked(scan.texts, scan.claims)
    }
    for scan in cardScans {
      check(scan.claims)
      findUnchecked(scan.texts, scan.claims)
      if !scan.isKnown {
        add(scan.place, .warning, "type", Words.Lint.skipped(type: scan.place.text))
      }
      if let card = bundle.deck.card(id: scan.id) { check(card, at: scan.place) }
    }
    diagnostics.sort { ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column) }
  }

  private mutating func add(
    _ place: LocatedText, _ severity: Diagnostic.Severity, _ rule: String, _ message: String,
    offset: Int = 0
  ) {
    diagnostics.append(
      Diagnostic(
        file: place.file, line: place.line, column: place.column + offset, severity, rule: rule,
        message))
  }

  // MARK: Truth

  private mutating func check(_ claims: [LocatedText]) {
    for place in claims {
      let claim = Claim(place.text)
      do throws(ClaimError) {
        switch try claim.check() {
        case .holds: checkedClaims += 1
        case .exempt: continue
        case .fails(let computed):
          add(
            place, .error, "claim", Words.Lint.falseClaim(claim.text, computed: "\(computed)"))
        }
      } catch {
        switch error {
        case .syntax(let offset, let expected):
          add(place, .error, "claim", Words.Lint.expected(expected.words), offset: offset)
        case .unknownName(let offset, let name):
          add(place, .error, "claim", Words.Lint.unknownName(name), offset: offset)
        }
      }
    }
  }

  /// Checks that a claim covers every decimal number that a learner reads.
  private mutating func findUnchecked(_ texts: [LocatedText], _ claims: [LocatedText]) {
    let covered = Set(claims.flatMap { Claim($0.text).numbers })
    for place in texts.map(\.withoutAddresses) {
      for (number, offset) in Claim.decimals(in: place.text) where !covered.contains(number) {
        let before = String(decoding: place.text.utf8.prefix(offset), as: UTF8.self).count
        add(
          place, .error, "unchecked",
          Words.Lint.unchecked(number), offset: before)
      }
    }
  }

  // MARK: Layout

  private static let widest = 69

  private mutating func checkLayout(_ scan: SectionScan) {
    for place in scan.code where place.text.displayWidth > Self.widest {
      add(
        place, .warning, "wide",
        Words.Lint.wideCode(columns: place.text.displayWidth, most: Self.widest))
    }
    for place in scan.prose.map(\.withoutAddresses) where place.text.hasPrefix("|") {
      let cells = place.text.split(separator: "|")
      let room = 72 / max(1, cells.count) + 12
      let widest = cells.flatMap { $0.split(separator: " ") }.map(\.displayWidth).max() ?? 0
      if widest > room {
        add(place, .warning, "wide", Words.Lint.wideCell(columns: widest))
      }
    }
  }

  // MARK: Structure

  private mutating func checkLinks(_ scan: SectionScan, _ ids: Set<String>) {
    for place in scan.prose where place.text.contains("](#") {
      for match in place.text.matches(of: /\]\(#([^)]*)\)/) where !ids.contains(String(match.1)) {
        let offset = place.text.distance(
          from: place.text.startIndex, to: match.range.lowerBound)
        add(
          place, .error, "link", Words.Lint.noSection(String(match.1)), offset: offset)
      }
    }
  }

  /// Checks that links to instruments have settings that these accept.
  private mutating func checkInstruments(_ scan: SectionScan) {
    for place in scan.prose {
      for match in place.text.matches(of: /\]\(((?:lab|plot):[^)\s]*)\)/) {
        do throws(InstrumentLinkError) {
          _ = try InstrumentStart(String(match.1))
        } catch {
          let offset = place.text.distance(
            from: place.text.startIndex, to: match.range.lowerBound)
          add(place, .error, "link", error.sentence, offset: offset)
        }
      }
    }
  }

  /// Reports terms that no section uses.
  private mutating func findUnusedTerms(
    _ bundle: LessonBundle, _ scans: [SectionScan], _ terms: [TermScan]
  ) {
    let places = Dictionary(uniqueKeysWithValues: terms.map { ($0.id, $0.place) })
    let text = scans.flatMap(\.prose).map { $0.text.lowercased() }
    for term in bundle.glossary.terms {
      let spellings = ([term.term] + term.also).map { $0.lowercased() }
      let isUsed = spellings.contains { spelling in text.contains { $0.contains(spelling) } }
      if !isUsed, let place = places[term.id] ?? nil {
        add(place, .warning, "term", Words.Lint.unusedTerm(term.term))
      }
    }
  }

  /// Reports terms that a section or a card uses before the section that introduces them.
  ///
  /// Code, comments and figures of sections are not examined.
  private mutating func findEarlyUses(
    _ bundle: LessonBundle, _ scans: [SectionScan], _ cards: [CardScan]
  ) {
    let sections = bundle.lesson.sections
    let own = Dictionary(grouping: cards) { bundle.deck.card(id: $0.id)?.section }
    for (number, section) in sections.enumerated() {
      let later = Set(sections.dropFirst(number + 1).map(\.id))
      let texts = [scans[number].prose] + (own[section.id] ?? []).map(\.texts)
      for use in texts.flatMap({ EarlyUse.all(in: $0, before: later, bundle.glossary) }) {
        let title = sections.first { $0.id == use.section }?.title ?? use.section
        add(
          use.place, .warning, "early", Words.Lint.earlyUse(use.spelling, introducedBy: title),
          offset: use.offset)
      }
    }
  }

  private mutating func check(_ card: Card, at place: LocatedText) {
    for choices in card.choiceLists { checkChoices(choices, at: place) }
    checkStem(card.stem, at: place)
    switch card.form {
    case .diagnose where card.stem.isEmpty:
      add(place, .error, "stem", Words.Lint.noStem(card.id))
    case .basic(let front, let back):
      if back.count > 3, front.lowercased().contains(back.lowercased()) {
        add(place, .error, "giveaway", Words.Lint.giveaway(card.id))
      }
    case .gap(let question):
      if question.mistakes.isEmpty {
        add(place, .warning, "feedback", Words.Lint.noMistakes(card.id))
      }
    case .numeric(let question):
      let isExact = question.tolerance == .absolute(0) || question.tolerance == .relative(0)
      if isExact, question.answer != question.answer.rounded() {
        add(place, .error, "tolerance", Words.Lint.noTolerance(card.id))
      }
    case .point(let plot, let question): check(question, on: plot.figure, of: card, at: place)
    case .sketch(let plot, _): checkSketch(of: plot.figure, card, at: place)
    default: break
    }
    for charset in [Charset.ascii, .braille]
    where !card.isDistinguishable(width: 72, rows: 20, charset) {
      let words =
        if case .point = card.form {
          Words.Lint.levelCurve(card.id)
        } else {
          Words.Lint.similarChoices(card.id, charset: charset.rawValue)
        }
      add(place, .error, "illegible", words)
    }
  }

  /// Checks that the curve has exactly one point of the kind that is asked for, and that it is the answer.
  private mutating func check(
    _ question: PointQuestion, on figure: PlotFigure, of card: Card, at place: LocatedText
  ) {
    let points = figure.points(question.target)
    if points.count != 1 {
      add(place, .error, "point", Words.Lint.points(points.count, of: card.id))
    } else if let point = points.first, abs(point - question.answer) > question.tolerance / 4 {
      let computed = "\((point * 1e4).rounded() / 1e4)"
      add(place, .error, "point", Words.Lint.otherPoint(card.id, computed: computed))
    }
    if question.mistakes.contains(where: { question.accepts($0.x) }) {
      add(place, .error, "point", Words.Lint.rightMistake(card.id))
    }
  }

  /// Checks that code and logs fit the width of a page.
  private mutating func checkStem(_ stem: [Stem], at place: LocatedText) {
    for case .code(let lines) in stem { checkWidths(lines, at: place) }
    for case .log(let lines) in stem { checkWidths(lines, at: place) }
  }

  private mutating func checkWidths(_ lines: [String], at place: LocatedText) {
    for width in lines.map(\.displayWidth) where width > Self.widest {
      add(place, .warning, "wide", Words.Lint.wideStem(columns: width, most: Self.widest))
    }
  }

  /// Checks that the window shows all landmarks of the curve, and that nine handles can show them.
  private mutating func checkSketch(
    of figure: PlotFigure, _ card: Card, at place: LocatedText
  ) {
    for flaw in figure.sketchFlaws {
      let words =
        switch flaw {
        case .outside(let x): Words.Lint.landmarkOutside("\(x)", card.id)
        case .betweenHandles(let x): Words.Lint.landmarkBetweenHandles("\(x)", card.id)
        case .cutOff(let x): Words.Lint.cutOff("\(x)", card.id)
        case .level: Words.Lint.levelSketch(card.id)
        }
      add(place, .error, "sketch", words)
    }
  }

  private mutating func checkChoices(_ choices: [Choice], at place: LocatedText) {
    for choice in choices {
      if !choice.isCorrect, choice.feedback == nil {
        add(place, .error, "feedback", Words.Lint.noFeedback(choice.id))
      }
      let text = choice.text.lowercased()
      if text.contains("all of the above") || text.contains("none of the above") {
        add(place, .warning, "above", Words.Lint.testsReading(choice.text))
      }
      if choices.contains(where: { $0.id != choice.id && $0.text.lowercased() == text }) {
        add(place, .error, "twins", Words.Lint.sameChoices(choice.text))
      }
    }
  }
}
