public import ArgumentParser
public import CursesTerminal
import Figures
import Foundation
import LessonReader
import TerminalUI
import TutorScreens
import Words

/// Options that every command takes.
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
  /// What was asked for, as values.
  var settings: Settings {
    Settings(
      course: course, progress: progress, charset: charset, color: color, seed: seed,
      isPlain: plain)
  }
}

/// What every command can be told.
struct Settings: Sendable {
  /// Another course's folder.
  var course: String?
  /// Another record's file.
  var progress: String?
  /// Characters to draw with.
  var charset = CharsetChoice.auto
  /// Colours.
  var color = ColorMode.auto
  /// Repeats what chance decides.
  var seed: UInt64?
  /// Whether everything is said in linear text.
  var isPlain = false
}

extension Settings {
  /// The settings, with a learner's preferences where nothing was asked for.
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

/// A charset, or what the terminal can show.
enum CharsetChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, ascii, blocks, braille

  /// The charset to use.
  ///
  /// - Parameters:
  ///   - isUTF8: Whether the locale's characters are UTF-8.
  ///   - terminal: The terminal's kind. The Linux console's fonts have neither Braille nor quadrants.
  /// - Returns: The one asked for, or the best the locale can show.
  func resolved(isUTF8: Bool, terminal: String?) -> Charset {
    Charset(rawValue: rawValue) ?? (isUTF8 && terminal != "linux" ? .braille : .ascii)
  }
}

extension ColorMode: ExpressibleByArgument {}

/// Columns and rows as typed: `80x24`.
struct SizeArgument: ExpressibleByArgument {
  private let text: String

  init(argument: String) { text = argument }

  /// The size.
  ///
  /// - Parameter least: The smallest size that makes sense.
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

  /// The window's side.
  ///
  /// - Parameter option: The option's name, for the sentence.
  /// - Returns: The two ends.
  /// - Throws: `Failure` where it is empty, reversed, infinite or no range.
  func range(_ option: String) throws(Failure) -> ClosedRange<Double> {
    guard let range = PlotRange(text) else {
      throw Failure(
        Words.Usage.badWindow(option, text, expected: PlotRange.expected),
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
