/// A question that is answered by sketching a curve.
///
/// The curve is that of the plot's only function, or its slope. What a sketch must show follows from the function.
public struct SketchQuestion: Hashable, Sendable {
  /// The question.
  public var front: String
  /// The right curve in words, for places without drawings.
  public var answer: String?

  public init(front: String, answer: String? = nil) {
    self.front = front
    self.answer = answer
  }
}
