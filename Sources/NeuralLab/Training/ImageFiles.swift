/// Reads images and labels from files of two common formats.
public enum ImageFiles {
  /// An error in a file.
  public enum ReadError: Error, Hashable, Sendable {
    /// The size is impossible for the format.
    case badSize(found: Int, expected: Length)
    /// The file does not begin with the format's magic number.
    case badMagic(found: UInt32, expected: UInt32)
    /// A label is not from 0 to 9.
    case badLabel(UInt8, index: Int)
    /// The files are valid but empty.
    case noImages
    /// The numbers of images and labels differ.
    case countsDiffer(images: Int, labels: Int)
  }

  /// The expected length of a file in bytes.
  public enum Length: Hashable, Sendable {
    /// A multiple of a record's length.
    case multiple(of: Int)
    /// A header of this length, followed by the product of the counts.
    case header(Int, before: [Int])
    /// The file ends within its header.
    case noHeader
  }

  /// Images, height by width by channel, and their labels.
  public struct Images: Sendable {
    /// The shape of an image.
    public var shape: Model.Shape
    /// Pixels from 0 to 1, image by image.
    public var pixels: [Float]
    /// From 0 to 9.
    public var labels: [Int32]

    public var count: Int { labels.count }

    /// Appends images of the same shape.
    public mutating func append(_ other: Images) {
      pixels += other.pixels
      labels += other.labels
    }
  }

  private static let cifarRecord = 3073

  /// Reads a batch in CIFAR-10's binary format: a label and 32 by 32 pixels, first all red, then green, then blue.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - most: The maximum number of images.
  /// - Returns: The images.
  /// - Throws: `ReadError` for a truncated file or an invalid label.
  /// - Source: A. Krizhevsky, "Learning Multiple Layers of Features from Tiny Images", 2009, and its web page.
  public static func cifar(_ bytes: [UInt8], most: Int = .max) throws(ReadError) -> Images {
    guard !bytes.isEmpty, bytes.count.isMultiple(of: cifarRecord) else {
      throw .badSize(found: bytes.count, expected: .multiple(of: cifarRecord))
    }
    var images = Images(
      shape: Model.Shape(height: 32, width: 32, channels: 3), pixels: [], labels: [])
    let count = min(most, bytes.count / cifarRecord)
    images.pixels.reserveCapacity(count * 3072)
    for index in 0..<count {
      let start = index * cifarRecord
      try check(bytes[start], index)
      images.labels.append(Int32(bytes[start]))
      for place in 0..<1024 {
        for channel in 0..<3 {
          images.pixels.append(Float(bytes[start + 1 + channel * 1024 + place]) / 255)
        }
      }
    }
    return images
  }

  /// Reads labels in the IDX format of MNIST and Fashion-MNIST.
  ///
  /// - Parameter bytes: The file: magic 0x801, count, then labels.
  /// - Returns: The labels, from 0 to 9.
  /// - Throws: `ReadError` for an invalid or truncated file, or an invalid label.
  /// - Source: The source of ``idx(images:labels:most:)``.
  public static func idxLabels(_ bytes: [UInt8]) throws(ReadError) -> [UInt8] {
    let count = try word(bytes, 1, magic: 0x801)
    guard bytes.count == 8 + count else {
      throw .badSize(found: bytes.count, expected: .header(8, before: [count]))
    }
    for index in 0..<count { try check(bytes[8 + index], index) }
    return Array(bytes[8...])
  }

  /// Reads images in the IDX format of MNIST and Fashion-MNIST.
  ///
  /// - Parameters:
  ///   - images: The file of images: magic 0x803, count, rows, columns, then pixels.
  ///   - labels: The result of ``idxLabels(_:)``.
  ///   - most: The maximum number of images.
  /// - Returns: The images.
  /// - Throws: `ReadError` for an invalid or truncated file, or if the labels do not match.
  /// - Source: Y. LeCun, C. Cortes & C. Burges, "The MNIST database", the description of its file formats.
  public static func idx(
    images: [UInt8], labels: [UInt8], most: Int = .max
  ) throws(ReadError) -> Images {
    let (count, rows, columns) = (
      try word(images, 1, magic: 0x803), try word(images, 2, magic: 0x803),
      try word(images, 3, magic: 0x803)
    )
    guard (1...1024).contains(rows), (1...1024).contains(columns), count < 100_000_000,
      images.count == 16 + count * rows * columns
    else {
      throw .badSize(found: images.count, expected: .header(16, before: [count, rows, columns]))
    }
    guard count > 0 else { throw .noImages }
    guard count == labels.count else { throw .countsDiffer(images: count, labels: labels.count) }
    let used = min(most, count)
    return Images(
      shape: Model.Shape(height: rows, width: columns, channels: 1),
      pixels: images[16..<(16 + used * rows * columns)].map { Float($0) / 255 },
      labels: labels[..<used].map(Int32.init))
  }

  private static func check(_ label: UInt8, _ index: Int) throws(ReadError) {
    guard label < 10 else { throw .badLabel(label, index: index) }
  }

  /// A big-endian word of the header; the first one must be the magic number.
  private static func word(_ bytes: [UInt8], _ place: Int, magic: UInt32) throws(ReadError) -> Int {
    func read(_ place: Int) throws(ReadError) -> UInt32 {
      guard bytes.count >= 4 * place + 4 else {
        throw .badSize(found: bytes.count, expected: .noHeader)
      }
      return bytes[(4 * place)..<(4 * place + 4)].reduce(0) { $0 << 8 | UInt32($1) }
    }
    let found = try read(0)
    guard found == magic else { throw .badMagic(found: found, expected: magic) }
    return Int(try read(place))
  }
}

extension Dataset {
  /// Makes a dataset of images, a fifth of them for validation.
  public init(_ name: String, _ images: ImageFiles.Images, seed: UInt64 = 0) {
    self.init(
      name, shape: images.shape, classes: 10, inputs: images.pixels, labels: images.labels,
      seed: seed)
  }
}
