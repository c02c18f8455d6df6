#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A precision for networks.
///
/// Matrices are row-major. Training uses single precision, which is optimised for speed; gradient checks use double
/// precision, which is written plainly.
protocol LabScalar: BinaryFloatingPoint, Sendable {
  /// C(r, n) = Σₖ A(r, k)·B(k, n), or adds it to C.
  ///
  /// - Parameters:
  ///   - a: A's first element.
  ///   - step: The distance from A(r, k) to A(r, k + 1).
  ///   - row: The distance from A(r, k) to A(r + 1, k).
  ///   - b: B, `count` rows of `columns`.
  ///   - c: C, `rows` rows of `columns`.
  ///   - rows: Rows of A and C.
  ///   - count: Products per sum.
  ///   - columns: Columns of B and C.
  ///   - adding: Whether to add to C instead of overwriting it.
  static func product(
    _ a: UnsafePointer<Self>, step: Int, row: Int, _ b: UnsafePointer<Self>,
    into c: UnsafeMutablePointer<Self>, rows: Int, count: Int, columns: Int, adding: Bool)

  /// f(x) or upstream·f′(x), element by element, for functions with a kernel.
  ///
  /// - Returns: Whether there is a kernel; otherwise nothing was written.
  static func activation(
    _ kernel: ActivationKernel, _ x: UnsafePointer<Self>, upstream: UnsafePointer<Self>?,
    into out: UnsafeMutablePointer<Self>, count: Int
  ) -> Bool

  /// The exponential function.
  static func exponential(_ x: Self) -> Self
  /// The natural logarithm.
  static func logarithm(_ x: Self) -> Self
}

/// An activation with a vectorised kernel, and its parameter.
struct ActivationKernel: Hashable, Sendable {
  /// The kernel's number.
  let kind: Int32
  /// Swish's β or ELU's α.
  let parameter: Float
}

extension LabScalar {
  /// C = A·B, or C += A·B: A has `rows` × `inner` elements, B `inner` × `columns`, C `rows` × `columns`.
  @inline(__always)
  static func multiply(
    _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>, into c: UnsafeMutablePointer<Self>,
    rows: Int, inner: Int, columns: Int, adding: Bool
  ) {
    product(
      a, step: 1, row: inner, b, into: c, rows: rows, count: inner, columns: columns,
      adding: adding)
  }

  /// C += Aᵀ·B: A has `rows` × `inner` elements, B `rows` × `columns`, C `inner` × `columns`.
  @inline(__always)
  static func addTransposedProduct(
    _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>, into c: UnsafeMutablePointer<Self>,
    rows: Int, inner: Int, columns: Int
  ) {
    product(
      a, step: inner, row: 1, b, into: c, rows: inner, count: rows, columns: columns, adding: true)
  }
}

extension LabScalar {
  /// Repeats one row: a product with a column of ones.
  @inline(__always)
  static func repeatRow(
    _ row: UnsafePointer<Self>, into c: UnsafeMutablePointer<Self>, rows: Int, columns: Int
  ) {
    withUnsafePointer(to: 1) { one in
      product(
        one, step: 0, row: 0, row, into: c, rows: rows, count: 1, columns: columns, adding: false)
    }
  }

  /// Adds the sum of all rows to one: a product with a row of ones.
  @inline(__always)
  static func addRows(
    _ b: UnsafePointer<Self>, into sum: UnsafeMutablePointer<Self>, rows: Int, columns: Int
  ) {
    withUnsafePointer(to: 1) { one in
      product(
        one, step: 0, row: 0, b, into: sum, rows: 1, count: rows, columns: columns, adding: true)
    }
  }
}

extension Double: LabScalar {
  static func product(
    _ a: UnsafePointer<Double>, step: Int, row: Int, _ b: UnsafePointer<Double>,
    into c: UnsafeMutablePointer<Double>, rows: Int, count: Int, columns: Int, adding: Bool
  ) {
    for line in 0..<rows {
      let target = c + line * columns
      if !adding { for column in 0..<columns { target[column] = 0 } }
      for middle in 0..<count {
        let factor = a[line * row + middle * step]
        for column in 0..<columns { target[column] += factor * b[middle * columns + column] }
      }
    }
  }

  static func activation(
    _ kernel: ActivationKernel, _ x: UnsafePointer<Double>, upstream: UnsafePointer<Double>?,
    into out: UnsafeMutablePointer<Double>, count: Int
  ) -> Bool { false }

  static func exponential(_ x: Double) -> Double { exp(x) }
  static func logarithm(_ x: Double) -> Double { log(x) }
}
