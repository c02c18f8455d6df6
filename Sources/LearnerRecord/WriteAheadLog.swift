/// The pages that SQLite's write-ahead log adds to a database file.
///
/// Only complete transactions count, up to the first frame with a wrong checksum.
///
/// - Source: "WAL-mode File Format", https://www.sqlite.org/walformat.html.
struct WriteAheadLog {
  /// In bytes.
  let pageSize: Int
  /// The number of pages of the database after the last transaction; nil if the log has none.
  private(set) var pageCount: Int?
  /// The offset of the latest version of each page in the log, by page number from 1.
  private(set) var pages: [Int: Int] = [:]

  private static let headSize = 32
  private static let frameHeadSize = 24

  /// Reads a log; nil if it is not one.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= Self.headSize else { return nil }
    let magic = Self.number(bytes, 0)
    guard magic & 0xFFFF_FFFE == 0x377F_0682 else { return nil }
    pageSize = Int(Self.number(bytes, 8))
    guard (512...65536).contains(pageSize), pageSize & (pageSize - 1) == 0 else { return nil }
    let isBigEndian = magic & 1 == 1
    var sum = Checksum(isBigEndian: isBigEndian)
    sum.add(bytes, 0..<24)
    guard sum.matches(bytes, at: 24) else { return nil }
    addFrames(bytes, sum)
  }

  private mutating func addFrames(_ bytes: [UInt8], _ start: Checksum) {
    var sum = start
    var transaction: [Int: Int] = [:]
    var frame = Self.headSize
    while frame + Self.frameHeadSize + pageSize <= bytes.count {
      let page = frame + Self.frameHeadSize
      let number = Int(Self.number(bytes, frame))
      sum.add(bytes, frame..<frame + 8)
      sum.add(bytes, page..<page + pageSize)
      // Frames with other salts than the header's are left over from an earlier log.
      guard number > 0, bytes[frame + 8..<frame + 16] == bytes[16..<24],
        sum.matches(bytes, at: frame + 16)
      else { return }
      transaction[number] = page
      let count = Int(Self.number(bytes, frame + 4))
      if count > 0 {
        pages.merge(transaction) { $1 }
        pageCount = count
        transaction = [:]
      }
      frame = page + pageSize
    }
  }

  /// A big-endian number of four bytes.
  private static func number(_ bytes: [UInt8], _ place: Int) -> UInt32 {
    bytes[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// The running checksum over words of four bytes.
  private struct Checksum {
    let isBigEndian: Bool
    private var sums: (UInt32, UInt32) = (0, 0)

    init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

    mutating func add(_ bytes: [UInt8], _ range: Range<Int>) {
      var (one, two) = sums
      bytes.withUnsafeBytes { bytes in
        for place in stride(from: range.lowerBound, to: range.upperBound, by: 8) {
          let first = bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)
          let second = bytes.loadUnaligned(fromByteOffset: place + 4, as: UInt32.self)
          one = one &+ (isBigEndian ? first.bigEndian : first.littleEndian) &+ two
          two = two &+ (isBigEndian ? second.bigEndian : second.littleEndian) &+ one
        }
      }
      sums = (one, two)
    }

    func matches(_ bytes: [UInt8], at place: Int) -> Bool {
      sums == (WriteAheadLog.number(bytes, place), WriteAheadLog.number(bytes, place + 4))
    }
  }
}
