import Lessons
import Practice

/// Questions about the shapes that code returns.
enum ShapeQuestions {
  /// A line of code, its result, and what the result is.
  private struct Line {
    var front: String
    var result: String
    /// The end of "That is …".
    var meaning: String
    var explanation: String
  }

  static func shape(_ random: inout SeededGenerator) -> AnswerSet? {
    switch random.next() % 4 {
    case 0: set(layer(&random), hint: "Go through the line from the inside, one axis at a time.")
    case 1: axis(&random)
    case 2: set(sums(&random), hint: "Softmax makes the numbers along its `dim` add up to 1.")
    default: flatten(&random)
    }
  }

  private static func set(_ lines: [Line], hint: String) -> AnswerSet {
    AnswerSet(
      topic: .shape,
      answers: lines.map {
        AnswerSet.Answer(text: $0.result, front: $0.front, explanation: $0.explanation)
      },
      feedback: { _, chosen in
        let meaning = lines.first { $0.result == chosen.text }?.meaning ?? ""
        return "That is \(meaning). \(hint)"
      })
  }

  private static func sizes(_ random: inout SeededGenerator) -> [Int] {
    [12, 16, 24, 32, 48, 64, 96, 128, 256].shuffled(using: &random)
  }

  /// Asks for a shape around a layer.
  private static func layer(_ random: inout SeededGenerator) -> [Line] {
    let sizes = sizes(&random)
    let (batch, inputs, outputs) = (sizes[0], sizes[1], sizes[2])
    let function = ["ReLU", "GELU", "SiLU", "Tanh"].one(&random)
    let linear = "nn.Linear(\(inputs), \(outputs))"
    let start = "x has shape (\(batch), \(inputs)). Which shape has"
    let lines = [
      Line(
        front: "\(start) `nn.\(function)()(\(linear)(x))`?", result: "(\(batch), \(outputs))",
        meaning: "the output of `\(linear)`, in which the last axis became \(outputs)",
        explanation: "`\(linear)` changes the last axis, and an activation changes no shape."),
      Line(
        front: "\(start) `nn.\(function)()(x)`?", result: "(\(batch), \(inputs))",
        meaning: "the shape of x itself, without the \(outputs) outputs of the layer",
        explanation: "An activation works element by element and changes no shape."),
      Line(
        front: "\(start) `\(linear).weight`?", result: "(\(outputs), \(inputs))",
        meaning: "the weight matrix, one row of \(inputs) for each output",
        explanation: "PyTorch keeps one row for each output: (out, in)."),
      Line(
        front: "\(start) `\(linear).bias`?", result: "(\(outputs),)",
        meaning: "the bias, one number for each of the \(outputs) outputs",
        explanation: "There is one bias for each output."),
      Line(
        front: "\(start) `x.sum(dim=1)`?", result: "(\(batch),)",
        meaning: "what is left after a sum over the axis with \(inputs) numbers",
        explanation: "`dim=1` names the axis that the sum removes."),
    ]
    return Array(lines.shuffled(using: &random).prefix(4))
  }

  /// Asks for the sum of a softmax.
  private static func sums(_ random: inout SeededGenerator) -> [Line] {
    let sizes = sizes(&random)
    let (batch, classes) = (sizes[0], sizes[1])
    let start = "z has shape (\(batch), \(classes)). Which number does"
    return [
      Line(
        front: "\(start) `softmax(z, dim=1).sum()` give?", result: "\(batch)",
        meaning: "the sum if every one of the \(batch) rows adds up to 1",
        explanation: "Along `dim=1` each of the \(batch) rows adds up to 1."),
      Line(
        front: "\(start) `softmax(z, dim=0).sum()` give?", result: "\(classes)",
        meaning: "the sum if every one of the \(classes) columns adds up to 1",
        explanation: "Along `dim=0` each of the \(classes) columns adds up to 1, over the batch."),
      Line(
        front: "\(start) `softmax(z[0], dim=0).sum()` give?", result: "1",
        meaning: "the sum of a single softmax; count how many of them the line computes",
        explanation: "`z[0]` is one row, and its softmax adds up to 1."),
      Line(
        front: "\(start) `sigmoid(0 * z).sum()` give?", result: "\(batch * classes / 2)",
        meaning: "0.5 for each of the \(batch * classes) numbers, as a sigmoid of 0 gives",
        explanation: "A sigmoid maps each of the \(batch * classes) numbers by itself, 0 to 0.5."),
    ]
  }

  /// Asks which error a missing or wrong flatten raises.
  private static func flatten(_ random: inout SeededGenerator) -> AnswerSet? {
    let batch = [16, 32, 64].one(&random)
    let (channels, side) = [(1, 28), (3, 32), (3, 64), (1, 32)].one(&random)
    let outputs = [100, 200, 300].one(&random)
    let inputs = channels * side * side
    let half = inputs / 2
    func line(_ code: String, _ error: (String, String), _ meaning: String, _ reason: String)
      -> Line
    {
      Line(
        front: "x has shape (\(batch), \(channels), \(side), \(side)). `\(code)` raises \"mat1 and "
          + "mat2 shapes cannot be multiplied\". Which shapes does the message name?",
        result: "\(error.0) and \(error.1)", meaning: meaning,
        explanation: "\(reason) The second shape is (in, out) of the layer.")
    }
    let linear = "nn.Linear(\(inputs), \(outputs))"
    let lines = [
      line(
        "\(linear)(x)", ("\(batch * channels * side)x\(side)", "\(inputs)x\(outputs)"),
        "what comes without flatten: \(batch) · \(channels) · \(side) rows of \(side)",
        "`nn.Linear` sees only the last axis, \(side); all others become rows."),
      line(
        "\(linear)(x.flatten(0).unsqueeze(1))", ("\(batch * inputs)x1", "\(inputs)x\(outputs)"),
        "what comes if every single number becomes a row of 1",
        "`flatten(0)` makes one axis of all numbers, `unsqueeze(1)` a column of it."),
      line(
        "nn.Linear(\(half), \(outputs))(x.flatten(1))",
        ("\(batch)x\(inputs)", "\(half)x\(outputs)"),
        "what comes if the layer expects \(half) numbers instead of \(inputs)",
        "`flatten(1)` keeps the batch: \(batch) rows of \(inputs)."),
      line(
        "nn.Linear(\(outputs), \(inputs))(x.flatten(1))",
        ("\(batch)x\(inputs)", "\(outputs)x\(inputs)"),
        "what comes if the two numbers of `nn.Linear` are swapped, \(outputs) for \(inputs)",
        "`flatten(1)` keeps the batch: \(batch) rows of \(inputs)."),
    ]
    return set(
      lines, hint: "Work out the rows and columns that reach the layer, then its (in, out).")
  }

  /// Asks along which axis softmax must run.
  private static func axis(_ random: inout SeededGenerator) -> AnswerSet? {
    let axes = [
      ["batch", "time", "classes"], ["batch", "classes", "height", "width"],
      ["batch", "heads", "queries", "keys"], ["classes", "batch", "time"],
    ].one(&random)
    let codes = axes.indices.map { "`softmax(x, dim=\($0))`" }
    return AnswerSet(
      topic: .shape,
      answers: zip(codes, axes).map { code, axis in
        AnswerSet.Answer(
          text: code,
          front:
            "x has shape (\(axes.joined(separator: ", "))). Which line makes the numbers along "
            + "\(axis) add up to 1?",
          explanation:
            "Count the axes from 0 up to \(axis): softmax makes the numbers along `dim` add "
            + "up to 1.")
      },
      feedback: { asked, chosen in
        let index = codes.firstIndex(of: chosen.text) ?? 0
        return
          "That makes the numbers along \(axes[index]) add up to 1, so there each competes with "
          + "the others. Axes are counted from 0, so the first is 0."
      })
  }
}
