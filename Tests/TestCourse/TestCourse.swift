import Activations
import Foundation
public import LessonReader
public import Lessons

/// The courses that tests read.
public enum TestCourse {
  /// The project's folder.
  public static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// A small, frozen course with every kind of block, figure, card and question.
  public static let folder = root + "/Tests/Fixtures/course"
  /// The bundled lesson.
  ///
  /// Only tests that hold for any lesson read it.
  public static let bundledFolder = root + "/Content/activation-functions"

  /// The functions that figures may draw: the whole catalogue.
  public static let functions = FunctionNames(
    Dictionary(
      uniqueKeysWithValues: Catalogue.all.map { activation in
        (
          activation.id,
          Dictionary(uniqueKeysWithValues: activation.parameters.map { ($0.name, $0.allowed) })
        )
      }))

  /// A reader of a course folder.
  public static func reader(of folder: String) -> LessonBundleReader {
    LessonBundleReader(folder: folder, functions: functions)
  }

  /// The small course, read once.
  public static let small = Result { try reader(of: folder).bundle() }
  /// The bundled lesson, read once.
  public static let bundled = Result { try reader(of: bundledFolder).bundle() }
}
