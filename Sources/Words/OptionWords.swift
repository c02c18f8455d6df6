extension Words {
  /// What arguments, options and flags mean, as `--help` and the manual page tell it.
  ///
  /// Names of formats, charsets and shells are typed as they stand.
  package enum OptionHelp {
    /// What stands for a value in the usage line, between angle brackets.
    package enum Value {
      package static let folder = "folder"
      package static let file = "file"
      package static let name = "name"
      /// Names of keys.
      package static let words = "words"
    }

    // What every command takes.

    package static let course = "Read another course."
    package static let progress = "Keep the record in another file."
    package static let charset = "Characters to draw with: auto, ascii, blocks or braille."
    package static let color = "Colours: auto, never, 16 (the terminal's own) or 256."
    package static let plain =
      "Linear text for screen readers and pipes: words in place of drawings."
    package static let seed = "Repeat what chance decides."

    // Learning.

    package static let section = "A section, by number or by name."
    package static let cram = "Practise all cards; grades leave the schedule alone."
    package static let newCards = "New cards at most."
    package static let quizCount = "Questions at most."
    package static let speedSeconds = "Time allowed."

    // Files and formats.

    package static let exportFormat = "anki, apkg or json."
    package static let output = "Write to a file."
    package static let schedule = "Take the schedule and the review log along (apkg)."
    package static let deck = "The deck."
    package static let dryRun = "Say what would be added, and add nothing."
    package static let listDecks = "List the decks that were added."
    package static let replaceDeck = "Put the deck in the place of an added one."
    package static let allSkipped = "List every note that was left out."
    package static let removeDeck = "Take an added deck out again."
    package static let lintFolder = "The course's folder; the built-in course if none is given."
    package static let lintFormat = "How to print: text or json."
    package static let newFolder = "The folder to make; it must not exist, or be empty."
    package static let shell = "bash, zsh or fish."

    // The certificate.

    package static let certificateName = "Whose it is."
    package static let certificateFormat = "How to write it: text, markdown or svg."
    package static let certificate = "A certificate: text, Markdown or SVG."

    // The record.

    package static let progressJSON = "Print numbers as JSON."
    package static let exportedRecord = "What `tutor progress export` printed."
    package static let otherRecord = "The other record's file."
    package static let copy =
      "What `tutor progress backup` named; without it, the latest day's copy."
    package static let resetYes = "Do it."
    package static let repairApply = "Do it, and not only say what would be done."
    package static let examDay = "A day, as in 2027-01-31, or none."
    package static let useWeights = "Use the fitted weights from now on, if they help."
    package static let forgetWeights = "Go back to the published weights."
  }
}

// Plots and screens as text.
extension Words.OptionHelp {
  package static let plotFunctions =
    "Functions by name, or a plot in one word; gelu if none is given."
  package static let derivative = "Draw the derivative too."
  package static let secondDerivative = "Draw the second derivative too."
  package static let difference = "Draw the difference of the first two functions."
  package static let joined = "Join the two sides of a jump by a line."
  package static let windowX = "Window in x."
  package static let windowY = "Window in y."
  package static let parameter = "A parameter."
  package static let at = "Values at a point."
  package static let describe = "Describe the functions in words."
  package static let plotFormat = "What to print: text, csv, json or svg."
  package static let print = "Print the plot instead of opening it."
  package static let plotSize = "Size of the printed plot."
  package static let screen = "The screen."
  package static let screenSize = "Columns and rows."
  package static let keys = "Keys to press first."
  package static let renderFormat = "How to draw it: text or svg."
  package static let light = "Draw on a light background (svg)."
}

// The race.
extension Words.OptionHelp {
  package static let contestants =
    "Activations, four at most; relu, swish and gelu if none is given."
  package static let data = "What is learnt."
  package static let images =
    "Learn from images of your own: CIFAR-10's binary batches, or IDX files."
  package static let limit = "Images taken from the folder at most."
  package static let model = "mlp or cnn (cnn for images only)."
  package static let hidden = "Units of the MLP's hidden layers."
  package static let optimiser = "sgd, momentum (0.9) or adam."
  package static let rate = "The learning rate."
  package static let batch = "Samples in a step."
  package static let epochs = "Epochs."
  package static let seeds = "Races with different seeds, to measure their spread."
  package static let headless = "Train without a screen and print what came of it."
  package static let raceJSON = "Print JSON (headless)."
  package static let raceFormat = "How to print (headless): text, json, csv or svg."
}
