/// The result of a training race.
public struct RaceResult: Hashable, Sendable, Codable {
  public struct Lane: Hashable, Sendable, Codable {
    /// The activation's id.
    public var activation: String
    /// The accuracy on held-out samples; nil if training diverged.
    public var accuracy: Double?
    public var secondsPerEpoch: Double

    /// The names in the record file.
    enum CodingKeys: String, CodingKey {
      case activation = "activation"
      case accuracy = "accuracy"
      case secondsPerEpoch = "secondsPerEpoch"
    }

    public init(activation: String, accuracy: Double?, secondsPerEpoch: Double) {
      self.activation = activation
      self.accuracy = accuracy
      self.secondsPerEpoch = secondsPerEpoch
    }
  }

  /// The data trained on.
  public var data: String
  /// The model of the networks.
  public var model: String
  /// The learning rate.
  public var rate: Double
  /// The number of epochs.
  public var epochs: Int
  /// The seed that repeats the race.
  public var seed: UInt64
  public var lanes: [Lane]

  /// The names in the record file.
  enum CodingKeys: String, CodingKey {
    case data = "data"
    case model = "model"
    case rate = "rate"
    case epochs = "epochs"
    case seed = "seed"
    case lanes = "lanes"
  }

  public init(
    data: String, model: String, rate: Double, epochs: Int, seed: UInt64, lanes: [Lane]
  ) {
    self.data = data
    self.model = model
    self.rate = rate
    self.epochs = epochs
    self.seed = seed
    self.lanes = lanes
  }
}
