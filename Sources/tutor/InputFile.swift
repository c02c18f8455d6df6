import Foundation
import Words

/// An input file named by a person: a regular file, a pipe or a device.
enum InputFile {
  /// Reads the whole file; `-` is standard input.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - most: The number of bytes after which reading stops.
  /// - Returns: Its bytes, up to one more than `most`.
  /// - Throws: `Failure` with status 66 if the file does not exist or cannot be read.
  static func read(_ path: String, most: Int = .max - 1) throws(Failure) -> Data {
    let isStandard = path == "-"
    let file = isStandard ? STDIN_FILENO : open(path, O_RDONLY | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else { throw failure(path) }
    defer { if !isStandard { close(file) } }
    var data = Data()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while data.count <= most {
      let count = get(&buffer, from: file)
      if count == 0 { break }
      if count > 0 {
        data.append(contentsOf: buffer[..<min(count, most + 1 - data.count)])
      } else if errno == EAGAIN || errno == EWOULDBLOCK {
        var request = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
        poll(&request, 1, -1)
      } else if errno != EINTR {
        throw failure(path)
      }
    }
    return data
  }

  /// The failure for the current `errno`.
  private static func failure(_ path: String) -> Failure {
    let sentence =
      switch errno {
      case ENOENT, ENOTDIR: Words.Files.noFile(path)
      case EISDIR where path == "-": Words.Files.noStandardInput
      case EISDIR: Words.Files.isNoFile(path)
      default: Words.Files.unreadable(path, reason: String(cString: strerror(errno)))
      }
    return Failure(sentence, status: Failure.Status.noInput)
  }
}

/// One read call; -1 with `errno` on an error.
private func get(_ buffer: inout [UInt8], from file: Int32) -> Int {
  read(file, &buffer, buffer.count)
}
