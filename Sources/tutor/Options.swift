public import ArgumentParser
public import CursesTerminal
import Figures
import Foundation
import LessonReader
import TerminalUI
import TutorScreens
import Words

/// Options of every command.
struct Options: ParsableArguments {
  @Option(
    help: ArgumentHelp(Words.OptionHelp.course, valueName: Words.OptionHelp.Value.folder),
    completion: .directory)
  var course: String?

  @Option(
    help: ArgumentHelp(Words.OptionHelp.progress, valueName: Words.OptionHelp.Value.file),
    completion: .file())
  var progress: String?

  @Option(help: ArgumentHelp(Words.OptionHelp.charset))
  var charset: CharsetChoice = .auto

  @Option(help: ArgumentHelp(Words.OptionHelp.color))
  var color: ColorMode = .auto

  @Flag(help: ArgumentHelp(Words.OptionHelp.plain))
  var plain = false

  @Option(help: ArgumentHelp(Words.OptionHelp.seed, valueName: "n"))
  var seed: UInt64?
}

extension Options {
  /// The options as a value.
  var settings: Settings {
    Settings(
      course: course, progress: progress, charset: charset, color: color, seed: seed,
      isPlain: plain)
  }
}

/// The settings of every command.
struct Settings: Sendable {
  /// The folder of another course.
  var course: String?
  /// The file of another record.
  var progress: String?
  /// The charset.
  var charset = CharsetChoice.auto
  /// The colour mode.
  var color = ColorMode.auto
  /// The seed of everything random.
  var seed: UInt64?
  /// Whether to use plain text.
  var isPlain = false
}

extension Settings {
  /// The settings, completed by a learner's preferences.
  func completed(by preferences: Preferences) -> Settings {
    var settings = self
    if charset == .auto {
      settings.charset = preferences.charset.flatMap(CharsetChoice.init(rawValue:)) ?? .auto
    }
    if color == .auto {
      settings.color = preferences.color.flatMap(ColorMode.init(rawValue:)) ?? .auto
    }
    settings.isPlain = isPlain || preferences.isPlain ?? false
    return settings
  }
}

extension Settings {
  /// The settings, completed by the environment: `ACCESSIBLE` asks for plain text, as other programs have it.
  func completed(by environment: Environment) -> Settings {
    var settings = self
    let asked = environment["ACCESSIBLE"] ?? ""
    settings.isPlain = isPlain || !["", "0", "no", "false"].contains(asked.lowercased())
    return settings
  }
}

/// A charset, or the best that the terminal supports.
enum CharsetChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, ascii, blocks, braille

  /// The charset to use.
  ///
  /// - Parameters:
  ///   - isUTF8: Whether the locale's encoding is UTF-8.
  ///   - terminal: The terminal's type. The Linux console's fonts contain neither Braille nor quadrants.
  /// - Returns: The given charset, or the best that the locale supports.
  func resolved(isUTF8: Bool, terminal: String?) -> Charset {
    Charset(rawValue: rawValue) ?? (isUTF8 && terminal != "linux" ? .braille : .ascii)
  }
}

extension ColorMode: ExpressibleByArgument {}

/// Columns and rows as typed: `80x24`.
struct SizeArgument: ExpressibleByArgument {
  private let text: String

  init(argument: String) { text = argument }

  /// Parses the size.
  ///
  /// - Parameter least: The smallest allowed size.
  /// - Returns: Columns and rows.
  /// - Throws: `Failure` for anything but two numbers within bounds.
  func size(least: Size = Size(width: 1, height: 1)) throws(Failure) -> Size {
    let parts = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let width = parts[0], let height = parts[1],
      (least.width...1000).contains(width), (least.height...1000).contains(height)
    else {
      throw Failure(
        Words.Usage.badSize(text, width: least.width, height: least.height),
        status: Failure.Status.usage)
    }
    return Size(width: width, height: height)
  }
}

/// Two numbers as typed: `-6...6`.
struct RangeArgument: ExpressibleByArgument {
  private let text: String

  init(argument: String) { text = argument }

  /// Parses the range.
  ///
  /// - Parameter option: The option's name, for the message.
  /// - Returns: The two ends.
  /// - Throws: `Failure` if it is empty, reversed, infinite or not a range.
  func range(_ option: String) throws(Failure) -> ClosedRange<Double> {
    guard let range = PlotRange(text) else {
      throw Failure(
        Words.Failures.badRange("\(option)=\(text)", isEmpty: PlotRange.isEmpty(text)),
        status: Failure.Status.usage)
    }
    return range.range
  }
}

/// A parameter's value as typed: `alpha=0.2`.
struct SettingArgument: ExpressibleByArgument {
  let name: String
  let value: Double

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, let value = Double(parts[1]) else { return nil }
    name = String(parts[0])
    self.value = value
  }
}
