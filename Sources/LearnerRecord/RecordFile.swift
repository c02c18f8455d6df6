import Foundation

/// The record's file and what lies beside it: who may read it, which one it is, what it may be called.
struct RecordFile: Sendable {
  let path: String

  init(_ path: String) { self.path = path }

  /// The folder that the file lies in.
  var folder: String {
    path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  }

  /// The file's own name.
  var name: String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
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

  /// Makes the folder where it is missing, for the learner alone.
  ///
  /// - Throws: `RecordError` if the system refuses.
  func prepareFolder() throws(RecordError) {
    guard access(folder, F_OK) != 0 else { return }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw .cannotOpen(path: path, reason: RecordError.reason(of: error))
    }
  }

  /// Whether the file is there.
  ///
  /// - Throws: `RecordError` if a link, a folder, a pipe or a device has the name, or the system does not tell.
  func isThere() throws(RecordError) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT { return false }
      throw .cannotOpen(path: path, reason: RecordError.reason(of: SystemError.latest))
    }
    switch status.st_mode & S_IFMT {
    case S_IFLNK: throw .isLink(path: path)
    case S_IFREG: return true
    default: throw .cannotOpen(path: path, reason: .notAFile)
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

  /// Gives a finished file the first free name such as `progress.sqlite.backup-2`.
  ///
  /// No name is ever given twice, whoever asks at the same moment.
  ///
  /// - Returns: The name.
  /// - Throws: What the system says; then the file has its former name.
  func publish(_ part: String, as kind: String) throws(SystemError) -> String {
    let target = try freeName(kind) { name throws(SystemError) in
      if link(part, name) == 0 {
        unlink(part)
        return
      }
      if errno == EEXIST { throw SystemError(number: EEXIST) }
      // Some file systems know no second names: an empty file keeps the place.
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

  /// What a damaged file is kept as: it gets a second name, and its log goes along.
  ///
  /// - Throws: What the system says; then everything is as it was.
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

  /// Tries names until one is free: the closure takes a name, and throws `EEXIST` if somebody has it.
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

  /// Puts what has been written to a file, or the names in a folder, on disk.
  ///
  /// - Throws: What the system says; file systems that cannot do so are taken at their word.
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
