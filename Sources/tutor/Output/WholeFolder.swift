import Foundation

/// Folders of files that appear completely or not at all.
enum WholeFolder {
  /// Writes files into a folder that is new or empty.
  ///
  /// A new folder is created under a temporary name next to its final path. An existing folder gets the files once all
  /// of them are in a folder inside it.
  ///
  /// - Parameters:
  ///   - files: Contents by their paths relative to the folder.
  ///   - path: The folder; its parents are created, too.
  /// - Throws: The system's error; then nothing is changed.
  static func write(_ files: [String: Data], to path: String) throws(SystemFailure) {
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    let isThere = access(path, F_OK) == 0
    let place = isThere ? path : RelativePath.folder(of: path)
    let made = try makeFolder(place)
    do throws(SystemFailure) {
      Leftovers.remove(in: place)
      let part = try Leftovers.makeFolder(in: place)
      defer { close(part.file) }
      do throws(SystemFailure) {
        for (name, data) in files.sorted(by: { $0.key < $1.key }) {
          try write(data, to: part.path + "/" + name)
        }
        if isThere {
          try move(Set(files.keys.map(first)), from: part.path, to: path)
        } else if rename(part.path, path) != 0 {
          throw .latest
        }
      } catch {
        try? FileManager.default.removeItem(atPath: part.path)
        throw error
      }
    } catch {
      for folder in made.reversed() { rmdir(folder) }
      throw error
    }
  }

  private static func first(_ name: String) -> String {
    name.split(separator: "/").first.map(String.init) ?? name
  }

  /// Moves a folder's contents into another one, all or none.
  private static func move(
    _ names: Set<String>, from part: String, to path: String
  ) throws(SystemFailure) {
    var moved: [String] = []
    for name in names.sorted() {
      guard rename(part + "/" + name, path + "/" + name) == 0 else {
        let problem = SystemFailure.latest
        for name in moved { try? FileManager.default.removeItem(atPath: path + "/" + name) }
        throw problem
      }
      moved.append(name)
    }
    rmdir(part)
  }

  private static func write(_ data: Data, to path: String) throws(SystemFailure) {
    _ = try makeFolder(RelativePath.folder(of: path))
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw .latest }
    defer { close(file) }
    try OutputDescriptor(number: file).write(data)
    guard fsync(file) == 0 || errno == EINVAL else { throw .latest }
  }

  /// Creates a folder and its missing parents.
  ///
  /// - Returns: The created folders, from the top.
  private static func makeFolder(_ path: String) throws(SystemFailure) -> [String] {
    guard access(path, F_OK) != 0 else { return [] }
    var made = path == "/" || path == "." ? [] : try makeFolder(RelativePath.folder(of: path))
    if mkdir(path, 0o777) == 0 {
      made.append(path)
    } else if errno != EEXIST {
      let problem = SystemFailure.latest
      for folder in made.reversed() { rmdir(folder) }
      throw problem
    }
    return made
  }
}
