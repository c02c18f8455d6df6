public import Activations
import LessonLayout
public import Lessons
public import NeuralLab
public import Practice
public import TerminalUI

/// The context of all screens: lesson, learner, terminal size, time.
public struct AppContext: Sendable {
  public var bundle: LessonBundle {
    didSet { learner.passOn(to: bundle.deck.heirs) }
  }
  /// The learner's state.
  public var learner: Learner
  /// Columns and rows of the terminal.
  public var size: Size
  public var charset: Charset
  /// Whether the terminal shows colours; without them inline code keeps its backquotes.
  public var hasColor: Bool
  /// Now, in seconds since 1970 UTC.
  public var now: Int
  /// The offset of local time from UTC, in seconds.
  public var utcOffset: Int
  /// Milliseconds of a monotonic clock.
  public var milliseconds: Int
  /// The seed of everything random.
  public var seed: UInt64
  /// Whether the seed changes with each key, so that each draw of questions is another one.
  public var variesSeed = false
  /// The status message, shown until the next key.
  public var statusMessage: String?
  /// The maximum number of new flashcards in a session; nil for the exam plan's number, or twelve without a plan.
  public var newCardsAsked: Int?
  /// Whether the output is plain text: words instead of drawings, all lines at the left margin.
  public var isPlain = false
  /// Seconds of a Speed Challenge.
  public var speedSeconds = 60
  /// Questions of a quiz.
  public var quizCount = 10
  /// The functions that the plot screen lists and generated questions are about; the catalogue's unless others are set.
  ///
  /// The catalogue is not read before it is needed, because that would delay the first screen.
  public var functions: [Activation] {
    get { ownFunctions ?? Catalogue.all }
    set { ownFunctions = newValue }
  }
  private var ownFunctions: [Activation]?
  /// The number of times the course was reloaded.
  public var courseVersion = 0
  /// The path of the record, for display.
  public var recordPath: String
  /// Whether the visible screen has a text field with focus, so that keys type their characters.
  var isTyping = false
  /// The learner's key remapping.
  public var keyMap = KeyMap.usual

  /// Makes a context.
  public init(
    bundle: LessonBundle, learner: Learner = Learner(), size: Size, charset: Charset = .braille,
    hasColor: Bool = false, now: Int = 0, utcOffset: Int = 0, milliseconds: Int = 0,
    seed: UInt64 = 0, recordPath: String = ""
  ) {
    self.bundle = bundle
    self.learner = learner
    self.size = size
    self.charset = charset
    self.hasColor = hasColor
    self.now = now
    self.utcOffset = utcOffset
    self.milliseconds = milliseconds
    self.seed = seed
    self.recordPath = recordPath
    self.learner.passOn(to: bundle.deck.heirs)
  }

  /// The learner's day.
  public var today: LocalDay { LocalDay(unixSeconds: now, utcOffsetSeconds: utcOffset) }

  /// The plan up to the exam, if there is one in the future.
  public var plan: StudyPlan? {
    learner.exam.flatMap {
      StudyPlan(
        learner, cards: bundle.deck.flashcards.map(\.id), exam: $0, at: now, utcOffset: utcOffset)
    }
  }

  /// The maximum number of new flashcards in a session.
  public var newCards: Int { newCards(with: plan) }

  /// The maximum number of new flashcards in a session with a plan that was computed already.
  func newCards(with plan: StudyPlan?) -> Int { newCardsAsked ?? plan?.days.first?.new ?? 12 }

  /// The learner's progress towards the certificate.
  public var certificateProgress: CertificateProgress {
    CertificateProgress(learner, of: bundle, on: today)
  }

  /// The settings of the layout of sections.
  var layout: LayoutSettings {
    LayoutSettings(
      pageRows: size.height - 4, charset: charset, keyNames: keyNames,
      marksCode: !hasColor && !isPlain,
      isPlain: isPlain, hasFiguresBeside: isWide)
  }

  /// The names of keys for sentences.
  var keyNames: KeyNames { KeyNames(keyMap, isPlain ? .ascii : charset) }

  /// The key of a choice: its number, if there is a digit for it.
  func choiceLabel(_ index: Int) -> String {
    Key.digits.indices.contains(index) ? keyNames[Key.digits[index]] : "\(index + 1)"
  }

  /// A text in the charset.
  func text(_ text: String) -> String { charset.text(text) }
}

/// An effect that a screen requests.
public enum Effect: ScreenEffect, Equatable {
  /// Writes a fact to the record.
  case record(Fact)
  /// Shows a status message until the next key.
  case tell(String)
  /// Copies a text to the clipboard.
  case copy(String)
  /// Enables or disables mouse reports.
  case useMouse(Bool)
  /// Changes the charset.
  case setCharset(Charset)
  /// Performs an effect of the lab.
  case lab(LabEffect)

  /// The answer to an effect.
  public enum Answer: Equatable, Sendable {
    /// The results of a slice of training.
    case trained(TrainingAnswer)
    /// The digits; nil if the lesson has none.
    case digits(Dataset?)
  }
}

/// An effect that a screen of the lab requests.
public enum LabEffect: Equatable, Sendable {
  /// Trains the networks of a race for a slice of time; answered by ``Effect/Answer/trained(_:)``.
  case train(TrainingRequest)
  /// Frees the networks of the race.
  case endTraining
  /// Reads the lesson's handwritten digits; answered by ``Effect/Answer/digits(_:)``.
  case loadDigits
}

/// An event that a screen of the tutor handles.
public typealias Event = ScreenEvent<Effect.Answer>

extension Effect {
  /// The effect for a debug log, without what is recorded, told or copied.
  public var traced: String {
    switch self {
    case .record(let fact): "record " + fact.kind
    case .tell: "tell"
    case .copy: "copy"
    case .useMouse(let isUsed): "useMouse \(isUsed)"
    case .setCharset(let charset): "setCharset \(charset.rawValue)"
    case .lab(.train): "train"
    case .lab(.endTraining): "endTraining"
    case .lab(.loadDigits): "loadDigits"
    }
  }
}

/// A screen of the tutor.
package typealias TutorScreen = any Screen<AppContext, Effect, Route>
/// A screen's response to an event.
package typealias TutorResponse = Response<Effect, Route>
