import Foundation
import Practice

/// The record's file and the files next to it: permissions, identity and names.
struct RecordFile: Sendable {
  let path: String

  init(_ path: String) { self.path = path }

  /// The file's folder.
  var folder: String {
    path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  }

  /// The file's name.
  var name: String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// Distinguishes a file from another one at the same path.
  struct Identity: Equatable {
    var device: UInt64
    var number: UInt64
  }

  /// The identity of the file at the path; nil if there is none.
  var identity: Identity? {
    Self.status(of: path).map {
      Identity(device: UInt64($0.st_dev), number: UInt64($0.st_ino))
    }
  }

  /// The file's size in bytes; nil if it is missing.
  var size: Int? { Self.status(of: path).map { Int($0.st_size) } }

  /// The status of a path, without following a link.
  static func status(of path: String) -> stat? {
    var status = stat()
    return lstat(path, &status) == 0 ? status : nil
  }

  /// Creates the folder if it is missing, accessible only to the learner.
  ///
  /// - Throws: `LearnerRecordError` if the system refuses.
  func prepareFolder() throws(LearnerRecordError) {
    guard access(folder, F_OK) != 0 else { return }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw .cannotOpen(path: path, reason: LearnerRecordError.reason(of: error))
    }
  }

  /// Whether the file exists.
  ///
  /// - Throws: `LearnerRecordError` if the path is a link, a folder, a pipe or a device, or cannot be examined.
  func isThere() throws(LearnerRecordError) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT { return false }
      throw .cannotOpen(path: path, reason: LearnerRecordError.reason(of: SystemError.latest))
    }
    switch status.st_mode & S_IFMT {
    case S_IFLNK: throw .isLink(path: path)
    case S_IFREG: return true
    default: throw .cannotOpen(path: path, reason: .notAFile)
    }
  }

  /// Creates an empty file that only its owner may read; the path must not exist, not even as a link.
  ///
  /// - Throws: The system's error.
  static func create(_ path: String) throws(SystemError) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .latest }
    close(file)
  }

  /// Renames a complete file to the first free name such as `progress.sqlite.backup-2`.
  ///
  /// No name is given twice, even to concurrent callers.
  ///
  /// - Returns: The path.
  /// - Throws: The system's error; then the file has its previous name.
  func publish(_ part: String, as kind: String) throws(SystemError) -> String {
    let target = try freeName(kind) { name throws(SystemError) in
      if link(part, name) == 0 {
        unlink(part)
        return
      }
      if errno == EEXIST { throw SystemError(number: EEXIST) }
      // Some file systems have no hard links: an empty file reserves the name.
      try Self.create(name)
      guard rename(part, name) == 0 else {
        let error = SystemError.latest
        unlink(name)
        throw error
      }
    }
    try Self.sync(folder)
    return target
  }

  /// Keeps a damaged file: gives it a second name, and moves its log along.
  ///
  /// - Throws: The system's error; then nothing is changed.
  func setAside() throws(SystemError) -> String {
    let name = try freeName("damaged") { name throws(SystemError) in
      guard Self.status(of: name + "-wal") == nil else { throw SystemError(number: EEXIST) }
      if link(path, name) == 0 { return }
      if errno == EEXIST { throw SystemError(number: EEXIST) }
      try Self.create(name)
      do {
        try FileManager.default.removeItem(atPath: name)
        try FileManager.default.copyItem(atPath: path, toPath: name)
      } catch {
        unlink(name)
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

  /// Tries names until one is free: the closure throws `EEXIST` if a name is taken.
  private func freeName(
    _ kind: String, _ claim: (String) throws(SystemError) -> Void
  ) throws(SystemError) -> String {
    var number = 1
    while true {
      let name = "\(path).\(kind)-\(number)"
      do {
        try claim(name)
        return name
      } catch  where error.number == EEXIST {
        number += 1
      }
    }
  }

  /// Flushes a file, or the names in a folder, to disk.
  ///
  /// - Throws: The system's error; file systems that cannot sync are trusted.
  static func sync(_ path: String) throws(SystemError) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .latest }
    defer { close(file) }
    while fsync(file) != 0 {
      switch errno {
      case EINTR: continue
      case EINVAL, ENOTSUP: return
      default: throw .latest
      }
    }
  }
}
