import ArgumentParser
import Foundation
import TerminalUI
import Words

/// Begins a course.
struct NewCourse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new-course", abstract: Words.Commands.newCourse)
  @Argument(
    help: ArgumentHelp(Words.OptionHelp.newFolder), completion: .directory)
  var folder: String
  @OptionGroup var options: Options

  private static let schemas = ["lesson", "deck", "glossary", "timeline"].map {
    $0 + ".schema.json"
  }

  func run() throws {
    let files = FileManager.default
    let found = (try? files.contentsOfDirectory(atPath: folder)) ?? []
    guard found.isEmpty, !files.fileExists(atPath: folder) || isFolder else {
      throw Failure(Words.Files.isThere(folder), status: Failure.Status.cannotWrite)
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
        Words.Files.courseNotWritten(folder, reason: error.localizedDescription),
        status: Failure.Status.cannotWrite)
    }
    Output.write(Words.Reports.courseMade(folder.withVisibleControls) + "\n")
  }

  private var isFolder: Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: folder, isDirectory: &isDirectory)
      && isDirectory.boolValue
  }
}
