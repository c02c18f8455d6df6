import LessonLayout
public import Lessons
public import NeuralLab
public import Practice
public import TerminalUI

/// What every screen sees: the course, the learner, the terminal's size, the time.
public struct AppContext: Sendable {
  /// What is taught.
  public var bundle: LessonBundle
  /// What the learner has done so far.
  public var learner: Learner
  /// Columns and rows of the terminal.
  public var size: Size
  /// Which characters may be shown.
  public var charset: Charset
  /// Whether the terminal shows colours; without them inline code keeps its backquotes.
  public var hasColor: Bool
  /// Now, in seconds since 1970 UTC.
  public var now: Int
  /// What the local clock is ahead of UTC, in seconds.
  public var utcOffset: Int
  /// Milliseconds of a clock that never goes back.
  public var milliseconds: Int
  /// A number that chance begins with.
  public var seed: UInt64
  /// Something the learner must be told, shown until a key is pressed.
  public var notice: String?
  /// New flashcards in one sitting at most; nil for what the plan to an exam says, or else twelve.
  public var newCardsAsked: Int?
  /// Whether screens are read out or printed: words in place of drawings, every line from the left.
  public var isPlain = false
  /// Seconds of a Speed Challenge.
  public var speedSeconds = 60
  /// Questions of a quiz.
  public var quizCount = 10
  /// Counts how often the course has been read anew.
  public var courseVersion = 0
  /// Where the record is kept, as shown to the learner.
  public var recordPath: String
  /// Keys that the learner has given other meanings.
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
  }

  /// The learner's day.
  public var today: LocalDay { LocalDay(unixSeconds: now, utcOffsetSeconds: utcOffset) }

  /// The plan up to the exam, if there is one and it lies ahead.
  public var plan: StudyPlan? {
    learner.exam.flatMap {
      StudyPlan(
        learner, cards: bundle.deck.flashcards.map(\.id), exam: $0, at: now, utcOffset: utcOffset)
    }
  }

  /// New flashcards in one sitting at most.
  public var newCards: Int { newCardsAsked ?? plan?.days.first?.new ?? 12 }

  /// How far the learner is from the certificate.
  public var certificateProgress: CertificateProgress {
    CertificateProgress(learner, of: bundle, on: today)
  }

  /// How sections are laid out on a page.
  var layout: LayoutSettings {
    LayoutSettings(
      pageRows: size.height - 4, charset: charset, keyNames: keyNames, marksCode: !hasColor,
      isPlain: isPlain)
  }

  /// What keys are called in sentences.
  var keyNames: KeyNames { KeyNames(keyMap, charset) }

  /// The key beside a choice: its number, as long as there are digits.
  func choiceLabel(_ index: Int) -> String {
    Key.digits.indices.contains(index) ? keyNames[Key.digits[index]] : "\(index + 1)"
  }

  /// Words for the learner in the charset that can be shown.
  func text(_ text: String) -> String { charset.text(text) }
}

/// What a screen wants done.
public enum Effect: ScreenEffect, Equatable {
  /// Put a fact on disk.
  case record(Fact)
  /// Tell the learner something, until the next key.
  case tell(String)
  /// Hand a text to the terminal's clipboard.
  case copy(String)
  /// Have the terminal report the mouse, or leave the mouse to the terminal again.
  case useMouse(Bool)
  /// Show other characters from now on.
  case setCharset(Charset)
  /// Do something for the lab.
  case lab(LabEffect)

  /// What an effect is answered with.
  public enum Answer: Equatable, Sendable {
    /// The results of a slice of training.
    case trained(TrainingAnswer)
    /// The digits; nil if the lesson has none.
    case digits(Dataset?)
  }
}

/// What the lab wants done.
public enum LabEffect: Equatable, Sendable {
  /// Train the networks of a race for a while; answered by ``Effect/Answer/trained(_:)``.
  case train(TrainingRequest)
  /// Free the networks of the race.
  case endTraining
  /// Read the lesson's handwritten digits; answered by ``Effect/Answer/digits(_:)``.
  case loadDigits
}

/// Something that happens to a screen of the tutor.
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
/// What a screen of the tutor answers to an event.
package typealias TutorResponse = Response<Effect, Route>
