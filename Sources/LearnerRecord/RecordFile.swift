import Foundation

/// The record's file and what lies beside it: who may read it, which one it is, what it may be called.
struct RecordFile: Sendable {
  let path: String

  init(_ path: String) { self.path = path }

  /// The folder that the file lies in.
  var folder: String {
    path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  }

  /// What tells a file from another one that has taken its name.
  struct Identity: Equatable {
    var device: UInt64
    var number: UInt64
  }

  /// Which file has the name now; nil if none has.
  var identity: Identity? {
    Self.status(of: path).map {
      Identity(device: UInt64($0.st_dev), number: UInt64($0.st_ino))
    }
  }

  /// The file's size in bytes; nil if it is missing.
  var size: Int? { Self.status(of: path).map { Int($0.st_size) } }

  /// What the system knows of a name; a link is not followed.
  static func status(of path: String) -> stat? {
    var status = stat()
    return lstat(path, &status) == 0 ? status : nil
  }

  /// Makes the folder and an empty file where they are missing, for the learner alone.
  ///
  /// - Returns: Whether the file was missing.
  /// - Throws: `RecordError` if a link has the name, or the system refuses.
  func prepare() throws(RecordError) -> Bool {
    if let status = Self.status(of: path) {
      if status.st_mode & S_IFMT == S_IFLNK { throw .isLink(path: path) }
      return false
    }
    if access(folder, F_OK) != 0 {
      do {
        try FileManager.default.createDirectory(
          atPath: folder, withIntermediateDirectories: true,
          attributes: [.posixPermissions: 0o700])
      } catch {
        throw .cannotOpen(path: path, reason: RecordError.reason(of: error))
      }
    }
    do throws(SystemError) {
      try Self.create(path)
      return true
    } catch {
      // Another tutor was quicker.
      if error.number == EEXIST { return false }
      throw .cannotOpen(path: path, reason: .system(error.reason))
    }
  }

  /// Makes an empty file that only its owner may read; nothing may have the name, not even a link.
  ///
  /// - Throws: What the system says.
  static func create(_ path: String) throws(SystemError) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .latest }
    close(file)
  }

  /// Does something while no other tutor opens or mends a record in this folder.
  ///
  /// The folder itself is locked, so nothing is left behind; where a folder cannot be locked, it goes on without.
  func locked<Result>(_ body: () throws(RecordError) -> Result) throws(RecordError) -> Result {
    let handle = open(folder, O_RDONLY | O_CLOEXEC)
    defer { if handle >= 0 { close(handle) } }
    if handle >= 0 { while flock(handle, LOCK_EX) != 0, errno == EINTR {} }
    return try body()
  }

  /// The first free name such as `progress.sqlite.damaged-2`.
  func freeName(_ kind: String) -> String {
    var number = 1
    while Self.status(of: "\(path).\(kind)-\(number)") != nil { number += 1 }
    return "\(path).\(kind)-\(number)"
  }

  /// What a damaged file is kept as: it gets a second name, and its log goes along.
  ///
  /// - Throws: What the system says; then everything is as it was.
  func setAside() throws(SystemError) -> String {
    let name = freeName("damaged")
    if link(path, name) != 0 {
      // Some file systems know no second names.
      do {
        try FileManager.default.copyItem(atPath: path, toPath: name)
      } catch {
        throw SystemError(number: EIO)
      }
    }
    if Self.status(of: path + "-wal") != nil, rename(path + "-wal", name + "-wal") != 0 {
      let error = SystemError.latest
      unlink(name)
      throw error
    }
    unlink(path + "-shm")
    return name
  }

  /// Puts what has been written to a file, and its name, on disk.
  static func sync(_ path: String) {
    for name in [path, RecordFile(path).folder] {
      let file = open(name, O_RDONLY | O_CLOEXEC)
      guard file >= 0 else { continue }
      fsync(file)
      close(file)
    }
  }
}

/// What the system says went wrong.
struct SystemError: Error, Equatable {
  /// Its number, as in errno.
  var number: Int32

  /// What went wrong just now.
  static var latest: SystemError { SystemError(number: errno) }

  /// The system's words for it.
  var reason: String { String(cString: strerror(number)) }
}
