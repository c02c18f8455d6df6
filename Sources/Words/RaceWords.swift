package import TerminalUI

extension Words {
  /// The training race.
  package enum Race {
    /// The screen's name.
    package static let name = "Training race"
    /// The screen's header.
    package static func title(data: String) -> String { "Lab · Race on \(data)" }

    /// Where a race stands.
    package enum State {
      case over, paused
      /// Running; with the seconds that are left, if they are known and there is room for them.
      case running(secondsLeft: Int?)
    }

    /// In the header, at the right.
    package static func status(epoch: Int, of all: Int, _ state: State) -> String {
      switch state {
      case .over: "epoch \(epoch) of \(all) · over"
      case .paused: "epoch \(epoch) of \(all) · paused"
      case .running(nil): "epoch \(epoch) of \(all) · running"
      case .running(let seconds?): "epoch \(epoch) of \(all) · running, \(seconds) s left"
      }
    }

    /// Stands in place of networks that are too large.
    package static func impossible(_ error: String) -> String {
      "These networks cannot be made: \(error)."
    }
    /// Answers the key that chooses between MLP and CNN.
    package static func noImages(_ keys: KeyNames) -> String {
      "A convolution needs images: \(keys["n"]) leads to the digits."
    }
    /// Answers the key that chooses the data.
    package static let noDigits = "This course has no digits."
    /// Stands in place of the curves before the start.
    package static func ready(_ keys: KeyNames) -> String {
      "\(keys[.space]) lets them run; \(keys["."]) runs one epoch; \(keys["n"]), \(keys["x"]), "
        + "\(keys["m"]) and \(keys["["]) \(keys["]"]) change the race."
    }
    /// Heads the plane: what an activation's network takes every point for.
    package static func boundary(of activation: String) -> String { "what \(activation) says" }

    /// Heads the contestants: the kind of network, `MLP` or `CNN`, and how it is trained.
    package static func setup(
      kind: String, parameters: Int, optimiser: String, rate: String
    ) -> String {
      "\(kind), \(parameters) parameters, \(optimiser), rate \(rate)"
    }
    /// A contestant before its first epoch.
    package static func atStart(_ name: String) -> String { "\(name): at the start" }
    /// A contestant whose numbers are no numbers any more.
    package static func diverged(_ name: String) -> String {
      "\(name): the loss has left all bounds; a smaller rate may help."
    }
    /// A contestant in few columns.
    package static func short(_ name: String, percent: String, loss: String) -> String {
      "\(name): \(percent) %, loss \(loss)"
    }

    /// What is known of a contestant, every number as it is to be shown.
    package struct Standing {
      /// What it is called.
      package var name: String
      /// The validation accuracy.
      package var percent: String
      /// The loss on the training samples.
      package var loss: String
      /// The loss on the samples held out.
      package var heldOut: String
      /// The gradient's norm.
      package var gradient: String
      /// The share of units that are dead, with its percent sign.
      package var dead: String
      /// Of an epoch.
      package var milliseconds: String

      /// Makes a standing.
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
    /// A contestant where there is room.
    package static func longLine(_ lane: Standing) -> String {
      "\(lane.name): \(lane.percent) % right, loss \(lane.loss), held out \(lane.heldOut), "
        + "gradient \(lane.gradient), dead \(lane.dead), \(lane.milliseconds) ms an epoch"
    }

    /// What keys do.
    package enum Keys {
      package static let pause = "pause"
      package static let play = "play"
      /// Runs all contestants to the end of an epoch.
      package static let epoch = "an epoch"
      package static let restart = "from the start"
      package static let data = "other data"
      package static let contestants = "other contestants"
      package static let rate = "learning rate"
      package static let seed = "another seed"
      package static let kind = "MLP or CNN, on digits"
      package static let accuracy = "show accuracy"
      package static let loss = "show the loss"
      package static let boundary = "whose boundary is drawn"
    }
  }
}
