import Lessons
import Practice

/// Questions about outputs, losses and code.
enum NetworkQuestions {
  private struct Task {
    var text: String
    var answer: String
    var reason: String
    /// Other answers that fit, too; they are no choices.
    var alsoFits: [String] = []
  }

  private static let (squared, huber) = (
    "no activation, squared error", "no activation, Huber loss"
  )
  private static let (softmax, sigmoids, sigmoid) = (
    "softmax, cross-entropy", "a sigmoid for each, binary cross-entropy",
    "one sigmoid, binary cross-entropy"
  )

  private static let tasks = [
    Task(
      text: "one of %d kinds of bird", answer: softmax,
      reason: "exactly one class is right, so the probabilities share a sum of 1"),
    Task(
      text: "whether each of %d tags fits, several at once", answer: sigmoids,
      reason: "the labels are independent, so each gets a probability of its own"),
    Task(
      text: "whether a scan shows a fracture, from %d pixels", answer: sigmoid,
      reason: "one yes or no needs one probability", alsoFits: [softmax, sigmoids]),
    Task(
      text: "a temperature in %d hours", answer: squared,
      reason: "the target is an unbounded real number", alsoFits: [huber]),
    Task(
      text: "%d prices with extreme outliers", answer: huber,
      reason: "the target is unbounded, and the Huber loss limits the influence of outliers",
      alsoFits: [squared]),
  ]

  static func pairing(_ random: inout SeededGenerator) -> QuestionDraft? {
    let order = tasks.shuffled(using: &random)
    let count = 3 + Int(random.next() % 60)
    let right = order[0]
    let wrong = order.dropFirst().filter { !right.alsoFits.contains($0.answer) }.map { other in
      (
        text: other.answer, feedback: "That is for tasks in which \(other.reason).",
        function: String?.none
      )
    }
    let task = right.text.replacing("%d", with: "\(count)")
    return QuestionDraft.choices(right.answer, wrong: Array(wrong)).map {
      QuestionDraft(
        topic: .pairing, function: nil, front: "You predict \(task). Which output and loss?",
        choices: $0,
        explanation: "\(right.reason.prefix(1).uppercased())\(right.reason.dropFirst()).")
    }
  }

  static func shape(_ random: inout SeededGenerator) -> QuestionDraft? {
    random.next() % 2 == 0 ? layer(&random) : axis(&random)
  }

  /// Asks for the output shape of a layer.
  private static func layer(_ random: inout SeededGenerator) -> QuestionDraft? {
    let sizes = [16, 24, 32, 48, 64, 96, 128].shuffled(using: &random)
    let (batch, inputs, outputs) = (sizes[0], sizes[1], sizes[2])
    let function = ["ReLU", "GELU", "SiLU", "Tanh"].one(&random)
    return QuestionDraft.choices(
      "(\(batch), \(outputs))",
      wrong: [
        ("(\(batch), \(inputs))", "That is the input's shape: the linear layer changes it.", nil),
        ("(\(inputs), \(outputs))", "That is the shape of the transposed weight matrix.", nil),
        ("(\(outputs), \(batch))", "The first axis is the batch.", nil),
        ("(\(batch),)", "An activation works element by element; nothing is summed.", nil),
      ]
    ).map {
      QuestionDraft(
        topic: .shape, function: nil,
        front: "x has shape (\(batch), \(inputs)). Which shape has "
          + "`nn.\(function)()(nn.Linear(\(inputs), \(outputs))(x))`?",
        choices: $0,
        explanation: "`nn.Linear(\(inputs), \(outputs))` changes the last axis, and an activation "
          + "changes no shape.")
    }
  }

  /// Asks for the axis of softmax.
  private static func axis(_ random: inout SeededGenerator) -> QuestionDraft? {
    let shapes: [(axes: [String], classes: Int)] = [
      (["batch", "classes"], 1), (["batch", "time", "classes"], 2),
      (["batch", "classes", "height", "width"], 1), (["classes", "batch"], 0),
      (["batch", "heads", "queries", "keys"], 3),
    ]
    let shape = shapes.one(&random)
    let what = shape.axes[shape.classes]
    let wrong = shape.axes.indices.filter { $0 != shape.classes }.map { index in
      (
        text: "`softmax(x, dim=\(index))`",
        feedback: "That makes the numbers along \(shape.axes[index]) add up to 1.",
        function: String?.none
      )
    }
    let others = [
      (
        text: "`sigmoid(x)`",
        feedback: "A sigmoid maps each number separately; they do not add up to 1.",
        function: String?.none
      ),
      (
        text: "`log_softmax(x, dim=\(shape.classes))`",
        feedback: "Those are logarithms; they do not add up to 1.", function: nil
      ),
    ]
    return QuestionDraft.choices("`softmax(x, dim=\(shape.classes))`", wrong: wrong + others).map {
      QuestionDraft(
        topic: .shape, function: nil,
        front: "x has shape (\(shape.axes.joined(separator: ", "))). Which line makes the numbers "
          + "along \(what) add up to 1?",
        choices: $0,
        explanation: "\(what) is axis \(shape.classes), counted from 0, and softmax makes the "
          + "numbers along `dim` add up to 1.")
    }
  }
}
