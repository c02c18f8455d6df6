import Figures
import Lessons
import NeuralLab
import TerminalUI
import Words

extension Route {
  /// The screen of an instrument.
  init(_ start: InstrumentStart) {
    switch start {
    case .gradient(let networks): self = .gradientFlow(networks)
    case .numerics(let logits): self = .numerics(logits)
    case .race(let setup, let data): self = .race(RaceStart(setup, on: data.dataset()))
    case .plot(let state): self = .plot(.state(state))
    }
  }
}

extension TutorResponse {
  /// Opens the instrument of a link, or shows what is wrong with the link.
  ///
  /// - Parameters:
  ///   - address: The link's destination.
  ///   - open: Makes the response that opens the instrument's screen.
  /// - Returns: That response, or a status message.
  static func opening(
    instrument address: String, by open: (Route) -> TutorResponse
  ) -> TutorResponse {
    do throws(InstrumentLinkError) {
      return open(Route(try InstrumentStart(address)))
    } catch {
      return .perform(.tell(error.sentence))
    }
  }
}
