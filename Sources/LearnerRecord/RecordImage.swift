import Foundation
import GRDB
import GRDBSQLite
import Practice

/// A record's file in memory with its log applied: reads without modifying, locking or copying files.
///
/// Damaged records, copies and foreign records are read this way.
final class RecordImage {
  /// The path it was read from.
  let path: String
  /// The database in the form without a log.
  private let memory: UnsafeMutableRawBufferPointer

  /// Reads a file.
  ///
  /// - Throws: `LearnerRecordError.cannotOpen` if it is not a regular file or cannot be read completely.
  init(_ path: String) throws(LearnerRecordError) {
    self.path = path
    let (base, log) = try Self.read(path)
    let frames = WriteAheadLog(log)
    let size = frames.flatMap { frames in frames.pageCount.map { $0 * frames.pageSize } }
    // A log of a damaged file may claim more pages than possible.
    let most = base.count + log.count
    memory = .allocate(byteCount: min(size ?? base.count, most), alignment: 16)
    memory.initializeMemory(as: UInt8.self, repeating: 0)
    memory.copyBytes(from: base.prefix(memory.count))
    if let frames {
      for (number, place) in frames.pages where number * frames.pageSize <= memory.count {
        let target = UnsafeMutableRawBufferPointer(
          rebasing: memory[(number - 1) * frames.pageSize..<number * frames.pageSize])
        target.copyBytes(from: log[place..<place + frames.pageSize])
      }
    }
    // The header's version numbers for write-ahead logging.
    for place in [18, 19] where memory.count > place && memory[place] == 2 { memory[place] = 1 }
  }

  deinit { memory.deallocate() }

  /// Reads from the database, which is read-only.
  ///
  /// - Throws: An error of SQLite, with `SQLITE_INTERRUPT` for a file that takes too many steps.
  func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
    let queue = try DatabaseQueue(configuration: RecordDatabase.configuration())
    defer { queue.retire() }
    let limit = StepLimit(bytes: memory.count)
    return try queue.inDatabase { db in
      let connection = db.sqliteConnection
      let code = sqlite3_deserialize(
        connection, "main", memory.baseAddress?.assumingMemoryBound(to: UInt8.self),
        Int64(memory.count), Int64(memory.count), UInt32(SQLITE_DESERIALIZE_READONLY))
      guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
      sqlite3_progress_handler(
        connection, StepLimit.stride, StepLimit.count, Unmanaged.passUnretained(limit).toOpaque())
      defer { sqlite3_progress_handler(connection, 0, nil, nil) }
      return try body(db)
    }
  }
}

/// Limits the number of steps of SQLite's virtual machine for one file.
private final class StepLimit {
  static let stride: Int32 = 10_000
  private var left: Int

  /// A row of a hundred bytes takes about thirty steps, and is read three times.
  init(bytes: Int) { left = 100 + bytes / Int(Self.stride) * 8 }

  static let count: @convention(c) (UnsafeMutableRawPointer?) -> Int32 = { limit in
    guard let limit else { return 1 }
    let own = Unmanaged<StepLimit>.fromOpaque(limit).takeUnretainedValue()
    own.left -= 1
    return own.left < 0 ? 1 : 0
  }
}

extension RecordImage {
  /// The number of attempts to read a file that others write meanwhile.
  private static let patience = 20

  /// Reads a consistent pair of file and log.
  ///
  /// A checkpoint changes the file while it is read, but the log still contains those pages unless it was restarted,
  /// which its header shows.
  private static func read(_ path: String) throws(LearnerRecordError) -> ([UInt8], [UInt8]) {
    for _ in 0..<patience {
      let before = try FileBytes.read(path + "-wal", orNone: true, first: 32)
      let timestamp = FileBytes.timestamp(of: path)
      let base = try FileBytes.read(path, orNone: false)
      let log = try FileBytes.read(path + "-wal", orNone: true)
      let isSame =
        log.prefix(32) == before[...]
        && (!log.isEmpty || timestamp == FileBytes.timestamp(of: path))
      if isSame { return (base, log) }
    }
    throw .busy(path: path)
  }
}

/// Reads whole files as bytes.
enum FileBytes {
  /// The modification time, which changes with every write.
  static func timestamp(of path: String) -> [Int] {
    var status = stat()
    guard stat(path, &status) == 0 else { return [] }
    #if os(Linux)
      let time = status.st_mtim
    #else
      let time = status.st_mtimespec
    #endif
    return [Int(status.st_size), Int(time.tv_sec), Int(time.tv_nsec)]
  }

  /// Reads a regular file.
  ///
  /// - Parameters:
  ///   - path: The file; links are followed.
  ///   - orNone: Whether a missing file counts as empty.
  ///   - first: The maximum number of bytes.
  /// - Returns: Its bytes.
  /// - Throws: `LearnerRecordError.cannotOpen` if it is not a regular file, or cannot be read completely.
  static func read(
    _ path: String, orNone: Bool, first: Int = .max
  ) throws(LearnerRecordError) -> [UInt8] {
    // A pipe without a writer would block.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard file >= 0 else {
      if orNone, errno == ENOENT { return [] }
      throw .cannotOpen(path: path, reason: LearnerRecordError.reason(of: SystemError.latest))
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .cannotOpen(path: path, reason: .notAFile)
    }
    let size = min(Int(status.st_size), first)
    var count = 0
    var problem: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
      while count < size, problem == nil {
        guard let start = buffer.baseAddress else { break }
        let part = pread(file, start + count, size - count, off_t(count))
        if part > 0 {
          count += part
        } else if part == 0 {
          break
        } else if errno != EINTR {
          problem = .latest
        }
      }
      initialized = count
    }
    if let problem { throw .cannotOpen(path: path, reason: LearnerRecordError.reason(of: problem)) }
    // A short read is a failure, unless the file has just become shorter.
    guard count == size || fstat(file, &status) == 0 && Int(status.st_size) <= count else {
      throw .cannotOpen(path: path, reason: .unreadable)
    }
    return bytes
  }
}
