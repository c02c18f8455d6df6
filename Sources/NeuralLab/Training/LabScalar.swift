#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A precision in which networks compute.
///
/// Matrices are stored row after row. Single precision is what training runs in and is written for speed;
/// double precision is what gradients are checked in and is written plainly.
protocol LabScalar: BinaryFloatingPoint, Sendable {
  /// C = A·B, or C += A·B: A has `rows` × `inner` numbers, B `inner` × `columns`, C `rows` × `columns`.
  static func multiply(
    _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>, into c: UnsafeMutablePointer<Self>,
    rows: Int, inner: Int, columns: Int, adding: Bool)

  /// C += Aᵀ·B: A has `rows` × `inner` numbers, B `rows` × `columns`, C `inner` × `columns`.
  static func addTransposedProduct(
    _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>, into c: UnsafeMutablePointer<Self>,
    rows: Int, inner: Int, columns: Int)

  /// e to a power.
  static func exponential(_ x: Self) -> Self
  /// The natural logarithm.
  static func logarithm(_ x: Self) -> Self
}

extension Double: LabScalar {
  static func multiply(
    _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, into c: UnsafeMutablePointer<Double>,
    rows: Int, inner: Int, columns: Int, adding: Bool
  ) {
    for row in 0..<rows {
      let target = c + row * columns
      if !adding { for column in 0..<columns { target[column] = 0 } }
      for middle in 0..<inner {
        let factor = a[row * inner + middle]
        for column in 0..<columns { target[column] += factor * b[middle * columns + column] }
      }
    }
  }

  static func addTransposedProduct(
    _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, into c: UnsafeMutablePointer<Double>,
    rows: Int, inner: Int, columns: Int
  ) {
    for row in 0..<rows {
      for middle in 0..<inner {
        let factor = a[row * inner + middle]
        for column in 0..<columns {
          c[middle * columns + column] += factor * b[row * columns + column]
        }
      }
    }
  }

  static func exponential(_ x: Double) -> Double { exp(x) }
  static func logarithm(_ x: Double) -> Double { log(x) }
}
