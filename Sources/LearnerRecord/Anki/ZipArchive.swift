import Foundation

/// A zip archive of stored files.
///
/// - Source: PKWARE, APPNOTE.TXT 6.3, §4.3.7, 4.3.12 and 4.3.16; the CRC is that of ISO 3309.
struct ZipArchive {
  private var body = Data()
  private var directory = Data()
  private var count: UInt16 = 0

  /// Adds a file; its name must be under 64 KB, and the whole archive under 4 GB.
  mutating func add(_ name: String, _ contents: Data) {
    let offset = UInt32(body.count)
    var entry = Data()
    // Version 2.0, no flags, stored, 1 January 1980.
    for number in [20, 0, 0, 0, 0x21] as [UInt16] { entry.append(little: number) }
    for number in [Self.crc(contents), UInt32(contents.count), UInt32(contents.count)] {
      entry.append(little: number)
    }
    entry.append(little: UInt16(name.utf8.count))
    entry.append(little: UInt16(0))
    body.append(little: 0x0403_4B50 as UInt32)
    body += entry
    body += Data(name.utf8)
    body += contents
    directory.append(little: 0x0201_4B50 as UInt32)
    directory.append(little: UInt16(20))
    directory += entry
    // No comment, first disk, no attributes.
    for number in [0, 0, 0, 0, 0] as [UInt16] { directory.append(little: number) }
    directory.append(little: offset)
    directory += Data(name.utf8)
    count += 1
  }

  /// The bytes of the archive.
  var data: Data {
    var data = body + directory
    data.append(little: 0x0605_4B50 as UInt32)
    for number in [0, 0, count, count] { data.append(little: number) }
    data.append(little: UInt32(directory.count))
    data.append(little: UInt32(body.count))
    data.append(little: UInt16(0))
    return data
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1
    }
  }

  /// The CRC-32 of bytes.
  static func crc(_ data: Data) -> UInt32 {
    ~data.reduce(~0 as UInt32) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ ($0 >> 8) }
  }
}

extension Data {
  /// Appends a number in little-endian order.
  fileprivate mutating func append(little number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}
