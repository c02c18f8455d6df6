public import Lessons

extension InstrumentLinkError {
  /// The error as a sentence without a full stop.
  public var sentence: String {
    switch self {
    case .malformed(let address):
      "the link '\(address)' opens no instrument: use "
        + InstrumentLink.Lab.allCases.map { "lab:\($0.rawValue)" }.joined(separator: ", ")
        + " with ?name=value&name=value, or plot:function"
    case .unknownSetting(let name, let known):
      "the link has no setting '\(name)': use \(known.joined(separator: ", "))"
    case .badValue(let setting, let expected):
      "the link's setting '\(setting)' must be \(expected.words)"
    case .badPlot(let sentence): sentence
    }
  }
}
