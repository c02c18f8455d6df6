import Foundation
import LearnerRecord
import Practice
import TestCourse
import TestSupport
import Testing
import Words

/// The effects of `-o FILE` on an existing path.
///
/// Devices are copies in the test's own folder.
struct OutputFileTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/tutor-\(UUID().uuidString)"
  private static let isRoot = geteuid() == 0
  /// Whether a disk may be mounted here.
  private static let mayMount: Bool = {
    let run = try? Shell.run("/usr/bin/unshare", ["-rm", "mount", "-t", "tmpfs", "none", "/mnt"])
    return run?.status == 0
  }()

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  /// Runs a shell command in the folder; `tutor` is the program, and `plot` prints a small file.
  private func sh(_ script: String) throws -> (output: String, errors: String, status: Int32) {
    let functions = """
      cd '\(folder)' || exit
      tutor() { '\(Binary.path)' "$@" --progress '\(folder)/progress.sqlite'; }
      plot() { tutor plot relu --at 1 "$@"; }
      """
    return try Shell.run("/bin/bash", ["-c", functions + "\n" + script])
  }

  private func expect(
    _ script: String, _ output: String, status: Int32 = 0, _ errors: String = ""
  ) throws {
    let run = try sh(script)
    #expect(run.output == output, "\(script)")
    #expect(run.status == status, "\(script): \(run.errors)")
    #expect(run.errors.shows(errors) && run.errors.isEmpty == errors.isEmpty, "\(run.errors)")
    let left = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasPrefix(".") }
    #expect(left.isEmpty, "\(script) leaves \(left)")
  }

  private func cannotWrite(_ path: String, _ reason: String = anything) -> String {
    "tutor: " + Words.Failures.cannotWrite(path: path, reason: reason)
  }

  private static let csv = "x,function,value,derivative\n1,relu,1,1\n"

  @Test func everyWritingCommandHasAnOutputOption() throws {
    let run = try sh(
      """
      tutor plot relu -o plot && tutor render home -o render && tutor lint -o lint &&
      tutor export -o deck && tutor export --format apkg -o apkg && tutor export --format json -o json &&
      tutor lab race relu --epochs 1 --hidden 2 -o race && tutor progress exam 2999-01-01 >/dev/null &&
      tutor progress -o progress && tutor progress --json -o numbers && tutor progress export -o record
      """)
    #expect(run.status == 0 && run.output.isEmpty && run.errors.isEmpty, "\(run.errors)")
    for name in ["plot", "render", "lint", "deck", "apkg", "json", "race", "progress", "numbers"] {
      #expect(
        (FileManager.default.contents(atPath: folder + "/" + name)?.count ?? 0) > 10, "\(name)")
    }
    try expect("tail -c +10 record | grep -c 'exam'", "1\n")
  }

  @Test func aCertificateIsWrittenToAFile() throws {
    try RecordBuilder.earned().write(to: folder + "/progress.sqlite")
    try expect("tutor certificate --format svg -o c.svg; tail -c 7 c.svg", "</svg>\n")
    try expect("tutor verify c.svg >/dev/null", "")
  }

  @Test func outputGoesToStandardOutputForADashAndToOpenDescriptors() throws {
    for name in ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "/dev/../dev/stdout"] {
      try expect("plot -o \(name) | cat", Self.csv)
      // The existing contents stay.
      try expect(
        "rm -f f; { echo head; plot -o \(name); echo tail; } >f; cat f", "head\n\(Self.csv)tail\n")
    }
    try expect("test -e ./-", "", status: 1)
    try expect(
      "plot -o >(sleep 0.1; tr a-z A-Z >up); until [ -s up ]; do :; done; sleep 0.1; cat up",
      Self.csv.uppercased())
    try expect("plot -o /dev/fd/5 5>five; cat five", Self.csv)
    try expect("plot -o /dev/stderr 2>err; cat err", Self.csv)
    try expect(
      "ln -s /dev/stdout link; plot -o link | cat; readlink link", Self.csv + "/dev/stdout\n")
  }

  /// The program's own descriptors, such as the record's, cannot be used for output.
  @Test func internalDescriptorsAreRefused() throws {
    try expect("tutor progress exam 2999-01-01 >/dev/null", "")
    for number in 3...12 {
      let run = try sh(
        "for n in {3..12}; do eval \"exec $n>&-\"; done; tutor progress export -o /dev/fd/\(number)"
      )
      #expect(run.status == 73 && run.errors.hasPrefix("tutor: /dev/fd/\(number): "))
    }
    let events = try LearnerRecord(path: folder + "/progress.sqlite").newEvents()
    #expect(events.map(\.fact.kind) == ["exam"])
  }

  @Test func existingFilesKeepTheirModeAndNewOnesFollowTheUmask() throws {
    for mode in ["600", "640", "644", "666", "755"] {
      try expect(
        "echo old >f; chmod \(mode) f; plot -o f; stat -c %a f; cat f", "\(mode)\n\(Self.csv)")
    }
    for (mask, mode) in [("022", "644"), ("077", "600"), ("002", "664"), ("000", "666")] {
      try expect("umask \(mask); rm -f new; plot -o new; stat -c %a new", "\(mode)\n")
    }
    try expect("cd /; plot -o \(folder)/new; cd - >/dev/null; cat new", Self.csv)
    try expect("n=$(printf %0255d 0); plot -o $n; cat $n; rm $n", Self.csv)
  }

  @Test func symbolicLinksAreFollowedAndKept() throws {
    try expect(
      "echo old >real; ln -s real a; ln -s a b; mkdir d; ln -s ../b d/c; plot -o d/c; cat real",
      Self.csv)
    try expect("readlink a b d/c", "real\na\n../b\n")
    try expect(
      "ln -s d/nothing dangling; plot -o dangling; readlink dangling; cat d/nothing",
      "d/nothing\n\(Self.csv)")
    try expect(
      "ln -s no/folder lost; plot -o lost", "", status: 73, cannotWrite("lost"))
    try expect(
      "ln -s x y; ln -s y x; plot -o x", "", status: 73, cannotWrite("x"))
  }

  @Test func aFileWithOtherNamesIsWrittenInPlace() throws {
    try expect(
      "printf %0500d 1 >one; ln one two; plot -o two; cat one; stat -c %h one", Self.csv + "2\n")
  }

  @Test func foldersAreRefused() throws {
    for name in [".", "..", "/", "d", "d/", "link"] {
      try expect(
        "mkdir -p d; ln -sfn d link; plot -o \(name)", "", status: 73,
        "tutor: " + Words.Files.isFolder(name))
    }
    try expect("plot -o ''", "", status: 73, "tutor: ")
    try expect("plot -o none/x", "", status: 73, cannotWrite("none/x"))
    try expect("touch f; plot -o f/x", "", status: 73, cannotWrite("f/x"))
  }

  @Test func aFIFOIsWrittenToAndKept() throws {
    try expect("mkfifo f; cat f & plot -o f; wait; test -p f", Self.csv)
    try expect("(exec 3<f) & plot -o f; wait; test -p f", "")
  }

  @Test(.enabled(if: isRoot, "only root makes devices"))
  func devicesAreWrittenToAndKept() throws {
    try expect("mknod null c 1 3; plot -o null; test -c null", "")
    try expect(
      "mknod full c 1 7; plot -o full; test -c full", "",
      cannotWrite("full", LearnerRecordError.Reason.full.sentence))
    try expect(
      "plot -o full", "", status: 73, cannotWrite("full", LearnerRecordError.Reason.full.sentence))
    try expect("ln -s null link; plot -o link; test -c null && test -h link", "")
  }

  private func expect(_ script: String, _ output: String, _ errors: String) throws {
    try expect(script, output, status: 0, errors)
  }

  @Test(.enabled(if: isRoot, "somebody else's files need root"))
  func aReadOnlyOutputFileIsRefused() throws {
    // Like the shell's >: the mode forbids it, although the folder would permit to replace it.
    let user = "setpriv --reuid 65534 --regid 65534 --clear-groups"
    try expect(
      "chmod 777 .; echo old >f; chown 65534:65534 f; chmod 444 f; \(user) '\(Binary.path)' plot relu -o f; cat f",
      "old\n", cannotWrite("f"))
    // A file of another user that anybody may write keeps its owner; so does one in a read-only folder.
    try expect(
      "echo old >g; chmod 666 g; \(user) '\(Binary.path)' plot relu --at 1 -o g; cat g; stat -c %u g",
      Self.csv + "0\n")
    try expect(
      "mkdir c; echo old >c/g; chmod 666 c/g; chmod 755 c; \(user) '\(Binary.path)' plot relu --at 1 -o c/g; cat c/g",
      Self.csv)
    try expect(
      "chown 65534:65534 g; chmod 640 g; plot -o g; stat -c '%u %g %a' g", "65534 65534 640\n")
  }

  @Test(.enabled(if: mayMount, "no disk may be mounted here"))
  func aFullDiskKeepsTheOldOutputFile() throws {
    let script = """
      cd '\(folder)' && mkdir -p m && mount -t tmpfs -o size=32k none m && echo old >m/old && echo old >m/one
      ln m/one m/two; cp m/old m/mounted; mount --bind m/mounted m/mounted
      for name in old new two mounted; do
        '\(Binary.path)' export --course '\(TestCourse.bundledFolder)' -o m/$name; echo $?
      done
      cd m; cat old one two mounted; ls -A; '\(Binary.path)' plot relu --at 1 -o mounted; tail -1 mounted
      """
    let run = try Shell.run("/usr/bin/unshare", ["-rm", "/bin/sh", "-c", script])
    #expect(
      run.output
        == "73\n73\n73\n73\nold\nold\nold\nold\nmounted\nold\none\ntwo\n1,relu,1,1\n",
      "\(run.errors)")
    let full = cannotWrite(anything, LearnerRecordError.Reason.full.sentence)
    #expect(run.errors.split(separator: "\n").count { $0.shows(full) } == 4)
  }

  /// Leftovers of a killed program are removed; files being written by another one are kept.
  @Test func temporaryFilesOfKilledProgramsAreRemoved() throws {
    let run = try sh(
      """
      touch .tutor-part-dead .tutor-part-alive .other; mkdir .tutor-part-folder; touch .tutor-part-folder/x
      exec 9<.tutor-part-alive; flock 9; plot -o f; cat f; ls -A
      """)
    #expect(run.output == Self.csv + ".other\n.tutor-part-alive\nf\n")
  }
}
