import Activations
import Foundation
public import LessonReader
public import Lessons

/// The courses that tests read.
public enum TestCourse {
  /// The folder of the project.
  public static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// A small course with every kind of block, figure, card and question, which stays as it is.
  public static let folder = root + "/Tests/Fixtures/course"
  /// The lesson that the program comes with.
  ///
  /// Only tests that hold for any lesson read it.
  public static let bundledFolder = root + "/Content/activation-functions"

  /// What figures may draw: everything in the catalogue.
  public static let functions = FunctionNames(
    Dictionary(
      uniqueKeysWithValues: Catalogue.all.map { activation in
        (
          activation.id,
          Dictionary(uniqueKeysWithValues: activation.parameters.map { ($0.name, $0.allowed) })
        )
      }))

  /// Reads a course folder.
  public static func reader(of folder: String) -> LessonBundleReader {
    LessonBundleReader(folder: folder, functions: functions)
  }

  /// The small course, read once.
  public static let small = Result { try reader(of: folder).bundle() }
  /// The bundled course, read once.
  public static let bundled = Result { try reader(of: bundledFolder).bundle() }
}
