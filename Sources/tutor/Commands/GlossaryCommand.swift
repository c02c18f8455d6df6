import Activations
import ArgumentParser
import Lessons
import TutorScreens
import Words

/// Opens the glossary, or prints a term.
struct GlossaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "glossary", abstract: Words.Commands.glossary,
    discussion: Words.Commands.glossaryDiscussion)
  @Argument(help: ArgumentHelp(Words.OptionHelp.term), completion: .terms)
  var term: [String] = []
  @OptionGroup var options: Options

  func run() throws {
    let workspace = Workspace(options)
    let spelling = term.joined(separator: " ")
    guard !spelling.isEmpty else {
      return try Session(workspace: workspace).run(opening: .glossary)
    }
    let context = try workspace.printing()
    let glossary = context.bundle.glossary
    guard let found = glossary.term(spelled: spelling) else {
      throw Failure(
        Words.Usage.noTerm(spelling, nearest: Self.nearest(to: spelling, in: glossary)),
        status: Failure.Status.usage)
    }
    let text = TermText(found, context, width: Output.textWidth)
    try Output.write(context.printed(text.lines))
  }

  /// The most similar spelling of a term; nil if none is similar.
  private static func nearest(to spelling: String, in glossary: Glossary) -> String? {
    let spellings = glossary.terms.flatMap { [$0.term] + $0.also }
    // Long texts resemble no term.
    guard spelling.count <= 100 else { return nil }
    let lower = spelling.lowercased()
    let nearest = EditDistance.nearest(to: lower, in: spellings.map { $0.lowercased() })
    return spellings.first { $0.lowercased() == nearest }
      ?? spellings.first { $0.lowercased().contains(lower) }
  }
}
