import Foundation

/// Files that appear under their name only when they are completely on disk.
enum WholeFile {
  /// The mode and owner of the file.
  enum Rights {
    /// Only for the learner.
    case `private`
    /// According to the umask.
    case new
    /// Copied from the file that it replaces.
    case like(stat)
  }

  /// Writes a file under a name, replacing an existing file or link.
  ///
  /// While it is being written it has no name if the system supports that; otherwise it has a name that the next call
  /// removes if this one is killed.
  ///
  /// - Throws: The system's error; then an existing file is unchanged, and nothing else is left.
  static func write(_ data: Data, to path: String, as rights: Rights) throws(SystemFailure) {
    let folder = RelativePath.folder(of: path)
    Leftovers.remove(in: folder)
    #if os(Linux)
      let nameless = open(folder, namelessFile | O_WRONLY | O_CLOEXEC, mode(rights))
      if nameless >= 0 {
        defer { close(nameless) }
        try fill(nameless, data, rights)
        if try name(nameless, path) { return }
      }
    #endif
    let (file, part) = try Leftovers.make(in: folder, mode: mode(rights))
    defer { close(file) }
    do throws(SystemFailure) {
      try fill(file, data, rights)
      guard rename(part, path) == 0 else { throw .latest }
    } catch {
      unlink(part)
      throw error
    }
  }

  private static func mode(_ rights: Rights) -> mode_t {
    switch rights {
    case .private, .like: 0o600
    case .new: 0o666
    }
  }

  private static func fill(_ file: Int32, _ data: Data, _ rights: Rights) throws(SystemFailure) {
    switch rights {
    // A umask may remove permissions that the owner needs.
    case .private: guard fchmod(file, 0o600) == 0 else { throw .latest }
    case .new: break
    case .like(let old):
      var own = stat()
      guard fstat(file, &own) == 0 else { throw .latest }
      if own.st_uid != old.st_uid || own.st_gid != old.st_gid {
        guard fchown(file, old.st_uid, old.st_gid) == 0 else { throw .latest }
      }
      guard fchmod(file, old.st_mode & 0o777) == 0 else { throw .latest }
    }
    try OutputDescriptor(number: file).write(data)
    guard fsync(file) == 0 || errno == EINVAL else { throw .latest }
  }

  #if os(Linux)
    /// O_TMPFILE, a macro that Swift cannot import.
    private static var namelessFile: Int32 { 0o20_000_000 | O_DIRECTORY }

    /// Gives a nameless file its name.
    ///
    /// - Returns: Whether that is possible; some file systems do not support it.
    private static func name(_ file: Int32, _ path: String) throws(SystemFailure) -> Bool {
      let own = "/proc/self/fd/\(file)"
      if linkat(AT_FDCWD, own, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0 { return true }
      guard errno == EEXIST else { return false }
      // Only a file with a name can replace another one.
      let part = Leftovers.path(in: RelativePath.folder(of: path))
      flock(file, LOCK_EX | LOCK_NB)
      guard linkat(AT_FDCWD, own, AT_FDCWD, part, AT_SYMLINK_FOLLOW) == 0 else { return false }
      guard rename(part, path) == 0 else {
        let problem = SystemFailure.latest
        unlink(part)
        throw problem
      }
      return true
    }
  #endif
}

/// Files in the program's own folders: only for the learner, and never written through a link.
enum OwnFile {
  /// Writes a file, replacing an existing one.
  ///
  /// - Throws: `Failure` if it cannot be written; then an existing file is unchanged.
  static func write(_ data: Data, to path: String) throws(Failure) {
    do throws(SystemFailure) {
      try WholeFile.write(data, to: path, as: .private)
    } catch {
      throw Failure(writing: path, error)
    }
  }
}

/// Temporary names of incomplete files and folders.
///
/// The writing process holds a lock; an entry without a lock was left by a killed program.
enum Leftovers {
  private static let prefix = ".tutor-part-"

  /// A free name.
  static func path(in folder: String) -> String {
    "\(folder)/\(prefix)\(String(UInt64.random(in: 0 ... .max), radix: 36))"
  }

  /// Creates an empty file and locks it.
  static func make(
    in folder: String, mode: mode_t
  ) throws(SystemFailure) -> (file: Int32, path: String) {
    while true {
      let path = path(in: folder)
      let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
      guard file >= 0 else { throw .latest }
      flock(file, LOCK_EX | LOCK_NB)
      var status = stat()
      // Another process may have removed it before it was locked.
      if fstat(file, &status) == 0, status.st_nlink > 0 { return (file, path) }
      close(file)
    }
  }

  /// Creates a folder and locks it.
  static func makeFolder(
    in folder: String
  ) throws(SystemFailure) -> (file: Int32, path: String) {
    while true {
      let path = path(in: folder)
      guard mkdir(path, 0o777) == 0 else { throw .latest }
      let file = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      // Another process may have removed it before it was locked.
      if file >= 0, flock(file, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK,
        access(path, F_OK) == 0
      {
        return (file, path)
      }
      guard file >= 0 || errno == ENOENT else { throw .latest }
      close(file)
    }
  }

  /// Whether a name is a temporary one.
  static func holds(_ name: String) -> Bool { name.hasPrefix(prefix) }

  /// Removes leftovers of killed programs in a folder.
  static func remove(in folder: String) {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return }
    for name in names where holds(name) {
      let path = folder + "/" + name
      let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      guard file >= 0 else { continue }
      defer { close(file) }
      var status = stat()
      guard fstat(file, &status) == 0, status.st_uid == geteuid(),
        flock(file, LOCK_EX | LOCK_NB) == 0
      else { continue }
      try? FileManager.default.removeItem(atPath: path)
    }
  }
}
