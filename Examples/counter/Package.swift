// swift-tools-version: 6.3
import PackageDescription

let package = Package(
  name: "counter",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "tutor", path: "../..")],
  targets: [
    .executableTarget(
      name: "counter", dependencies: [.product(name: "TerminalScreens", package: "tutor")])
  ],
  swiftLanguageModes: [.v6]
)
