// swift-tools-version: 6.3
import PackageDescription

let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "tutor", path: "..")],
  targets: [
    .executableTarget(
      name: "bench",
      dependencies: ["CSQLite", .product(name: "TutorModules", package: "tutor")]),
    // What model learners remember under several ways to practise.
    .executableTarget(
      name: "learn", dependencies: [.product(name: "TutorModules", package: "tutor")]),
    // A minimal full-screen program in C: the tutor's times are reported as multiples of its times.
    .executableTarget(name: "bare", linkerSettings: [.linkedLibrary("ncursesw")]),
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
  ],
  swiftLanguageModes: [.v6]
)
