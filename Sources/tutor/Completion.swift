import Activations
import ArgumentParser
import Lessons

extension CompletionKind {
  /// The functions of the catalogue.
  static var functions: CompletionKind { .list(Catalogue.all.map(\.id)) }

  /// The sections of the course on the command line, or of the bundled lesson.
  static var sections: CompletionKind {
    .custom { words, _, _ in
      var settings = Settings()
      settings.course = course(in: words)
      return (try? Workspace(settings).bundleAlone().lesson.sections.map(\.id)) ?? []
    }
  }

  /// The terms of that course's glossary.
  static var terms: CompletionKind {
    .custom { words, _, _ in
      var settings = Settings()
      settings.course = course(in: words)
      return (try? Workspace(settings).bundleAlone().glossary.terms.map(\.term)) ?? []
    }
  }

  /// The value of `--course` on a command line.
  private static func course(in words: [String]) -> String? {
    if let index = words.firstIndex(of: "--course"), index + 1 < words.count {
      return words[index + 1]
    }
    return words.first { $0.hasPrefix("--course=") }.map { String($0.dropFirst(9)) }
  }
}
