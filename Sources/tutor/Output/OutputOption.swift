import ArgumentParser
import Foundation
import Words

/// The destination of a command's result: standard output, or the file that `-o` names.
struct OutputOption: ParsableArguments {
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(Words.OptionHelp.output, valueName: Words.OptionHelp.Value.file),
    completion: .file())
  var output: String?

  /// Whether the result is printed to a terminal.
  var isTerminal: Bool { (output ?? "-") == "-" && isatty(STDOUT_FILENO) != 0 }

  /// The columns of paragraphs; see ``Output/textWidth``.
  var textWidth: Int { isTerminal ? Output.textWidth : 72 }

  /// Writes text.
  ///
  /// - Throws: `Failure` if not all of it can be written.
  func write(_ text: String) throws(Failure) { try write(Data(text.utf8)) }

  /// Writes bytes.
  ///
  /// - Throws: `Failure` if not all of them can be written.
  func write(_ data: Data) throws(Failure) { try OutputFile.write(data, to: output ?? "-") }
}
