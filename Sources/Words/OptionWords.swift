extension Words {
  /// Help texts of arguments, options and flags, for `--help` and the manual page.
  ///
  /// Names of formats, charsets and shells are typed as they are.
  package enum OptionHelp {
    /// Placeholders for values in the usage line, in angle brackets.
    package enum Value {
      package static let folder = "folder"
      package static let file = "file"
      package static let name = "name"
      package static let words = "words"
    }

    // Options of every command.

    package static let course = "Use the course in this folder."
    package static let progress = "Keep the record in this file."
    package static let charset = "Characters to draw with: auto, ascii, blocks or braille."
    package static let color = "Colours: auto, never, 16 (the terminal's own) or 256."
    package static let plain =
      "Plain text for screen readers and pipes: words instead of drawings. ACCESSIBLE=1 in the environment "
      + "does the same."
    package static let seed = "Seed for everything random."

    // Learning.

    package static let section = "A section, by number or by name."
    package static let term = "A term to print; without one, the glossary opens."
    package static let cram = "Practise the cards of sections read without changing the schedule."
    package static let newCards = "Maximum number of new cards."
    package static let quizCount = "Maximum number of questions."
    package static let speedSeconds = "Time limit in seconds."

    // Files and formats.

    package static let exportFormat = "anki, apkg or json."
    package static let output = "Write to a file."
    package static let schedule = "Include the schedule and the review log (apkg)."
    package static let deck = "The deck."
    package static let dryRun = "Print what would be added, and add nothing."
    package static let listDecks = "List the added decks."
    package static let replaceDeck = "Replace an added deck with this one."
    package static let allSkipped = "List every skipped note."
    package static let removeDeck = "Remove an added deck."
    package static let lintFolder = "The course's folder; the built-in course if none is given."
    package static let lintFormat = "Output format: text or json."
    package static let newFolder = "The folder to create; it must be empty or not exist."
    package static let shell = "bash, zsh or fish."

    // The certificate.

    package static let certificateName = "The name on the certificate."
    package static let certificateFormat = "Output format: text, markdown or svg."
    package static let certificate = "A certificate: text, Markdown or SVG."

    // The record.

    package static let progressJSON = "Print numbers as JSON."
    package static let exportedRecord = "The output of `tutor progress export`."
    package static let otherRecord = "The other record's file."
    package static let copy =
      "A copy named by `tutor progress backup`; the latest daily copy if none is given."
    package static let resetYes = "Confirm the reset."
    package static let repairApply = "Change the record instead of only printing what would change."
    package static let examDay = "A date, as in 2027-01-31, or none."
    package static let retention = "The desired retention in percent, 80 to 95."
    package static let useWeights = "Use the fitted weights if they predict better."
    package static let forgetWeights = "Return to the published weights."
  }
}

// Plots and screens as text.
extension Words.OptionHelp {
  package static let plotFunctions =
    "Functions by name, or one word that describes a plot; gelu if none is given."
  package static let derivative = "Draw the derivative too."
  package static let secondDerivative = "Draw the second derivative too."
  package static let difference = "Draw the difference of the first two functions."
  package static let joined = "Join the two sides of a jump with a line."
  package static let windowX = "Range of x."
  package static let windowY = "Range of y."
  package static let parameter = "Set a parameter."
  package static let at = "Print the values at this x."
  package static let describe = "Describe the functions in words."
  package static let plotFormat = "Output format: text, csv, json or svg."
  package static let print = "Print the plot instead of opening it."
  package static let plotSize = "Size of the printed plot."
  package static let screen = "The screen."
  package static let screenSize = "Columns and rows."
  package static let keys = "Keys to press first."
  package static let renderFormat = "Output format: text or svg."
  package static let light = "Draw on a light background (svg)."
}

// The race.
extension Words.OptionHelp {
  package static let contestants =
    "Up to four activations; relu, swish and gelu if none is given."
  package static let data = "The data to train on."
  package static let images =
    "Train on your own images: CIFAR-10's binary batches or IDX files."
  package static let limit = "Maximum number of images read from the folder."
  package static let model = "mlp or cnn (cnn for images only)."
  package static let hidden = "Units of the MLP's hidden layers."
  package static let optimiser = "sgd, momentum (0.9) or adam."
  package static let rate = "The learning rate."
  package static let batch = "Samples per step."
  package static let epochs = "Number of epochs."
  package static let seeds = "Number of races with different seeds, to measure the spread."
  package static let headless = "Train without a screen and print the result."
  package static let raceJSON = "Print JSON (headless)."
  package static let raceFormat = "Output format (headless): text, json, csv or svg."
}
