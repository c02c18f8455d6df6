package import TerminalUI

extension Words {
  /// The training race.
  package enum Race {
    package static let name = "Training race"
    package static func title(data: String) -> String { "Lab · Race on \(data)" }

    /// The state of a race.
    package enum State {
      case waiting, over, paused
      /// Epochs a second.
      case running(pace: Int)
      /// At full speed; the seconds are nil if unknown or if they do not fit.
      case finishing(secondsLeft: Int?)
      /// Trains with the seed of this number, of so many.
      case comparing(seed: Int, of: Int)
    }

    package static func status(epoch: Int, of all: Int, _ state: State) -> String {
      switch state {
      case .waiting: "\(all) epochs"
      case .over: "epoch \(epoch) of \(all) · over"
      case .paused: "epoch \(epoch) of \(all) · paused"
      case .running(let pace): "epoch \(epoch) of \(all) · \(pace) a second"
      case .finishing(nil): "epoch \(epoch) of \(all) · running"
      case .finishing(let seconds?): "epoch \(epoch) of \(all) · running, \(seconds) s left"
      case .comparing(let seed, let seeds): "seed \(seed) of \(seeds)"
      }
    }

    /// Over the settings.
    package static let about =
      "Networks that differ only in their activation learn the same data from the same seed."
    package static func question(epochs: Int) -> String { "Who leads after \(epochs) epochs?" }
    package static func guessed(_ name: String) -> String { "Your guess: \(name)." }
    package static func guessedRight(_ name: String) -> String {
      "You guessed \(name), and \(name) leads."
    }
    package static func guessedWrong(_ name: String, leader: String) -> String {
      "You guessed \(name), but \(leader) leads."
    }
    package static func offersSeeds(_ keys: KeyNames, _ count: Int) -> String {
      "\(keys["R"]) repeats the race with \(count) seeds."
    }
    /// Heads the results over several seeds.
    package static let meansOverSeeds = "Accuracy: mean ± standard error over the seeds"
    /// The same in at most 38 columns.
    package static let shortMeansOverSeeds = "Mean ± standard error of the accuracy"
    /// The vertical axis of the curves.
    package static let accuracyAxis = "accuracy on held-out data, %"
    package static let lossAxis = "loss on held-out data, nats"
    /// The horizontal axis of the curves.
    package static let epochAxis = "epochs"

    /// The settings before the start.
    package enum Settings {
      package static let data = "Data"
      package static let network = "Network"
      package static let contestants = "Contestants"
      package static let rate = "Learning rate"
      package static let seed = "Seed"

      package static func samples(_ name: String, training: Int, validation: Int) -> String {
        "\(name), \(training) samples, \(validation) held out"
      }
      /// The kind is `MLP` or `CNN`.
      package static func network(_ kind: String, parameters: Int) -> String {
        "\(kind), \(parameters) parameters"
      }
      package static func rate(_ rate: String, optimiser: String) -> String {
        "\(rate), \(optimiser)"
      }
    }

    package static func impossible(_ error: String) -> String {
      "Can't build these networks: \(error)."
    }
    package static let noImages = "A convolution needs images. Choose the digits under Data."
    package static let noDigits = "This course has no digits."
    /// Heads the plane that shows the prediction for every point.
    package static func boundary(of activation: String) -> String { "\(activation) predicts" }

    /// Heads the data before the start: the marks of both classes.
    package static func classes(_ one: String, _ other: String) -> String {
      "two classes, \(one) and \(other)"
    }

    /// Heads the contestants.
    ///
    /// The kind is `MLP` or `CNN`.
    package static func setup(
      kind: String, parameters: Int, optimiser: String, rate: String
    ) -> String {
      "\(kind), \(parameters) parameters, \(optimiser), rate \(rate)"
    }
    package static func atStart(_ name: String) -> String { "\(name): not trained yet" }
    package static func diverged(_ name: String) -> String {
      "\(name): the loss diverged; a smaller rate may help."
    }
    package static func shortDiverged(_ name: String) -> String { "\(name) diverged" }
    /// The accuracy, and with several seeds its standard error.
    package static func short(_ name: String, percent: String, error: String? = nil) -> String {
      "\(name) \(percent)\(error.map { " ± " + $0 } ?? "") %"
    }

    /// Measurements of a contestant, formatted for display.
    package struct Standing {
      package var name: String
      /// The validation accuracy.
      package var percent: String
      package var loss: String
      /// The loss on held-out samples.
      package var heldOut: String
      package var gradient: String
      /// The share of dead units, with its percent sign.
      package var dead: String
      /// Per epoch.
      package var milliseconds: String

      package init(
        name: String, percent: String, loss: String, heldOut: String, gradient: String,
        dead: String, milliseconds: String
      ) {
        (self.name, self.percent, self.loss, self.heldOut) = (name, percent, loss, heldOut)
        (self.gradient, self.dead, self.milliseconds) = (gradient, dead, milliseconds)
      }
    }

    /// A contestant in less than 100 columns.
    package static func line(_ lane: Standing) -> String {
      "\(lane.name): \(lane.percent) % right, loss \(lane.loss), gradient \(lane.gradient), "
        + "dead \(lane.dead), \(lane.milliseconds) ms"
    }
    package static func longLine(_ lane: Standing) -> String {
      "\(lane.name): \(lane.percent) % right, loss \(lane.loss), held out \(lane.heldOut), "
        + "gradient \(lane.gradient), dead \(lane.dead), \(lane.milliseconds) ms per epoch"
    }

    /// Actions of keys.
    package enum Keys {
      package static let guess = "guess"
      package static let start = "start"
      package static let pause = "pause"
      package static let resume = "resume"
      package static let epoch = "one epoch"
      package static let finish = "to the end"
      package static let pace = "pace"
      package static let restart = "restart"
      package static let seeds = "five seeds"
      package static let setting = "setting"
      package static let change = "change"
      package static let rate = "learning rate"
      package static let accuracy = "show accuracy"
      package static let loss = "show the loss"
      package static let boundary = "boundary"
    }
  }
}
