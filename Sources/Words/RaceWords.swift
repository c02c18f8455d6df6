package import TerminalUI

extension Words {
  /// The training race.
  package enum Race {
    package static let name = "Training race"
    package static func title(data: String) -> String { "Lab · Race on \(data)" }

    /// The state of a race.
    package enum State {
      case over, paused
      /// The seconds are nil if unknown or if they do not fit.
      case running(secondsLeft: Int?)
    }

    package static func status(epoch: Int, of all: Int, _ state: State) -> String {
      switch state {
      case .over: "epoch \(epoch) of \(all) · over"
      case .paused: "epoch \(epoch) of \(all) · paused"
      case .running(nil): "epoch \(epoch) of \(all) · running"
      case .running(let seconds?): "epoch \(epoch) of \(all) · running, \(seconds) s left"
      }
    }

    package static func impossible(_ error: String) -> String {
      "Can't build these networks: \(error)."
    }
    package static func noImages(_ keys: KeyNames) -> String {
      "A convolution needs images: \(keys["n"]) switches to the digits."
    }
    package static let noDigits = "This course has no digits."
    package static func ready(_ keys: KeyNames) -> String {
      "\(keys[.space]) starts the race; \(keys["."]) runs one epoch; \(keys["n"]), \(keys["x"]), "
        + "\(keys["m"]) and \(keys["["]) \(keys["]"]) change its settings."
    }
    /// Heads the plane that shows the prediction for every point.
    package static func boundary(of activation: String) -> String { "\(activation) predicts" }

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
    package static func short(_ name: String, percent: String, loss: String) -> String {
      "\(name): \(percent) %, loss \(loss)"
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
      package static let pause = "pause"
      package static let play = "play"
      package static let epoch = "one epoch"
      package static let restart = "restart"
      package static let data = "other data"
      package static let contestants = "other functions"
      package static let rate = "learning rate"
      package static let seed = "another seed"
      package static let kind = "MLP or CNN, on digits"
      package static let accuracy = "show accuracy"
      package static let loss = "show the loss"
      package static let boundary = "next boundary"
    }
  }
}
