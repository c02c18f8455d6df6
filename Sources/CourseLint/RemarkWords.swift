import LessonReader
import Words

extension Remark {
  var severity: Diagnostic.Severity {
    switch self {
    case .picture, .attribute, .verbatimMath: .note
    case .unknownTag, .hiddenElement, .unknownNote, .unusedNote, .unsafeLink: .warning
    }
  }

  /// The kind of remark, in one word.
  var rule: String {
    switch self {
    case .picture: "picture"
    case .unknownTag, .hiddenElement, .attribute: "html"
    case .unknownNote, .unusedNote: "footnote"
    case .unsafeLink: "link"
    case .verbatimMath: "math"
    }
  }

  var words: String {
    switch self {
    case .picture(let name): Words.Lint.picture(name)
    case .unknownTag(let tag): Words.Lint.unknownTag(tag)
    case .hiddenElement(let name): Words.Lint.hiddenElement(name)
    case .attribute(let name, let tag): Words.Lint.attribute(name, of: tag)
    case .unknownNote(let name): Words.Lint.unknownNote(name)
    case .unusedNote(let name): Words.Lint.unusedNote(name)
    case .unsafeLink(let address): Words.Lint.unsafeLink(address)
    case .verbatimMath(let source): Words.Lint.verbatimMath(source)
    }
  }
}
