import NeuralLab

/// Image files, and the checksums next to them.
///
/// The first byte chooses.
enum ImagesTarget: FuzzTarget {
  static func flaw(in bytes: [UInt8]) -> String? {
    guard let first = bytes.first else { return nil }
    let rest = Array(bytes.dropFirst())
    switch first % 5 {
    case 0: return flaw(of: try? ImageFiles.cifar(rest, most: 3), most: 3)
    case 1: return longFlaw(rest)
    case 2:
      let parts = halves(rest)
      let read = try? ImageFiles.idx(
        images: parts.1, labels: ImageFiles.idxLabels(parts.0), most: 9)
      return flaw(of: read, most: 9)
    case 3: return headedFlaw(rest)
    default: return sumsFlaw(String(decoding: rest, as: UTF8.self))
    }
  }

  /// A file of whole records that repeat the bytes, to reach the code after the size check.
  private static func longFlaw(_ bytes: [UInt8]) -> String? {
    guard !bytes.isEmpty else { return nil }
    let size = 3073 * (bytes.count.isMultiple(of: 8) ? 2 : 1)
    var file: [UInt8] = []
    file.reserveCapacity(size + bytes.count)
    while file.count < size { file += bytes }
    file.removeLast(file.count - size)
    guard let images = try? ImageFiles.cifar(file) else {
      return (0..<(size / 3073)).contains { file[$0 * 3073] > 9 } ? nil : "whole, and refused"
    }
    guard images.count == size / 3073 else { return "\(images.count) images" }
    // Red, green and blue are a thousand bytes apart in the file.
    let expected = [1, 1025, 2049].map { Float(file[$0]) / 255 }
    return Array(images.pixels[..<3]) == expected ? flaw(of: images, most: 2) : "\(expected)"
  }

  /// Two files in one: the length of the first, then both.
  private static func halves(_ bytes: [UInt8]) -> ([UInt8], [UInt8]) {
    let count = min(Int(bytes.first ?? 0), max(0, bytes.count - 1))
    return (Array(bytes.dropFirst().prefix(count)), Array(bytes.dropFirst(1 + count)))
  }

  /// Files whose headers state the right sizes, to reach the code after them.
  private static func headedFlaw(_ bytes: [UInt8]) -> String? {
    guard bytes.count >= 3 else { return nil }
    let (rows, columns) = (1 + Int(bytes[0]) % 8, 1 + Int(bytes[1]) % 8)
    let rest = bytes.dropFirst(3)
    let count = rest.count / (rows * columns + 1)
    let wrong = Int(bytes[2]) == 255 ? 1 : 0
    let images =
      word(0x803) + word(count) + word(rows) + word(columns)
      + rest.dropFirst(count).prefix(count * rows * columns)
    let labels = word(0x801) + word(count + wrong) + rest.prefix(count + wrong)
    let read = try? ImageFiles.idx(images: images, labels: ImageFiles.idxLabels(labels))
    let isGood = wrong == 0 && count > 0 && rest.prefix(count).allSatisfy { $0 < 10 }
    guard (read != nil) == isGood else { return "\(count) of \(rows) by \(columns)" }
    return flaw(of: read, most: count)
  }

  private static func word(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  private static func flaw(of images: ImageFiles.Images?, most: Int) -> String? {
    guard let images else { return nil }
    guard (1...most).contains(images.count) else { return "\(images.count) images of \(most)" }
    guard images.pixels.count == images.count * images.shape.count, images.shape.count > 0,
      images.pixels.allSatisfy({ (0...1).contains($0) }),
      images.labels.allSatisfy({ (0...9).contains($0) })
    else { return "pixels and labels" }
    let data = Dataset("f", images)
    guard data.trainCount + data.validationCount == images.count,
      data.trainInputs.count == data.trainCount * images.shape.count
    else { return "the parts" }
    return nil
  }

  private static func sumsFlaw(_ text: String) -> String? {
    let sums = Checksums(text)
    for line in sums.lines {
      guard !line.name.contains(where: \.isNewline), line.sum == line.sum.lowercased(),
        sums.sums(of: line.name).contains(line.sum)
      else { return "\(line)" }
    }
    let again = Checksums(sums.lines.map { "\($0.sum) *\($0.name)" }.joined(separator: "\n"))
    return again == sums ? nil : "\(sums) reads as \(again)"
  }
}
