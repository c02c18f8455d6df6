import Foundation
import LessonReader
import TestCourse
import TestSupport
import Testing

@testable import CourseLint

/// The courses under `Examples` are what authors copy: they must lint clean.
struct ExampleCourseTests {
  private static let folder = Repository.root + "/Examples"

  private static let courses: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    return (names ?? []).filter {
      FileManager.default.fileExists(atPath: "\(folder)/\($0)/lesson.json")
    }.sorted()
  }()

  @Test func theExamplesExist() { #expect(Self.courses.count >= 2) }

  @Test(arguments: courses) func examplesLintClean(name: String) throws {
    let reader = TestCourse.reader(of: Self.folder + "/" + name)
    #expect(try CourseLint(reader).diagnostics.map(\.message) == [])
  }
}
