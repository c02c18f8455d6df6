/// A glyph drawn as lines, rectangles or dots, so that it joins its neighbours in every font.
enum CellShape {
  /// Strokes between points of the cell, whose corners are (0, 0) and (1, 1).
  case strokes([(from: (x: Double, y: Double), to: (x: Double, y: Double))])
  /// Filled rectangles: left, top, right and bottom edge.
  case areas([(left: Double, top: Double, right: Double, bottom: Double)])
  /// Dots at these centres.
  case dots([(x: Double, y: Double)])

  /// The shape of a glyph; nil if it is text.
  init?(_ glyph: Character) {
    guard let scalar = glyph.unicodeScalars.first, glyph.unicodeScalars.count == 1 else {
      return nil
    }
    switch scalar.value {
    case 0x2800...0x28FF: self = .dots(Self.brailleDots(scalar.value - 0x2800))
    default:
      if let arms = Self.boxArms[glyph] {
        self = .strokes(arms.map { (from: (0.5, 0.5), to: Self.ends[$0] ?? (0.5, 0.5)) })
      } else if let areas = Self.blocks(scalar.value) {
        self = .areas(areas)
      } else {
        return nil
      }
    }
  }

  /// The dots of a Braille pattern: bits 0 to 2 and 6 are the left column, 3 to 5 and 7 the right (Unicode, chapter
  /// 21).
  private static func brailleDots(_ pattern: UInt32) -> [(x: Double, y: Double)] {
    let places: [(x: Double, y: Double)] = [
      (0.25, 0.125), (0.25, 0.375), (0.25, 0.625), (0.75, 0.125), (0.75, 0.375), (0.75, 0.625),
      (0.25, 0.875), (0.75, 0.875),
    ]
    return places.indices.filter { pattern >> UInt32($0) & 1 == 1 }.map { places[$0] }
  }

  private static let ends: [Character: (x: Double, y: Double)] = [
    "l": (0, 0.5), "r": (1, 0.5), "u": (0.5, 0), "d": (0.5, 1),
  ]

  /// The arms of light box-drawing characters: left, right, up, down.
  private static let boxArms: [Character: String] = [
    "─": "lr", "│": "ud", "┌": "rd", "┐": "ld", "└": "ru", "┘": "lu", "├": "rud", "┤": "lud",
    "┬": "lrd", "┴": "lru", "┼": "lrud", "╴": "l", "╶": "r", "╵": "u", "╷": "d",
  ]

  /// Block elements (U+2580 to U+259F) without the three shades.
  private static func blocks(
    _ scalar: UInt32
  ) -> [(left: Double, top: Double, right: Double, bottom: Double)]? {
    switch scalar {
    case 0x2580: return [(0, 0, 1, 0.5)]
    case 0x2581...0x2588: return [(0, 1 - Double(scalar - 0x2580) / 8, 1, 1)]
    case 0x2589...0x258F: return [(0, 0, Double(0x2590 - scalar) / 8, 1)]
    case 0x2590: return [(0.5, 0, 1, 1)]
    case 0x2594: return [(0, 0, 1, 0.125)]
    case 0x2595: return [(0.875, 0, 1, 1)]
    case 0x2596...0x259F:
      // Quadrants: upper left, upper right, lower left, lower right.
      let sets: [[Int]] = [
        [2], [3], [0], [0, 2, 3], [0, 3], [0, 1, 2], [0, 1, 3], [1], [1, 2], [1, 2, 3],
      ]
      return sets[Int(scalar - 0x2596)].map { quadrant in
        let (x, y) = (Double(quadrant % 2) / 2, Double(quadrant / 2) / 2)
        return (x, y, x + 0.5, y + 0.5)
      }
    default: return nil
    }
  }
}
