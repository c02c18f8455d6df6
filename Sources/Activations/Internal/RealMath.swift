#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The elementary functions of the C library, the module's only import.
enum RealMath {
  /// e to the power `x`.
  static func exp(_ x: Double) -> Double {
    #if canImport(Glibc)
      Glibc.exp(x)
    #elseif canImport(Musl)
      Musl.exp(x)
    #else
      Darwin.exp(x)
    #endif
  }

  /// e to the power `x`, minus 1, without the cancellation near 0.
  static func expm1(_ x: Double) -> Double {
    #if canImport(Glibc)
      Glibc.expm1(x)
    #elseif canImport(Musl)
      Musl.expm1(x)
    #else
      Darwin.expm1(x)
    #endif
  }

  /// The natural logarithm of `x`.
  static func log(_ x: Double) -> Double {
    #if canImport(Glibc)
      Glibc.log(x)
    #elseif canImport(Musl)
      Musl.log(x)
    #else
      Darwin.log(x)
    #endif
  }

  /// The natural logarithm of `1 + x`, without the cancellation near 0.
  static func log1p(_ x: Double) -> Double {
    #if canImport(Glibc)
      Glibc.log1p(x)
    #elseif canImport(Musl)
      Musl.log1p(x)
    #else
      Darwin.log1p(x)
    #endif
  }

  /// The hyperbolic tangent of `x`.
  static func tanh(_ x: Double) -> Double {
    #if canImport(Glibc)
      Glibc.tanh(x)
    #elseif canImport(Musl)
      Musl.tanh(x)
    #else
      Darwin.tanh(x)
    #endif
  }

  /// The non-negative number whose hyperbolic cosine is `x`, for `x >= 1`.
  static func acosh(_ x: Double) -> Double {
    #if canImport(Glibc)
      Glibc.acosh(x)
    #elseif canImport(Musl)
      Musl.acosh(x)
    #else
      Darwin.acosh(x)
    #endif
  }

  /// The complementary error function, `1 − erf(x)`.
  static func erfc(_ x: Double) -> Double {
    #if canImport(Glibc)
      Glibc.erfc(x)
    #elseif canImport(Musl)
      Musl.erfc(x)
    #else
      Darwin.erfc(x)
    #endif
  }
}
