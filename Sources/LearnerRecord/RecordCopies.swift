import Foundation
import GRDB
public import Practice

/// Copies of a record next to it: one per day of study, for the latest week of them.
///
/// Copies that the learner asked for have other names and are never removed.
public struct RecordCopies: Sendable {
  private let file: RecordFile
  /// The number of days kept.
  static let days = 7
  /// The size in bytes up to which a daily copy is updated.
  private static let quick = 32 << 20

  init(_ file: RecordFile) { self.file = file }

  /// Uses the folder of a record.
  public init(ofRecord path: String) { file = RecordFile(path) }

  private var prefix: String { file.name + ".day-" }

  /// The paths of the daily copies, the latest first.
  public var daily: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: file.folder)) ?? []
    return names.filter { $0.hasPrefix(prefix) && $0.count == prefix.count + 10 }
      .sorted(by: >).map { file.folder + "/" + $0 }
  }

  /// The readable events of all daily copies; of events with the same id the latest.
  ///
  /// - Throws: `LearnerRecordError.cannotOpen` if a copy cannot be read because of a system error.
  func entries() throws(LearnerRecordError) -> [RecordEntry] {
    var ids: Set<String> = []
    var entries: [RecordEntry] = []
    for path in daily {
      // A link or a folder is not one of our copies.
      guard let status = RecordFile.status(of: path), status.st_mode & S_IFMT == S_IFREG else {
        continue
      }
      do {
        let salvage = try RecordSalvage(RecordImage(path))
        entries += salvage.entries.filter { ids.insert($0.id).inserted }
      } catch {
        throw LearnerRecordError.reading(path, failed: error)
      }
    }
    return entries.sorted()
  }

  /// Makes the copy of a day, unless it exists.
  ///
  /// A record that is damaged, empty, or has fewer events than the day's copy is not copied, so that it cannot replace
  /// a good copy.
  ///
  /// - Parameters:
  ///   - day: The date, such as `2027-01-31`.
  ///   - replacing: Whether to replace an existing copy of the day; large records are not copied again.
  /// - Throws: `LearnerRecordError.cannotWrite`, with `damaged` if the record must be repaired; then existing copies are
  ///   unchanged.
  public func keep(day: String, replacing: Bool = false) throws(LearnerRecordError) {
    guard isWanted(day, replacing) else { return }
    if let lock = try? RecordLock(.exclusive, for: file, waiting: 0) {
      removeParts(lock)
    }
    try keep(day: day, replacing: replacing, RecordLock(.shared, for: file))
  }

  /// Makes the copy of a day for a caller that has locked the folder.
  func keep(day: String, replacing: Bool, _ lock: RecordLock) throws(LearnerRecordError) {
    guard isWanted(day, replacing) else { return }
    let target = self.target(day)
    do {
      let copy = try RecordCopy(of: file, lock)
      guard copy.count > 0, copy.count >= Self.count(target) else { return }
      try copy.replace(target)
    } catch {
      throw .cannotWrite(path: target, reason: LearnerRecordError.reason(of: error))
    }
    for old in daily.dropFirst(Self.days) { unlink(old) }
  }

  private func target(_ day: String) -> String { file.folder + "/" + prefix + day }

  private func isWanted(_ day: String, _ replacing: Bool) -> Bool {
    let size = file.size ?? 0
    guard size > 0 else { return false }
    return RecordFile.status(of: target(day)) == nil || (replacing && size <= Self.quick)
  }

  /// The number of events in a copy; 0 if it cannot be read.
  private static func count(_ path: String) -> Int {
    guard let status = RecordFile.status(of: path), status.st_mode & S_IFMT == S_IFREG,
      let image = try? RecordImage(path)
    else { return 0 }
    return (try? image.read { db in try RecordDigest(db).count }) ?? 0
  }

  /// Removes partial files of programs that ended while they copied or repaired.
  ///
  /// - Parameter lock: The lock that excludes other copies.
  private func removeParts(_ lock: RecordLock) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: file.folder)) ?? []
    for name in names where name.hasPrefix(file.name + ".") && name.contains(".part-") {
      unlink(file.folder + "/" + name)
    }
  }

  /// Removes the daily copies before the record is reset.
  ///
  /// - Parameter lock: The exclusive lock, so that no copy is made meanwhile.
  func forget(_ lock: RecordLock) { for path in daily { unlink(path) } }
}
