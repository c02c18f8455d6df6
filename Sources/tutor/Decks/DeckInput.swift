import Crypto
import Foundation
import Words

/// A file to add as a deck.
struct DeckInput {
  let bytes: [UInt8]
  /// Its path with symbolic links resolved; nil for a pipe.
  let source: String?
  /// The basis of its name; nil for a pipe.
  let name: String?

  /// The maximum size, because a pipe might never end.
  private static let most = 268_435_456

  /// Reads a file, a pipe, or standard input, which is called `-`.
  ///
  /// - Throws: `Failure` if it does not exist, cannot be read or is too large.
  init(_ path: String) throws(Failure) {
    bytes = Array(try InputFile.read(path, most: Self.most))
    if bytes.count > Self.most {
      throw Failure(
        Words.Decks.tooLarge(path, megabytes: Self.most >> 20), status: Failure.Status.badContent)
    }
    var status = stat()
    let isRegular = path != "-" && stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    source = isRegular ? Self.realPath(path) : nil
    name = source
  }

  /// The digest that identifies the contents.
  var digest: String { Self.digest(of: bytes) }

  /// SHA-256 of bytes, in hexadecimal.
  static func digest(of bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { byte in
      let text = String(byte, radix: 16)
      return text.count == 1 ? "0" + text : text
    }.joined()
  }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
