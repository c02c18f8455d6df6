import CLabKernels

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Float: LabScalar {
  static func product(
    _ a: UnsafePointer<Float>, step: Int, row: Int, _ b: UnsafePointer<Float>,
    into c: UnsafeMutablePointer<Float>, rows: Int, count: Int, columns: Int, adding: Bool
  ) {
    lab_multiply(a, step, row, b, c, rows, count, columns, adding ? 1 : 0)
  }

  static func exponential(_ x: Float) -> Float { expf(x) }
  static func logarithm(_ x: Float) -> Float { logf(x) }
}

/// What products are computed with here.
public enum Kernels {
  /// Numbers that a vector of this machine holds: 4, 8 or 16.
  public static var lanes: Int { Int(lab_lanes()) }
}
