#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Blocks of four rows by eight columns stay in registers while the sum runs.
extension Float: LabScalar {
  private typealias Vector = SIMD8<Float>

  @inline(__always)
  private static func load(_ place: UnsafePointer<Float>) -> Vector {
    UnsafeRawPointer(place).loadUnaligned(as: Vector.self)
  }

  @inline(__always)
  private static func store(_ vector: Vector, _ place: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(place).storeBytes(of: vector, as: Vector.self)
  }

  static func multiply(
    _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, into c: UnsafeMutablePointer<Float>,
    rows: Int, inner: Int, columns: Int, adding: Bool
  ) {
    let wide = columns & ~7
    var row = 0
    while row + 4 <= rows {
      var column = 0
      while column < wide {
        block(
          a + row * inner, 1, inner, b + column, columns, c + row * columns + column, inner,
          adding: adding)
        column += 8
      }
      row += 4
    }
    let tall = row
    for row in tall..<rows {
      var column = 0
      while column < wide {
        var sum = adding ? load(c + row * columns + column) : Vector(repeating: 0)
        for middle in 0..<inner {
          sum += load(b + middle * columns + column) * a[row * inner + middle]
        }
        store(sum, c + row * columns + column)
        column += 8
      }
    }
    for row in 0..<rows {
      for column in wide..<columns {
        var sum = adding ? c[row * columns + column] : 0
        for middle in 0..<inner { sum += a[row * inner + middle] * b[middle * columns + column] }
        c[row * columns + column] = sum
      }
    }
  }

  static func addTransposedProduct(
    _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, into c: UnsafeMutablePointer<Float>,
    rows: Int, inner: Int, columns: Int
  ) {
    let wide = columns & ~7
    var middle = 0
    while middle + 4 <= inner {
      var column = 0
      while column < wide {
        block(
          a + middle, inner, 1, b + column, columns, c + middle * columns + column, rows,
          adding: true)
        column += 8
      }
      middle += 4
    }
    for middle in middle..<inner {
      var column = 0
      while column < wide {
        var sum = load(c + middle * columns + column)
        for row in 0..<rows { sum += load(b + row * columns + column) * a[row * inner + middle] }
        store(sum, c + middle * columns + column)
        column += 8
      }
    }
    guard wide < columns else { return }
    for row in 0..<rows {
      for middle in 0..<inner {
        let factor = a[row * inner + middle]
        for column in wide..<columns {
          c[middle * columns + column] += factor * b[row * columns + column]
        }
      }
    }
  }

  /// Four rows by eight columns of C: Σₖ A(row, k)·B(k, columns).
  ///
  /// - Parameters:
  ///   - a: A's first number for the block.
  ///   - aStep: Numbers from one k to the next in A.
  ///   - aRow: Numbers from one of the four rows to the next in A.
  ///   - b: B's first number for the block.
  ///   - columns: Numbers in a row of B and of C.
  ///   - c: C's first number for the block.
  ///   - count: How many k there are.
  ///   - adding: Whether what stands in C is kept.
  @inline(__always)
  private static func block(
    _ a: UnsafePointer<Float>, _ aStep: Int, _ aRow: Int, _ b: UnsafePointer<Float>,
    _ columns: Int, _ c: UnsafeMutablePointer<Float>, _ count: Int, adding: Bool
  ) {
    let zero = Vector(repeating: 0)
    var sum0 = adding ? load(c) : zero
    var sum1 = adding ? load(c + columns) : zero
    var sum2 = adding ? load(c + 2 * columns) : zero
    var sum3 = adding ? load(c + 3 * columns) : zero
    var (left, right) = (a, b)
    for _ in 0..<count {
      let vector = load(right)
      sum0 += vector * left[0]
      sum1 += vector * left[aRow]
      sum2 += vector * left[2 * aRow]
      sum3 += vector * left[3 * aRow]
      left += aStep
      right += columns
    }
    store(sum0, c)
    store(sum1, c + columns)
    store(sum2, c + 2 * columns)
    store(sum3, c + 3 * columns)
  }

  static func exponential(_ x: Float) -> Float { expf(x) }
  static func logarithm(_ x: Float) -> Float { logf(x) }
}
