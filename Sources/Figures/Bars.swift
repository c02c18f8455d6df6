package import TerminalUI
import TextCharts

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
  ///   - share: Its length from 0 to 1, relative to the width.
  ///   - width: Columns of the longest bar.
  /// - Returns: At most `width` columns; with eighths of a column if the charset has them.
  package func bar(_ share: Double, width: Int) -> String {
    guard share.isFinite, width > 0 else { return "" }
    let length = min(max(share, 0), 1) * Double(width)
    guard !isASCII else {
      return String(repeating: "#", count: Int(nearest: length, in: 0...width))
    }
    let eighths = Int(nearest: length * 8, in: 0...(8 * width))
    let part = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
    return String(repeating: "█", count: eighths / 8) + part
  }

  /// One of five shades, from empty to full.
  package func shade(_ share: Double) -> String {
    let shades = isASCII ? [" ", ".", ":", "*", "#"] : [" ", "░", "▒", "▓", "█"]
    guard share.isFinite else { return " " }
    return shades[Int(nearest: (share * 4).rounded(.up), in: 0...4)]
  }
}

extension Double {
  /// The natural logarithm.
  package static func log(_ value: Double) -> Double {
    #if canImport(Glibc)
      Glibc.log(value)
    #elseif canImport(Musl)
      Musl.log(value)
    #else
      Darwin.log(value)
    #endif
  }
}
