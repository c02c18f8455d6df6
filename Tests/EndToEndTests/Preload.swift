import Foundation
import TestSupport

/// The library of `Tests/Faults`, which makes calls fail and shifts the clock.
enum Preload {
  /// The library to preload; nil if it cannot be built.
  static let library: String? = {
    let source = Repository.root + "/Tests/Faults/faults.c"
    let library = FileManager.default.temporaryDirectory.path + "/faults-\(UUID().uuidString).so"
    let words = ["-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"]
    for compiler in ["/usr/bin/cc", "/usr/bin/clang", "/usr/bin/gcc", "/opt/swift/usr/bin/clang"]
    where FileManager.default.isExecutableFile(atPath: compiler) {
      if (try? Shell.run(compiler, words))?.status == 0 { return library }
    }
    return nil
  }()
}
