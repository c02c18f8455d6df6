import Foundation

/// Standard output.
enum Output {
  /// Writes text; a reader that has gone ends the program without a word.
  static func write(_ text: String) { write(Data(text.utf8)) }

  /// Writes bytes; a reader that has gone ends the program without a word.
  static func write(_ data: Data) {
    do {
      try FileHandle.standardOutput.write(contentsOf: data)
    } catch {
      Foundation.exit(0)
    }
  }
}

/// JSON as every command prints it.
enum JSONOutput {
  /// Values by their names in snake case, sorted, a line feed at the end.
  static func text(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    // Encoding plain numbers and strings cannot fail.
    return String(decoding: (try? encoder.encode(value)) ?? Data(), as: UTF8.self) + "\n"
  }
}
