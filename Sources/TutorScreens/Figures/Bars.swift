import TerminalUI

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Charset {
  /// A horizontal bar.
  ///
  /// - Parameters:
  ///   - share: Its length from 0 to 1, of the width.
  ///   - width: Columns of the longest bar.
  /// - Returns: At most so many columns; eighths of a column where the charset has them.
  func bar(_ share: Double, width: Int) -> String {
    guard share.isFinite, width > 0 else { return "" }
    let length = min(max(share, 0), 1) * Double(width)
    guard !isASCII else { return String(repeating: "#", count: Int(length.rounded())) }
    let eighths = Int((length * 8).rounded())
    let part = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
    return String(repeating: "█", count: eighths / 8) + part
  }

  /// One of five shades, from empty to full.
  func shade(_ share: Double) -> String {
    let shades = isASCII ? [" ", ".", ":", "*", "#"] : [" ", "░", "▒", "▓", "█"]
    guard share.isFinite else { return " " }
    return shades[Int((min(max(share, 0), 1) * 4).rounded(.up))]
  }
}

extension Double {
  /// The natural logarithm.
  static func log(_ value: Double) -> Double {
    #if canImport(Glibc)
      Glibc.log(value)
    #elseif canImport(Musl)
      Musl.log(value)
    #else
      Darwin.log(value)
    #endif
  }
}
