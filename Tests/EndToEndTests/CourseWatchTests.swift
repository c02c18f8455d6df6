#if os(Linux)
  import Foundation
  import Testing

  @testable import tutor

  /// The changes of a course's files that a watch detects.
  ///
  /// Linux queues an event before a call returns, so nothing waits here.
  struct CourseWatchTests {
    /// A folder with a course, removed with the value.
    private final class WatchedCourse {
      let root = FileManager.default.temporaryDirectory.path + "/watch-\(UUID().uuidString)"
      var course: String { root + "/home/course" }

      init() throws {
        try make("home/course/sections")
        try make("home/course/chapters/one")
        try write(Self.files.map { "home/course/" + $0 })
      }

      deinit { try? FileManager.default.removeItem(atPath: root) }

      static let files = [
        "lesson.json", "deck.json", "glossary.json", "timeline.json", "mindmap.md",
        "sections/01.md", "chapters/one/02.md", "03.md",
      ]

      func make(_ path: String) throws {
        try FileManager.default.createDirectory(
          atPath: root + "/" + path, withIntermediateDirectories: true)
      }
      /// Writes files in a separate process: a file opened here would stay open in programs that other tests start at
      /// that moment, and Linux reports it only when all have closed it.
      func write(_ paths: [String]) throws {
        let script = "cd \"$1\" && shift && for file; do echo text > \"$file\"; done"
        try #require(Shell.run("/bin/sh", ["-c", script, "sh", root] + paths).status == 0)
      }
      func write(_ path: String) throws { try write([path]) }
      func move(_ old: String, _ new: String) throws {
        guard rename(root + "/" + old, root + "/" + new) == 0 else { throw POSIXError(.EIO) }
      }
      func copy(_ old: String, _ new: String) throws {
        try FileManager.default.copyItem(atPath: root + "/" + old, toPath: root + "/" + new)
      }
      func remove(_ path: String) throws {
        try FileManager.default.removeItem(atPath: root + "/" + path)
      }
      func link(_ path: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
          atPath: root + "/" + path, withDestinationPath: target)
      }
      func watch(_ folder: String? = nil) -> CourseWatch {
        CourseWatch(folder: folder ?? course) { Self.files }
      }
    }

    /// Whether the program would be woken.
    private func wakes(_ watch: CourseWatch) -> Bool {
      var files = [pollfd(fd: watch.file, events: Int16(POLLIN), revents: 0)]
      return poll(&files, 1, 0) > 0
    }

    /// Checks that saving any file is detected, in place or by renaming.
    private func expectAllDetected(
      _ watch: CourseWatch, _ place: WatchedCourse, in folder: String = "home/course",
      _ location: SourceLocation = #_sourceLocation
    ) throws {
      for file in WatchedCourse.files {
        try place.write("\(folder)/\(file)")
        #expect(watch.hasChanged(), "\(file) in place", sourceLocation: location)
        try place.write("\(folder)/\(file).new")
        try place.move("\(folder)/\(file).new", "\(folder)/\(file)")
        #expect(watch.hasChanged(), "\(file) by renaming", sourceLocation: location)
      }
      #expect(!watch.hasChanged(), sourceLocation: location)
    }

    @Test func everyFileOfACourseIsWatched() throws {
      let place = try WatchedCourse()
      try expectAllDetected(place.watch(), place)
    }

    @Test(arguments: ["sections", "chapters", "chapters/one", ""])
    func aReplacedFolderIsWatchedAgain(folder: String) throws {
      let place = try WatchedCourse()
      let watch = place.watch()
      let path = folder.isEmpty ? "home/course" : "home/course/" + folder
      for round in 0..<2 {
        try place.move(path, "old-\(round)")
        #expect(watch.hasChanged())
        try place.copy("old-\(round)", path)
        #expect(watch.hasChanged())
        try expectAllDetected(watch, place)
      }
      // All at once, like a checkout.
      try place.remove(path)
      try place.copy("old-0", path)
      #expect(watch.hasChanged())
      try expectAllDetected(watch, place)
    }

    @Test func parentFoldersMayBeRemovedAndRestored() throws {
      let place = try WatchedCourse()
      let watch = place.watch()
      try place.move("home", "away")
      #expect(watch.hasChanged())
      try place.write("away/course/deck.json")
      #expect(!watch.hasChanged())
      try place.move("away", "home")
      #expect(watch.hasChanged())
      try expectAllDetected(watch, place)
    }

    @Test func changedLinkTargetsAreDetected() throws {
      let place = try WatchedCourse()
      try place.copy("home", "other")
      try place.link("link", to: "home/course")
      let watch = place.watch(place.root + "/link")
      try expectAllDetected(watch, place)
      // By renaming, and by removing and creating again.
      try place.link("next", to: place.root + "/other/course")
      try place.move("next", "link")
      #expect(watch.hasChanged())
      try expectAllDetected(watch, place, in: "other/course")
      try place.remove("link")
      #expect(watch.hasChanged())
      try place.link("link", to: "home/course")
      #expect(watch.hasChanged())
      try expectAllDetected(watch, place)
    }

    @Test func aSectionMayBeASymbolicLinkWithinTheCourse() throws {
      let place = try WatchedCourse()
      try place.make("home/course/real")
      try place.move("home/course/03.md", "home/course/real/text.md")
      try place.link("home/course/03.md", to: "real/text.md")
      let watch = place.watch()
      try place.write("home/course/real/text.md")
      #expect(watch.hasChanged())
    }

    @Test func relativePathsAreWatched() throws {
      let place = try WatchedCourse()
      let up = String(
        repeating: "../",
        count: FileManager.default.currentDirectoryPath.split(separator: "/").count)
      try expectAllDetected(place.watch(up + place.course.dropFirst() + "/"), place)
    }

    @Test func unrelatedFilesAreIgnored() throws {
      let place = try WatchedCourse()
      let watch = place.watch()
      try place.write("home/course/sections/.01.md.swp")
      try place.write("home/course/README")
      #expect(!watch.hasChanged())
      // Unrelated files next to and above the course do not even wake the program.
      try place.write("home/file")
      try place.make("home/folder")
      try place.remove("home/folder")
      try place.write("file")
      #expect(!wakes(watch))
      // Neither do files that were watched only for a while.
      try place.move("home/course", "home/gone")
      try place.move("home/gone", "home/course")
      #expect(watch.hasChanged())
      _ = watch.hasChanged()
      try place.write("home/file")
      try place.make("home/folder")
      #expect(!wakes(watch))
    }
  }

  struct ReloadDelayTests {
    @Test func aBurstOfChangesIsReportedOnce() {
      var delay = ReloadDelay()
      #expect(delay.timeout(orAfter: nil, at: 0) == nil && delay.timeout(orAfter: 20, at: 0) == 20)
      var reads = 0
      for time in stride(from: 0.0, through: 200, by: 10) {
        if time <= 100 { delay.begin(at: time) }
        if delay.isOver(at: time) { reads += 1 }
      }
      #expect(reads == 1)
      #expect(delay.timeout(orAfter: nil, at: 200) == nil)
    }

    @Test func continuousChangesAreReportedHalfASecondAfterTheFirst() {
      var delay = ReloadDelay()
      var times: [Double] = []
      for time in stride(from: 0.0, to: 1200, by: 10) {
        delay.begin(at: time)
        #expect(delay.timeout(orAfter: nil, at: time).map { $0 <= 60 } == true)
        if delay.isOver(at: time) { times.append(time) }
      }
      #expect(times == [500, 1010])
    }
  }
#endif
