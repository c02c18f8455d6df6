/// An element of an SVG picture.
public struct PictureElement: Equatable, Sendable {
  public var name: String
  public var attributes: [String: String]
  /// The text directly behind its start tag.
  public var text: String

  /// Reads all elements of a picture, in the order in which they begin.
  public static func all(in svg: some StringProtocol) -> [Self] {
    String(svg).matches(of: /<([a-z]\w*)([^>]*)>([^<]*)/).map { element in
      let pairs = element.2.matches(of: /([\w:-]+)="([^"]*)"/).map { (String($0.1), String($0.2)) }
      return Self(
        name: String(element.1), attributes: Dictionary(pairs) { first, _ in first },
        text: String(element.3))
    }
  }
}
