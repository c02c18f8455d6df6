import ArgumentParser
import Foundation
import TerminalUI
import Words

/// Creates a course.
struct NewCourseCommand: ParsableCommand {
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
    guard isFree else {
      throw Failure(Words.Files.isThere(folder), status: Failure.Status.cannotWrite)
    }
    let files = try files()
    do throws(SystemFailure) {
      try WholeFolder.write(files, to: folder)
    } catch {
      throw Failure(
        Words.Files.courseNotWritten(folder, reason: error.sentence),
        status: Failure.Status.cannotWrite)
    }
    try Output.tell(Words.Reports.courseMade(folder.withVisibleControls))
  }

  /// Whether the folder is missing or empty; leftovers of a killed program do not count.
  private var isFree: Bool {
    var status = stat()
    guard lstat(folder, &status) == 0 else { return !folder.isEmpty }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      return false
    }
    return names.allSatisfy(Leftovers.holds)
  }

  /// The files of a new course by path.
  private func files() throws(Failure) -> [String: Data] {
    let bundled = try Workspace.bundledFolder()
    let template = bundled + "/../new-course"
    var files: [String: Data] = [:]
    for name in FileManager.default.enumerator(atPath: template)?.compactMap({ $0 as? String })
      ?? []
    {
      var isFolder: ObjCBool = false
      let path = template + "/" + name
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        !isFolder.boolValue
      else { continue }
      files[name] = try InputFile.read(path)
    }
    guard !files.isEmpty else {
      throw Failure(Words.Files.noFolder(template), status: Failure.Status.noInput)
    }
    for name in Self.schemas { files[name] = try InputFile.read(bundled + "/" + name) }
    return files
  }
}
