/// A link of the lesson that opens an instrument with settings.
///
/// `lab:gradient?activation=sigmoid&layers=30`, `lab:numerics?logits=1000,0` and `lab:race?functions=relu,gelu` open
/// the lab; `plot:gelu/x=-3...3` opens the plot explorer, with the text form of a plot.
public enum InstrumentLink: Hashable, Sendable {
  /// The instruments of the lab.
  public enum Lab: String, CaseIterable, Sendable {
    case gradient, numerics, race
  }

  /// A setting and its value, as the author typed them.
  public struct Setting: Hashable, Sendable {
    public var name: String
    public var value: String
  }

  case lab(Lab, [Setting])
  /// The plot explorer, or softmax, with a plot's text form.
  case plot(String)

  /// Parses the destination of a link; nil if it is not one to an instrument, or is malformed.
  public init?(_ address: String) {
    if address.hasPrefix("plot:") {
      self = .plot(String(address.dropFirst(5)))
      return
    }
    guard address.hasPrefix("lab:") else { return nil }
    let parts = address.dropFirst(4).split(
      separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard let lab = Lab(rawValue: String(parts[0])) else { return nil }
    var settings: [Setting] = []
    for part in parts.count == 2 ? parts[1].split(separator: "&") : [] {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(sides[0])
      guard sides.count == 2, !settings.contains(where: { $0.name == name }) else { return nil }
      settings.append(Setting(name: name, value: String(sides[1])))
    }
    self = .lab(lab, settings)
  }

  /// Whether an address has a scheme of instruments, well-formed or not.
  public static func isAddress(_ address: String) -> Bool {
    address.hasPrefix("lab:") || address.hasPrefix("plot:")
  }
}

/// An error in a link to an instrument.
public enum InstrumentLinkError: Error, Equatable, Sendable {
  /// It is not a link to an instrument, or is malformed.
  case malformed(String)
  case unknownSetting(String, known: [String])
  case badValue(setting: String, expected: Expectation)
  /// An error in a plot, as a sentence.
  case badPlot(String)
}
