/// Training and validation samples.
public struct Dataset: Equatable, Sendable {
  public let name: String
  /// The shape of a sample.
  public let shape: Model.Shape
  /// The number of classes.
  public let classes: Int
  /// Training inputs, sample by sample.
  public let trainInputs: [Float]
  /// Training classes, from 0.
  public let trainLabels: [Int32]
  /// Validation inputs.
  public let validationInputs: [Float]
  /// Validation classes, from 0.
  public let validationLabels: [Int32]

  public var trainCount: Int { trainLabels.count }
  public var validationCount: Int { validationLabels.count }

  /// Splits samples into training and validation sets with equal class proportions.
  ///
  /// - Parameters:
  ///   - name: The data set's name.
  ///   - shape: The shape of a sample.
  ///   - classes: The number of classes.
  ///   - inputs: The inputs, sample by sample.
  ///   - labels: The classes, from 0.
  ///   - share: The fraction for validation, from 0 to 1.
  ///   - seed: The seed of the split.
  public init(
    _ name: String, shape: Model.Shape, classes: Int, inputs: [Float], labels: [Int32],
    validationShare share: Double = 0.2, seed: UInt64 = 0
  ) {
    var held: Set<Int> = []
    for label in 0..<classes {
      let members = labels.indices.filter { labels[$0] == Int32(label) }
      let order = LabRandom(seed: seed, stream: 50 + UInt64(label)).permutation(of: members.count)
      for place in order.prefix(Int((Double(members.count) * share).rounded())) {
        held.insert(members[place])
      }
    }
    func part(_ isHeld: Bool) -> (inputs: [Float], labels: [Int32]) {
      let chosen = labels.indices.filter { held.contains($0) == isHeld }
      return (
        chosen.flatMap { inputs[($0 * shape.count)..<(($0 + 1) * shape.count)] },
        chosen.map { labels[$0] }
      )
    }
    self.name = name
    self.shape = shape
    self.classes = classes
    (trainInputs, trainLabels) = part(false)
    (validationInputs, validationLabels) = part(true)
  }
}

/// Two classes of points in the plane that are not linearly separable.
public enum PlaneData: String, CaseIterable, Sendable {
  case xor, moons, circles, spirals

  /// Generates points; equal seeds generate equal points.
  ///
  /// - Parameters:
  ///   - count: The number of points, half of them of each class.
  ///   - noise: The standard deviation of the noise on each coordinate.
  ///   - seed: The seed.
  /// - Returns: Points within about ±1.5, a fifth of them for validation.
  public func dataset(count: Int = 600, noise: Double = 0.08, seed: UInt64 = 0) -> Dataset {
    let random = LabRandom(seed: seed, stream: 31)
    var inputs: [Float] = []
    var labels: [Int32] = []
    for index in 0..<max(10, count) {
      let label = index % 2
      let (x, y) = point(label, random.unit(4 * index), random.unit(4 * index + 1))
      inputs.append(Float(x + noise * random.normal(2_000_000 + 2 * index)))
      inputs.append(Float(y + noise * random.normal(2_000_001 + 2 * index)))
      labels.append(Int32(label))
    }
    return Dataset(
      rawValue, shape: Model.Shape(channels: 2), classes: 2, inputs: inputs, labels: labels,
      seed: seed)
  }

  /// A point of a class, from two numbers in [0, 1).
  private func point(_ label: Int, _ one: Double, _ other: Double) -> (Double, Double) {
    let side = label == 0 ? 1.0 : -1.0
    switch self {
    case .xor:
      // One class has coordinates of equal signs, the other of different signs.
      let (x, y) = (0.15 + 0.85 * one, 0.15 + 0.85 * (2 * other).truncatingRemainder(dividingBy: 1))
      let flip = other < 0.5 ? 1.0 : -1.0
      return (x * flip, y * flip * side)
    case .moons:
      let angle = Double.pi * one
      return label == 0
        ? (LabMath.cosine(angle) - 0.5, LabMath.sine(angle) - 0.25)
        : (0.5 - LabMath.cosine(angle), 0.25 - LabMath.sine(angle))
    case .circles:
      let (angle, radius) = (2 * Double.pi * one, label == 0 ? 0.45 : 1.0)
      return (radius * LabMath.cosine(angle), radius * LabMath.sine(angle))
    case .spirals:
      let radius = 0.1 + 0.9 * one.squareRoot()
      let angle = 3.2 * Double.pi * radius
      return (side * radius * LabMath.cosine(angle), side * radius * LabMath.sine(angle))
    }
  }
}

/// Handwritten digits, 8 by 8 pixels.
public enum Digits {
  /// An error in a file of digits.
  public enum ReadError: Error, Hashable, Sendable {
    /// A line is not 64 pixels from 0 to 16 and a digit.
    case badLine(Int)
    /// There are too few digits to train on.
    case tooFew(Int)
  }

  /// Parses lines of 64 pixels and a digit, separated by commas; the first line is a header.
  ///
  /// - Parameters:
  ///   - text: The file.
  ///   - seed: The seed of the split.
  /// - Returns: Pixels from 0 to 1, a fifth of the digits for validation.
  /// - Throws: `ReadError` for the first invalid line, or if there are fewer than 50 digits.
  public static func dataset(_ text: String, seed: UInt64 = 0) throws(ReadError) -> Dataset {
    var inputs: [Float] = []
    var labels: [Int32] = []
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"))
    for (index, line) in lines.enumerated() where index > 0 {
      var numbers: [Int] = []
      for field in line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
        let digits = field.last == UInt8(ascii: "\r") ? field.dropLast() : field
        guard let number = Int(String(decoding: digits, as: UTF8.self)) else {
          throw .badLine(index + 1)
        }
        numbers.append(number)
      }
      guard numbers.count == 65, numbers.dropLast().allSatisfy((0...16).contains),
        (0...9).contains(numbers[64])
      else { throw .badLine(index + 1) }
      inputs += numbers.dropLast().map { Float($0) / 16 }
      labels.append(Int32(numbers[64]))
    }
    guard labels.count >= 50 else { throw .tooFew(labels.count) }
    return Dataset(
      "digits", shape: Model.Shape(height: 8, width: 8, channels: 1), classes: 10, inputs: inputs,
      labels: labels, seed: seed)
  }
}
