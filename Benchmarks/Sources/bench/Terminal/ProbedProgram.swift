#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A program to run on a pseudo-terminal.
struct ProgramLine {
  /// The program and its arguments.
  var words: [String]
  /// Additional environment variables.
  var environment: [String: String] = [:]
  var columns = 80
  var rows = 24

  /// The environment for `posix_spawn`.
  var environmentLines: [String] {
    var lines: [String] = []
    var next = environ
    while let entry = next.pointee {
      lines.append(String(cString: entry))
      next += 1
    }
    var set = environment
    set["TERM"] = "xterm-256color"
    set["LC_ALL"] = "C.UTF-8"
    let names = Set(set.keys).union(["COLUMNS", "LINES"])
    lines.removeAll { line in names.contains(String(line.prefix { $0 != "=" })) }
    return lines + set.map { "\($0)=\($1)" }
  }
}

/// A program on its own pseudo-terminal, measured from outside.
///
/// Nothing interprets its output, so nothing slows it down.
final class ProbedProgram {
  /// The output between a moment and the next silence.
  struct Burst {
    /// Milliseconds from the moment to the last byte; nil without output.
    var milliseconds: Double?
    /// The number of bytes.
    var bytes = 0
  }

  private let process: pid_t
  private let terminal: Int32
  private let born: Double
  private var buffer = [UInt8](repeating: 0, count: 65_536)

  /// Starts a program; nil on failure.
  init?(_ line: ProgramLine) {
    var (outer, inner): (Int32, Int32) = (-1, -1)
    var window = winsize()
    window.ws_col = UInt16(line.columns)
    window.ws_row = UInt16(line.rows)
    var letters = [CChar](repeating: 0, count: 256)
    guard openpty(&outer, &inner, &letters, nil, &window) == 0 else { return nil }
    defer { close(inner) }
    let name = String(decoding: letters.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
    _ = fcntl(outer, F_SETFD, FD_CLOEXEC)
    born = Self.now
    guard let process = Self.spawn(line, terminal: name) else {
      close(outer)
      return nil
    }
    (self.process, terminal) = (process, outer)
  }

  #if os(Linux)
    /// POSIX_SPAWN_SETSID, which the header hides.
    private static let newSession: Int16 = 0x80
  #else
    private static let newSession = Int16(POSIX_SPAWN_SETSID)
  #endif

  /// Starts a program as a session leader on a terminal.
  private static func spawn(_ line: ProgramLine, terminal: String) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    // The first terminal that a session leader opens becomes its controlling terminal.
    posix_spawnattr_setflags(&attributes, Self.newSession)
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var arguments = line.words.map { strdup($0) } + [nil]
    var environment = line.environmentLines.map { strdup($0) } + [nil]
    defer {
      for text in arguments + environment { free(text) }
    }
    var process: pid_t = 0
    let status = posix_spawnp(
      &process, line.words[0], &actions, &attributes, &arguments, &environment)
    return status == 0 ? process : nil
  }

  deinit {
    kill(process, SIGTERM)
    var status: Int32 = 0
    for _ in 0..<100 {
      _ = burst(since: Self.now, patience: 5, silence: 5)
      if waitpid(process, &status, WNOHANG) != 0 {
        close(terminal)
        return
      }
    }
    kill(process, SIGKILL)
    waitpid(process, &status, 0)
    close(terminal)
  }

  /// Milliseconds of a monotonic clock.
  private static var now: Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) * 1000 + Double(now.tv_nsec) / 1e6
  }

  /// Waits until the first screen is complete.
  ///
  /// - Parameters:
  ///   - mark: The last text of the screen; without one, the first silence ends the wait.
  ///   - patience: The milliseconds to wait for any output.
  /// - Returns: The time and the number of bytes.
  func firstScreen(endingWith mark: String? = nil, patience: Int = 5000) -> Burst {
    burst(since: born, patience: patience, silence: 60, mark: Array((mark ?? "").utf8))
  }

  /// Presses a key and waits until the screen is complete again.
  func press(_ key: String) -> Burst {
    let start = Self.now
    let bytes = Array(key.utf8)
    guard write(terminal, bytes, bytes.count) == bytes.count else { return Burst() }
    return burst(since: start, patience: 250, silence: 12)
  }

  /// Reads up to a mark and the following silence.
  private func burst(
    since start: Double, patience: Int, silence: Int, mark: [UInt8] = []
  ) -> Burst {
    var burst = Burst()
    var wait = Int32(patience)
    var text: [UInt8] = []
    var isMarked = mark.isEmpty
    while true {
      var file = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
      guard poll(&file, 1, wait) > 0 else { return burst }
      let count = read(terminal, &buffer, buffer.count)
      guard count > 0 else { return burst }
      burst.milliseconds = Self.now - start
      burst.bytes += count
      if !isMarked {
        text += buffer[..<count]
        isMarked = text.indices.contains { text[$0...].starts(with: mark) }
      }
      wait = isMarked ? Int32(silence) : wait
    }
  }

  /// Resident memory in megabytes; nil if the system does not report it.
  var megabytes: Double? { status("self", "VmRSS").map { Double($0) / 1024 } }

  /// The number of voluntary context switches; nil if the system does not report it.
  var sleeps: Int? {
    let folder = "/proc/\(process)/task"
    guard let entries = opendir(folder) else { return nil }
    defer { closedir(entries) }
    var sum = 0
    while let entry = readdir(entries) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard Int(name) != nil else { continue }
      sum += status(name, "voluntary_ctxt_switches") ?? 0
    }
    return sum
  }

  /// A number from the status of a thread, or of the process as "self".
  private func status(_ thread: String, _ field: String) -> Int? {
    let path =
      thread == "self" ? "/proc/\(process)/status" : "/proc/\(process)/task/\(thread)/status"
    return TextFile.contents(path)?.split(separator: "\n").first { $0.hasPrefix(field + ":") }
      .flatMap { line in line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first }
      .flatMap { Int($0) }
  }
}
