import Activations
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

  static func activation(
    _ kernel: ActivationKernel, _ x: UnsafePointer<Float>, upstream: UnsafePointer<Float>?,
    into out: UnsafeMutablePointer<Float>, count: Int
  ) -> Bool {
    lab_activation(kernel.kind, kernel.parameter, x, upstream, out, count)
    return true
  }

  static func exponential(_ x: Float) -> Float { expf(x) }
  static func logarithm(_ x: Float) -> Float { logf(x) }
}

extension ActivationKernel {
  /// The kernel of an activation; nil if it has none.
  init?(_ activation: BoundActivation) {
    let kinds: [String: Int] = [
      "sigmoid": LAB_SIGMOID, "tanh": LAB_TANH, "swish": LAB_SWISH, "gelu": LAB_GELU,
      "elu": LAB_ELU,
    ]
    guard let kind = kinds[activation.activation.id] else { return nil }
    self.kind = Int32(kind)
    parameter = Float(activation.parameterValues.first ?? 1)
  }
}

/// The kernels of this machine.
public enum Kernels {
  /// The number of floats in a vector: 4, 8 or 16.
  public static var lanes: Int { Int(lab_lanes()) }
}
