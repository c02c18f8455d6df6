import Foundation
import Practice
import TestSupport
import Testing
import Words

/// `tutor new-course` creates a complete course or nothing.
struct WholeFolderTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/tutor-\(UUID().uuidString)"
  /// Whether a disk may be mounted here.
  private static let mayMount: Bool = {
    let run = try? Shell.run("/usr/bin/unshare", ["-rm", "mount", "-t", "tmpfs", "none", "/mnt"])
    return run?.status == 0
  }()

  private func sh(_ script: String) throws -> (output: String, errors: String, status: Int32) {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return try Shell.run(
      "/usr/bin/unshare",
      (Self.mayMount ? ["-rm"] : [])
        + ["/bin/bash", "-c", "cd '\(folder)' || exit; T='\(Binary.path)'\n" + script])
  }

  private static let course =
    "deck.json deck.schema.json glossary.schema.json lesson.json "
    + "lesson.schema.json sections timeline.schema.json"

  @Test(.enabled(if: mayMount, "no disk may be mounted here"))
  func nothingIsImportedOnAFullDisk() throws {
    // The course has 60 kB: the number of free pages decides where it fails.
    let run = try sh(
      """
      mkdir m
      for size in 8k 16k 32k 48k; do
        mount -t tmpfs -o size=$size none m; mkdir m/empty
        for target in m/x m/empty m/a/b/c; do "$T" new-course $target; echo $?; done
        "$T" new-course "$PWD/m" 2>/dev/null; echo $?; find m -mindepth 1; umount m
      done
      mount -t tmpfs -o size=16k none m; "$T" new-course m; echo $?; ls -A m
      mount -o remount,size=1m m; "$T" new-course m >/dev/null; echo $?; echo $(ls -A m)
      """)
    let each = "73\n73\n73\n73\nm/empty\n"
    #expect(
      run.output == String(repeating: each, count: 4) + "73\n0\n\(Self.course)\n", "\(run.errors)")
    let full = Words.Files.courseNotWritten(
      anything, reason: LearnerRecordError.Reason.full.sentence)
    #expect(run.errors.split(separator: "\n").count { $0.shows(full) } == 13)
  }

  @Test func existingFilesStay() throws {
    let run = try sh(
      """
      mkdir -p d/.tutor-part-dead empty; touch f g; ln -s empty link; ln -s nothing dangling
      for x in f . d/.. dangling "" ; do "$T" new-course "$x"; echo $?; done
      (cd empty; "$T" new-course . >/dev/null; echo $?; "$T" new-course . ; echo $?)
      "$T" new-course link; echo $?
      "$T" new-course d >/dev/null; echo $?; echo $(ls -A d); echo $(ls -A empty)
      umask 077; "$T" new-course p/q/ >/dev/null; echo $?; stat -c %a p p/q p/q/deck.json
      """)
    let statuses = "73\n73\n73\n73\n73\n0\n73\n73\n0\n"
    #expect(
      run.output == "\(statuses)\(Self.course)\n\(Self.course)\n0\n700\n700\n600\n", "\(run.errors)"
    )
  }
}
