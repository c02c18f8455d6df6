import Activations
import Figures
import Lessons
import TerminalUI
import TutorScreens

/// The time to draw plots from scratch: sampled, fitted, with axes and labels.
enum PlotBenchmark {
  /// A function and its slope, as in the explorer.
  static func run() {
    print("plot frame, function and slope stacked, axes and labels; median of 2,000, milliseconds")
    for size in [Size(width: 80, height: 24), Size(width: 200, height: 60)] {
      for charset in Charset.allCases {
        for name in ["gelu", "relu", "swish"] {
          let figure = PlotFigure(functions: [name], derivative: .stacked)
          let time = median(of: 2000) {
            PlotDrawing(figure: figure, charset: charset).frame(size)
          }
          print("  \(size.width)x\(size.height) \(charset.rawValue) \(name)  \(time)")
        }
      }
    }
  }

  /// The median time of many runs in milliseconds; the results are used, so that the work is not optimised away.
  static func median(of count: Int, _ work: () -> Frame) -> Double {
    let clock = ContinuousClock()
    var times: [Duration] = []
    var marks = 0
    for _ in 0..<count {
      times.append(
        clock.measure {
          let frame = work()
          marks += frame.cells.count
        })
    }
    precondition(marks > 0)
    let middle = times.sorted()[count / 2]
    return (Double(middle.components.attoseconds) / 1e15 * 10000).rounded() / 10000
  }
}

/// The time from a key or a resize to the new frame of the explorer.
enum ExplorerBenchmark {
  static func run() {
    let lesson = Lesson(id: "none", title: "None", edition: "1", sections: [])
    var context = AppContext(
      bundle: LessonBundle(lesson: lesson, deck: Deck(id: "none", title: "None", cards: [])),
      size: Size(width: 200, height: 60))
    guard let state = try? PlotState("swish+gelu/difference/bend") else { return }
    var session = TutorSession(plotting: state)
    session.start(in: &context) { _, _ in nil }
    print("explorer at 200x60, two curves, slopes, bends and difference, from event to frame")
    var turn = 0
    let slider = PlotBenchmark.median(of: 2000) {
      turn += 1
      let key: Key = .character(turn % 40 < 20 ? "]" : "[")
      session.handle(.key(key), in: &context) { _, _ in nil }
      return session.view(in: context)
    }
    print("  a slider turned   \(slider)")
    let resize = PlotBenchmark.median(of: 2000) {
      turn += 1
      context.size = Size(width: 100 + turn % 100, height: 30 + turn % 30)
      session.handle(.appeared, in: &context) { _, _ in nil }
      return session.view(in: context)
    }
    print("  a window resized \(resize)")
  }
}
