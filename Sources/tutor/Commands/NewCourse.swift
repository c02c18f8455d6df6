import ArgumentParser
import Foundation
import TerminalUI

/// Begins a course.
struct NewCourse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new-course", abstract: "Make a small course to begin with; it lints clean.")
  @Argument(
    help: "The folder to make; it must not exist, or be empty.", completion: .directory)
  var folder: String
  @OptionGroup var options: Options

  private static let schemas = ["lesson.schema.json", "deck.schema.json"]

  func run() throws {
    let files = FileManager.default
    let found = (try? files.contentsOfDirectory(atPath: folder)) ?? []
    guard found.isEmpty, !files.fileExists(atPath: folder) || isFolder else {
      throw Failure(
        "\(folder) exists already: name a folder that is new or empty",
        status: Failure.Status.cannotWrite)
    }
    let bundled = try Workspace(Settings()).courseFolder()
    let template = bundled + "/../new-course"
    do {
      try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for name in try files.contentsOfDirectory(atPath: template) {
        try files.copyItem(atPath: template + "/" + name, toPath: folder + "/" + name)
      }
      for name in Self.schemas {
        try files.copyItem(atPath: bundled + "/" + name, toPath: folder + "/" + name)
      }
    } catch {
      throw Failure(
        "\(folder): the course cannot be written (\(error.localizedDescription))",
        status: Failure.Status.cannotWrite)
    }
    let name = folder.withVisibleControls
    Output.write(
      """
      Made \(name). Next:
        tutor --course \(name)      reads it, and reads it anew when you save a file
        tutor lint \(name)          checks it

      """)
  }

  private var isFolder: Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: folder, isDirectory: &isDirectory)
      && isDirectory.boolValue
  }
}
