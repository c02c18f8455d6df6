// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "tutor", path: "..")],
  targets: [
    .executableTarget(
      name: "bench", dependencies: [.product(name: "TutorRooms", package: "tutor")])
  ],
  swiftLanguageModes: [.v6]
)
