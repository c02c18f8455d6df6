public import ArgumentParser
import Crypto
import Foundation
import LearnerRecord
import Lessons
import Practice
import TerminalUI
public import TutorScreens
import Words

extension CertificateText.Format: ExpressibleByArgument {}

/// Prints the certificate once it is earned.
struct CertificateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certificate",
    abstract: Words.Commands.certificate,
    discussion: Words.Commands.certificateDiscussion)
  @Option(
    help: ArgumentHelp(Words.OptionHelp.certificateName, valueName: Words.OptionHelp.Value.name))
  var name: String = ""
  @Option(help: ArgumentHelp(Words.OptionHelp.certificateFormat))
  var format = CertificateText.Format.text
  @OptionGroup var output: OutputOption
  @OptionGroup var options: Options

  func run() throws {
    guard name.count <= 100 else {
      throw Failure(Words.Usage.longName, status: Failure.Status.usage)
    }
    let workspace = Workspace(options)
    let context = try workspace.standing()
    let certificateProgress = context.certificateProgress
    guard certificateProgress.isEarned else {
      let missing = certificateProgress.requirements(KeyNames(context.keyMap, .ascii))
        .filter { !$0.isMet }.map { "- \($0.words)\n" }
      try Output.write(
        Words.Reports.certificateMissing(percent: Int(certificateProgress.share * 100)) + "\n"
          + missing.joined())
      throw ExitCode(1)
    }
    let entries = try LearnerRecord.entriesToRead(workspace)
    let lesson = context.bundle.lesson
    let certificate = Certificate(
      name: name, learner: context.learner, certificateProgress: certificateProgress,
      lesson: (lesson.title, lesson.edition), day: context.today,
      record: (entries.count, entries.last?.time ?? 0, HexDigest.of(entries)))
    try output.write(
      CertificateText(certificate, line: certificate.line(sealedBy: HexDigest.of)).document(format))
  }
}

/// Verifies a certificate.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: Words.Commands.verify,
    discussion: Words.Commands.verifyDiscussion)
  @Argument(help: ArgumentHelp(Words.OptionHelp.certificate), completion: .file())
  var file: String
  @OptionGroup var options: Options

  /// The maximum size of a certificate.
  private static let mostBytes = 1_000_000

  func run() throws {
    let data = try InputFile.read(file, most: Self.mostBytes)
    guard data.count <= Self.mostBytes, let text = String(validating: data, as: UTF8.self) else {
      throw Failure(Words.Files.noCertificate(file), status: Failure.Status.badContent)
    }
    let certificate = try read(text)
    let comparison = try compare(certificate)
    try Output.tell(Words.Reports.certificateAgrees + "\n" + comparison)
  }

  /// Reads the machine-readable line, and checks that the text around it agrees.
  private func read(_ text: String) throws -> Certificate {
    let certificate: Certificate
    do throws(Certificate.ReadError) {
      certificate = try Certificate(in: text, sealedBy: HexDigest.of)
    } catch {
      throw Failure(sentence(error), status: 1)
    }
    let document = CertificateText(certificate, line: certificate.line(sealedBy: HexDigest.of))
    let plain = Self.plain(text)
    guard
      CertificateText.Format.allCases.contains(where: { Self.plain(document.document($0)) == plain }
      )
    else {
      throw Failure(Words.Files.wordsDiffer(file))
    }
    return certificate
  }

  /// Ignores line endings and surrounding spaces, which mail programs change.
  private static func plain(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline)
      .map { $0.reversed().drop { $0 == " " }.reversed().map(String.init).joined() }
      .filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func sentence(_ error: Certificate.ReadError) -> String {
    switch error {
    case .noLine: Words.Files.noSealedLine(file)
    case .badField(let name): Words.Files.badCertificateField(file, name)
    case .brokenSeal: Words.Files.brokenSeal(file)
    }
  }

  /// Compares the certificate with the record, if there is one.
  ///
  /// - Returns: The result as a sentence.
  private func compare(_ certificate: Certificate) throws(Failure) -> String {
    let workspace = Workspace(options)
    guard FileManager.default.fileExists(atPath: workspace.recordPath) else {
      return Words.Reports.nothingToCompare
    }
    let entries = Array(
      try LearnerRecord.entriesToRead(workspace).filter { $0.time <= certificate.until }
        .prefix(certificate.events))
    guard entries.count == certificate.events, HexDigest.of(entries) == certificate.record else {
      throw Failure(Words.Files.recordDiffers(workspace.recordPath))
    }
    return Words.Reports.recordAgrees(entries: certificate.events)
  }
}

/// Digests as hexadecimal digits.
enum HexDigest {
  /// SHA-256 of a text's UTF-8.
  static func of(_ text: String) -> String { sha256(Data(text.utf8)) }

  static func sha256(_ data: Data) -> String { hexadecimal(SHA256.hash(data: data)) }

  /// MD5, which detects damage but not manipulation.
  static func md5(_ data: Data) -> String { hexadecimal(Insecure.MD5.hash(data: data)) }

  private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  /// The digest of events in their order.
  static func of(_ entries: [RecordEntry]) -> String {
    of(entries.map { "\($0.id) \($0.time) \($0.utcOffset) \($0.fact)\n" }.joined())
  }
}
