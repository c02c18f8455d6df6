import Activations
import Content
import CursesTerminal
import Foundation
import LearnerRecord
import LessonReader
import Lessons
import Practice
import TerminalUI
import TutorScreens
import Words

/// Finds course and record from options and environment, and makes the context of the screens.
struct Workspace {
  /// The options, completed by the learner's preferences.
  let options: Settings
  private let environment = Environment()
  /// The learner's key remapping.
  private let keyMap: KeyMap
  /// An error in the preferences; reported as soon as anything is to be shown.
  private let problem: Failure?

  init(_ options: Options) { self.init(options.settings) }

  init(_ settings: Settings) {
    do throws(Failure) {
      let preferences = try PreferencesFile(environment).read()
      options = settings.completed(by: preferences.values).completed(by: environment)
      keyMap = preferences.keyMap
      problem = nil
    } catch {
      options = settings.completed(by: environment)
      keyMap = .usual
      problem = error
    }
  }

  /// Whether the environment asks for no colours.
  var noColor: Bool { environment["NO_COLOR"].map { !$0.isEmpty } ?? false }

  /// The lesson with the added decks.
  func bundle() throws(Failure) -> LessonBundle {
    var problems: [ContentError] = []
    return try bundle(problems: &problems)
  }

  /// The lesson with the readable added decks, and the errors of the others.
  func bundle(problems: inout [ContentError]) throws(Failure) -> LessonBundle {
    let reader = try checkedReader()
    let decks = AddedDecks(besideRecord: recordPath, reader: reader)
    return decks.added(to: try bundle(by: reader), problems: &problems)
  }

  /// The lesson without added decks.
  func bundleAlone() throws(Failure) -> LessonBundle { try bundle(by: try checkedReader()) }

  /// The reader of the course.
  private func reader() throws(Failure) -> LessonBundleReader {
    LessonBundleReader(folder: try courseFolder(), functions: Self.functions)
  }

  /// The reader of the course, after checking the preferences.
  private func checkedReader() throws(Failure) -> LessonBundleReader {
    if let problem { throw problem }
    return try reader()
  }

  private func bundle(by reader: LessonBundleReader) throws(Failure) -> LessonBundle {
    do throws(ContentError) {
      return try reader.bundle()
    } catch {
      throw Failure(error)
    }
  }

  /// The course's files, as paths relative to its folder.
  func courseFiles() -> [String] { (try? reader())?.files ?? [] }

  /// The decks next to the record.
  func addedDecks() throws(Failure) -> AddedDecks {
    AddedDecks(besideRecord: recordPath, reader: try reader())
  }

  /// The functions that figures and cards may draw.
  static let functions: FunctionNames = {
    var names: [String: [String: ClosedRange<Double>]] = [:]
    for activation in Catalogue.all {
      var allowed: [String: ClosedRange<Double>] = [:]
      for parameter in activation.parameters { allowed[parameter.name] = parameter.allowed }
      for name in [activation.id] + activation.aliases { names[name] = allowed }
    }
    return FunctionNames(names)
  }()

  /// The course's folder.
  func courseFolder() throws(Failure) -> String {
    if let folder = options.course ?? environment["TUTOR_COURSE"] {
      guard access(folder, F_OK) == 0 else {
        throw Failure(Words.Files.noFolder(folder), status: Failure.Status.noInput)
      }
      return folder
    }
    return try Self.bundledFolder()
  }

  /// The folder of the lesson that comes with the program.
  ///
  /// - Throws: `Failure` if it is in none of the places where it belongs.
  static func bundledFolder() throws(Failure) -> String {
    let link = "/proc/self/exe"
    let own = withoutLinks(
      access(link, F_OK) == 0
        ? link : Bundle.main.executablePath ?? CommandLine.arguments[0])
    let candidates = CourseFolder.candidates(executable: own)
    guard let found = candidates.first(where: { access($0, F_OK) == 0 }) else {
      throw Failure(
        Words.Files.noLesson(lookedIn: candidates), status: Failure.Status.noInput)
    }
    return found
  }

  /// A path with symbolic links resolved; unchanged if that fails.
  private static func withoutLinks(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// The record's path.
  var recordPath: String {
    if let path = options.progress ?? environment["TUTOR_PROGRESS"] { return path }
    let data = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (data ?? environment.home + "/.local/share") + "/tutor/progress.sqlite"
  }

  /// Performs the effects of the lab.
  var labRunner: LabRunner { LabRunner { try? digits() } }

  /// The lesson and the learner's state, without a terminal.
  func standing() throws(Failure) -> AppContext {
    let bundle = try bundle()
    let events: [LearnerEvent]
    do throws(LearnerRecordError) {
      events =
        try LearnerRecord.exists(at: recordPath) ? LearnerRecord.eventsToRead(recordPath) : []
    } catch {
      throw Failure(error)
    }
    return appContext(
      bundle, learner: Learner(events: events), size: Size(width: 80, height: 24),
      isUTF8: CursesTerminal.localeIsUTF8())
  }

  /// The same for a command that prints text.
  func printing() throws(Failure) -> AppContext {
    let context = try standing()
    return options.isPlain ? context.plain : context
  }

  /// The context of the screens.
  func appContext(_ bundle: LessonBundle, learner: Learner, size: Size, isUTF8: Bool) -> AppContext
  {
    var context = AppContext(
      bundle: bundle, learner: learner, size: size,
      charset: options.charset.resolved(isUTF8: isUTF8, terminal: environment["TERM"]),
      seed: options.seed ?? UInt64.random(in: 0...UInt64.max), recordPath: recordPath)
    context.variesSeed = options.seed == nil
    context.keyMap = keyMap
    Clock.set(&context)
    return context
  }
}

extension AppContext {
  /// Lines in the charset, each ended by a line feed, with control characters made visible.
  func printed(_ lines: [String]) -> String {
    lines.map { charset.text($0).withVisibleControls + "\n" }.joined()
  }

  /// Reports the first added deck that cannot be read.
  mutating func reportSkipped(_ problems: [ContentError]) {
    guard let problem = problems.first else { return }
    statusMessage = Words.StatusMessages.deckSkipped(Failure(problem).sentence)
  }
}
