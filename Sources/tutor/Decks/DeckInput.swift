import Crypto
import Foundation
import Words

/// A file that is to be added as a deck.
struct DeckInput {
  /// Its bytes.
  let bytes: [UInt8]
  /// Where it is, links followed; nil for a pipe.
  let source: String?
  /// What its name is made from; nil for a pipe.
  let name: String?

  /// More than this is no deck: it might never end.
  private static let most = 268_435_456

  /// Reads a file, a pipe, or standard input, which is called `-`.
  ///
  /// - Throws: `Failure` if it is not there, cannot be read or has no end.
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

  /// What tells contents apart.
  var digest: String { Self.digest(of: bytes) }

  /// SHA-256 of some bytes, in hexadecimal.
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
