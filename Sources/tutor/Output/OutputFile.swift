import Foundation

/// The output file of a command, as in `-o FILE`.
enum OutputFile {
  /// Writes like the shell's `>`, but a regular file completely or not at all.
  ///
  /// - `-`, `/dev/stdout` and `/dev/fd/1` are standard output; `/dev/fd/N` is an inherited descriptor.
  /// - Devices and FIFOs are written to.
  /// - Links are followed to their target, which need not exist.
  /// - A regular file keeps its mode and owner; a new one respects the umask.
  /// - A file without write permission is refused, although its folder would permit to replace it.
  ///
  /// - Throws: `Failure` if it cannot be written; then a regular file is unchanged.
  static func write(_ data: Data, to path: String) throws(Failure) {
    let target: OutputTarget
    do throws(SystemFailure) {
      target = path == "-" ? .descriptor(STDOUT_FILENO) : try OutputTarget(path)
    } catch {
      throw Failure(writing: path, error)
    }
    if case .descriptor(STDOUT_FILENO) = target { return try Output.write(data) }
    do throws(SystemFailure) {
      try write(data, to: target)
    } catch {
      throw Failure(writing: path, error)
    }
  }

  private static func write(_ data: Data, to target: OutputTarget) throws(SystemFailure) {
    switch target {
    case .descriptor(let number): try write(data, to: OutputDescriptor(number: number))
    case .special(let path): try write(data, into: path)
    case .regular(let path, let status): try replace(path, status, with: data)
    case .new(let path): try WholeFile.write(data, to: path, as: .new)
    }
  }

  private static func write(_ data: Data, to output: OutputDescriptor) throws(SystemFailure) {
    try output.writeVisibly(data)
    try output.settle()
  }

  /// Writes to a device or a FIFO, and waits for a reader of the FIFO as the shell does.
  private static func write(_ data: Data, into path: String) throws(SystemFailure) {
    let file = open(path, O_WRONLY | O_TRUNC | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else { throw .latest }
    defer { close(file) }
    try write(data, to: OutputDescriptor(number: file))
  }

  /// Replaces the contents of a regular file.
  ///
  /// It is replaced by a new file, so that it is never half-written. It is written in place if more than the contents
  /// would be lost: it has hard links, belongs to another user, is a mount point, or its folder cannot be written.
  private static func replace(
    _ path: String, _ status: stat, with data: Data
  ) throws(SystemFailure) {
    guard faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) == 0 else { throw .latest }
    guard status.st_nlink == 1 else { return try overwrite(path, with: data) }
    do throws(SystemFailure) {
      try WholeFile.write(data, to: path, as: .like(status))
    } catch {
      guard [EPERM, EACCES, EROFS, EBUSY, EXDEV, ENOENT].contains(error.number) else { throw error }
      try overwrite(path, with: data)
    }
  }

  /// Writes in place after the system has reserved the space.
  private static func overwrite(_ path: String, with data: Data) throws(SystemFailure) {
    let file = open(path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { throw .latest }
    defer { close(file) }
    #if os(Linux)
      var before = stat()
      guard fstat(file, &before) == 0 else { throw .latest }
      let problem = data.isEmpty ? 0 : posix_fallocate(file, 0, off_t(data.count))
      if [ENOSPC, EDQUOT, EFBIG].contains(problem) {
        ftruncate(file, before.st_size)
        throw SystemFailure(number: problem)
      }
    #endif
    try OutputDescriptor(number: file).write(data)
    // Files that are not on a disk can be neither truncated nor synced.
    let isCut = ftruncate(file, off_t(data.count)) == 0 || errno == EINVAL
    guard isCut, fsync(file) == 0 || errno == EINVAL else { throw .latest }
  }
}

/// The target of an output path.
enum OutputTarget {
  /// A descriptor that this program inherited.
  case descriptor(Int32)
  /// A device, a FIFO or a socket, or a descriptor of another process.
  case special(String)
  /// A regular file whose path is not a link.
  case regular(String, stat)
  /// A file that does not exist yet.
  case new(String)

  /// The maximum number of links to follow.
  private static let mostLinks = 40

  /// Follows links to their target.
  ///
  /// - Throws: `EISDIR` for a folder, `ELOOP` for circular links, or the system's error.
  init(_ path: String) throws(SystemFailure) {
    var path = path
    for _ in 0..<Self.mostLinks {
      if let target = try Self.openDescriptor(path) {
        self = target
        return
      }
      var status = stat()
      guard lstat(path, &status) == 0 else {
        guard errno == ENOENT, !path.isEmpty, !path.hasSuffix("/") else { throw .latest }
        self = .new(path)
        return
      }
      switch status.st_mode & S_IFMT {
      case S_IFLNK: path = try Self.destination(of: path)
      case S_IFREG:
        self = .regular(path, status)
        return
      case S_IFDIR: throw SystemFailure(number: EISDIR)
      default:
        self = .special(path)
        return
      }
    }
    throw SystemFailure(number: ELOOP)
  }

  /// The target of a path such as `/dev/fd/3` or `/proc/123/fd/3`; nil for other paths.
  private static func openDescriptor(_ path: String) throws(SystemFailure) -> OutputTarget? {
    let name = path.split(separator: "/").last ?? ""
    guard !path.hasSuffix("/"), let number = Int32(name), number >= 0,
      let folder = realpath(RelativePath.folder(of: path), nil)
    else { return nil }
    defer { free(folder) }
    let real = String(cString: folder)
    guard real == "/dev/fd" || real.wholeMatch(of: /\/proc\/\d+(\/task\/\d+)?\/fd/) != nil else {
      return nil
    }
    let isOwn = real.split(separator: "/").contains(Substring(String(getpid())))
    guard real == "/dev/fd" || isOwn else { return .special(path) }
    // Descriptors that the program has opened itself, such as the record's, are close-on-exec.
    let flags = fcntl(number, F_GETFD)
    guard flags >= 0, flags & FD_CLOEXEC == 0 else { throw SystemFailure(number: EBADF) }
    return .descriptor(number)
  }

  /// The target of a link, as a path relative to the current folder.
  private static func destination(of link: String) throws(SystemFailure) -> String {
    var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(link, &bytes, bytes.count)
    guard count >= 0 else { throw .latest }
    guard count < bytes.count else { throw SystemFailure(number: ENAMETOOLONG) }
    let target = String(decoding: bytes[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    return target.hasPrefix("/") ? target : RelativePath.folder(of: link) + "/" + target
  }
}
