import Foundation
import TerminalUI
import TestCourse
import TestSupport
import Testing

/// The built program.
enum Binary {
  /// Its path, next to the test bundle.
  static let path: String = {
    let own = ProcessInfo.processInfo.arguments.first ?? ""
    var folder = URL(fileURLWithPath: own).deletingLastPathComponent()
    for _ in 0..<4 {
      let candidate = folder.appendingPathComponent("tutor").path
      if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
      folder.deleteLastPathComponent()
    }
    return Repository.root + "/.build/debug/tutor"
  }()

  /// The environment in which programs are started here: they read the small course.
  ///
  /// - Parameter changes: Variables with other values; an empty value takes a variable away.
  /// - Returns: All variables.
  static func environment(_ changes: [String: String]) -> [String: String] {
    ProcessInfo.processInfo.environment
      .merging(["TUTOR_COURSE": TestCourse.folder]) { $1 }
      .merging(changes) { $1 }
      .filter { changes[$0.key] != "" }
  }

  /// Runs the program without a terminal.
  static func run(
    _ arguments: [String], environment: [String: String] = [:], into sink: Sink = .file
  ) throws -> (output: String, errors: String, status: Int32) {
    try Shell.run(path, arguments, environment: environment, into: sink)
  }
}

/// A kind of standard output.
enum Sink: CaseIterable {
  /// A file.
  case file
  /// A device that rejects all writes, like a full disk.
  case full
  /// A closed descriptor.
  case closed
  /// A pipe without a reader.
  case brokenPipe

  /// Sets up the standard output of a program to start.
  ///
  /// - Returns: A descriptor to close once the program has started; -1 for none.
  fileprivate func prepare(_ actions: inout posix_spawn_file_actions_t, file: String) -> Int32 {
    switch self {
    case .file:
      posix_spawn_file_actions_addopen(&actions, 1, file, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    case .full: posix_spawn_file_actions_addopen(&actions, 1, "/dev/full", O_WRONLY, 0)
    case .closed: posix_spawn_file_actions_addclose(&actions, 1)
    case .brokenPipe:
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { break }
      close(ends[0])
      // No program of another test may inherit it.
      _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
      posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
      return ends[1]
    }
    return -1
  }
}

enum Shell {
  /// Runs a program to its end.
  static func run(
    _ path: String, _ arguments: [String], environment: [String: String] = [:],
    into sink: Sink = .file
  ) throws -> (output: String, errors: String, status: Int32) {
    let folder = FileManager.default.temporaryDirectory.path
    let files = ["out", "err"].map { "\(folder)/tutor-\(UUID().uuidString).\($0)" }
    defer { for file in files { try? FileManager.default.removeItem(atPath: file) } }
    let values = Binary.environment(environment)
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    var variables = values.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for word in words + variables { free(word) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    let end = sink.prepare(&actions, file: files[0])
    posix_spawn_file_actions_addopen(&actions, 2, files[1], O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    // Test threads may block signals, which programs would inherit.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var pipeSignal = sigset_t()
    sigemptyset(&pipeSignal)
    sigaddset(&pipeSignal, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &pipeSignal)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var child: pid_t = 0
    try #require(posix_spawn(&child, path, &actions, &attributes, &words, &variables) == 0)
    if end >= 0 { close(end) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    let output = sink == .file ? try String(contentsOfFile: files[0], encoding: .utf8) : ""
    let errors = try String(contentsOfFile: files[1], encoding: .utf8)
    return (output, errors, status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F)
  }
}

extension KeyNames {
  /// The names of keys without remapping, in a terminal with UTF-8.
  static let usual = KeyNames(.usual, .braille)
}

/// A real terminal for one test.
final class Tmux {
  private let socket = "tutor-test-\(UUID().uuidString)"

  /// Opens a terminal and runs a shell command in it.
  init(_ command: String, size: (Int, Int) = (80, 24)) throws {
    try tmux(
      "-f", "/dev/null", "new-session", "-d", "-x", "\(size.0)", "-y", "\(size.1)",
      "env -u NO_COLOR LANG=C.UTF-8 \(command); echo [ended with $?]; cat")
  }

  deinit { _ = try? tmux("kill-server") }

  @discardableResult
  func tmux(_ arguments: String...) throws -> String {
    try Shell.run("/usr/bin/env", ["tmux", "-L", socket] + arguments).output
  }

  /// Presses keys by tmux's names.
  func press(_ keys: String...) throws {
    for key in keys { try tmux("send-keys", key) }
  }

  /// Whether the program has enabled mouse reports.
  var reportsMouse: Bool {
    get throws { try tmux("display-message", "-p", "#{mouse_button_flag}").hasPrefix("1") }
  }

  /// Sends bytes unchanged.
  func type(_ text: String) throws {
    // In one piece, so that sequences are not split.
    let bytes = text.utf8.map { String($0, radix: 16) }
    _ = try Shell.run("/usr/bin/env", ["tmux", "-L", socket, "send-keys", "-H"] + bytes)
  }

  /// Resizes the window.
  func resize(_ width: Int, _ height: Int) throws {
    try tmux("resize-window", "-x", "\(width)", "-y", "\(height)")
  }

  /// Sends a signal to the program in the terminal.
  func signal(_ name: String) throws {
    let shell = try tmux("list-panes", "-F", "#{pane_pid}")
    let script = "kill -\(name) $(cat /proc/\(shell.filter(\.isNumber))/task/*/children)"
    _ = try Shell.run("/bin/sh", ["-c", script])
  }

  /// The contents of the screen.
  ///
  /// - Parameter withColors: Whether to keep escape sequences for colours and attributes.
  /// - Returns: Its rows, each ended by a line feed.
  /// - Throws: Errors of reading the output.
  func screen(withColors: Bool = false) throws -> String {
    withColors ? try tmux("capture-pane", "-p", "-e") : try tmux("capture-pane", "-p")
  }

  /// The colours of the palette in which letters on the screen are drawn.
  var colors: Set<Int> {
    get throws {
      let sequences = try screen(withColors: true).matches(of: /\u{1B}\[([0-9;]*)m/)
      return sequences.reduce(into: []) { colors, sequence in
        let numbers = sequence.1.split(separator: ";").compactMap { Int($0) }
        if numbers.prefix(2) == [38, 5], numbers.count == 3 { colors.insert(numbers[2]) }
        if let number = numbers.first, 30..<38 ~= number || 90..<98 ~= number {
          colors.insert(number % 10 + (number < 90 ? 0 : 8))
        }
      }
    }
  }

  /// Waits until the program has ended with a status, or with any if it is nil, and returns the screen.
  @discardableResult
  func waitForEnd(_ status: Int? = 0) throws -> String {
    try wait(for: "[ended with " + (status.map { "\($0)]" } ?? ""))
  }

  /// Waits until the screen shows a text, ignoring line breaks.
  ///
  /// - Returns: The screen.
  @discardableResult
  func wait(for text: some StringProtocol, seconds: Double = 20) throws -> String {
    let end = Date().addingTimeInterval(seconds)
    var last = ""
    while Date() < end {
      last = try screen()
      if last.shows(text) { return last }
      Thread.sleep(forTimeInterval: 0.03)
    }
    Issue.record("the screen never showed '\(text)':\n\(last)")
    return last
  }

  /// Waits until the screen shows one of two texts.
  ///
  /// - Returns: The screen.
  func wait(for text: String, or other: String, seconds: Double = 20) throws -> String {
    let end = Date().addingTimeInterval(seconds)
    while Date() < end {
      let last = try screen()
      if last.shows(text) || last.shows(other) { return last }
      Thread.sleep(forTimeInterval: 0.03)
    }
    return try wait(for: text, seconds: 0)
  }
}
