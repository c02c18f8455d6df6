import Activations
import Foundation
public import LessonReader
public import Lessons
import TestSupport

/// The courses that tests read.
public enum TestCourse {
  /// A small, frozen course with every kind of block, figure, card and question.
  public static let folder = Repository.root + "/Tests/Fixtures/course"
  /// The headings of its three sections, as pages show them.
  public enum Heading {
    public static let words = "1 Words and pages"
    public static let blocks = "2 Every kind of block"
    public static let figures = "3 Every kind of figure"
  }

  /// The bundled lesson.
  ///
  /// Only tests that hold for any lesson read it.
  public static let bundledFolder = Repository.root + "/Content/activation-functions"

  /// The functions that figures may draw: the whole catalogue.
  public static let functions = FunctionNames(of: Catalogue.all)

  /// A reader of a course folder.
  public static func reader(of folder: String) -> LessonBundleReader {
    LessonBundleReader(folder: folder, functions: functions)
  }

  /// The small course, read once.
  public static let small = Result { try reader(of: folder).bundle() }
  /// The bundled lesson, read once.
  public static let bundled = Result { try reader(of: bundledFolder).bundle() }
}
