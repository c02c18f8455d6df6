import CursesTerminal
import Foundation
import LessonReader
import Lessons
import TerminalUI
import TutorScreens
import Words

/// The learner's preferences: `config.json` in the tutor's folder under XDG_CONFIG_HOME.
struct PreferencesFile {
  /// The file's path, whether it exists or not.
  let path: String

  init(_ environment: Environment) {
    let folder = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    path = (folder ?? environment.home + "/.config") + "/tutor/config.json"
  }

  /// The contents.
  struct Content {
    var values = Preferences()
    var keyMap = KeyMap.usual
  }

  /// Reads the file.
  ///
  /// - Returns: Its contents; defaults if there is no file.
  /// - Throws: `Failure` with the location of an error.
  func read() throws(Failure) -> Content {
    guard access(path, F_OK) == 0 else { return Content() }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(ContentError(file: path, .unreadable))
    }
    let reader = PreferencesReader(
      PreferencesReader.Allowed(
        isKey: { Key(word: $0) != nil }, actions: ActionNames.all + ActionNames.retired,
        charsets: CharsetChoice.allCases.map(\.rawValue),
        colors: ColorMode.allCases.map(\.rawValue)))
    let values: Preferences
    do throws(ContentError) {
      values = try reader.preferences([UInt8](data), file: path)
    } catch {
      throw Failure(error)
    }
    return Content(values: values, keyMap: try keyMap(of: values))
  }

  private func keyMap(of values: Preferences) throws(Failure) -> KeyMap {
    var meanings: [Key: Key] = [:]
    var actions: [Key: String] = [:]
    for (name, meaning) in values.keys {
      guard let key = Key(word: name) else { continue }
      if let work = Key(word: meaning) { meanings[key] = work } else { actions[key] = meaning }
    }
    do throws(KeyMap.Problem) {
      return try KeyMap(meanings, actions: actions)
    } catch {
      let place = "\(path):\(values.keysPlace.line):\(values.keysPlace.column)"
      throw Failure("\(place): \(error.sentence)", status: Failure.Status.badContent)
    }
  }
}
