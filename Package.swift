// swift-tools-version: 6.3
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A room of the program and the test target that belongs to it.
///
/// A room that is optimised is so in debug builds, too: its tests would take minutes otherwise.
func room(
  _ name: String, _ rooms: [String] = [], testedWith others: [String] = [],
  optimised: Bool = false
) -> [Target] {
  let speed: [SwiftSetting] =
    optimised ? [.unsafeFlags(["-O"], .when(configuration: .debug))] : []
  let dependencies = rooms.map { Target.Dependency(stringLiteral: $0) }
  return [
    .target(name: name, dependencies: dependencies, swiftSettings: strict + speed),
    .testTarget(
      name: name + "Tests",
      dependencies: [Target.Dependency(stringLiteral: name)] + dependencies
        + others.map { Target.Dependency(stringLiteral: $0) },
      exclude: data[name] ?? [],
      swiftSettings: strict),
  ]
}

/// Folders of test data, read by path and never built.
let data = [
  "Activations": ["Fixtures"], "Practice": ["Fixtures"], "NeuralLab": ["Fixtures"],
  "TerminalUI": ["Fixtures"], "TutorScreens": ["Goldens"],
]

let package = Package(
  name: "tutor",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "tutor", targets: ["tutor"]),
    // What the benchmarks measure.
    .library(
      name: "TutorRooms",
      targets: [
        "Activations", "Figures", "Lessons", "NeuralLab", "Practice", "TerminalUI", "TextCharts",
        "TutorScreens",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .target(
      name: "Content", path: "Content", exclude: ["LICENSE", "README.md", "config.schema.json"],
      resources: [.copy("activation-functions"), .copy("new-course")],
      swiftSettings: strict),
    .executableTarget(
      name: "tutor",
      dependencies: [
        "Activations", "Content", "CourseLint", "CursesTerminal", "LearnerRecord", "LessonReader",
        "NeuralLab",
        "Lessons",
        "Figures", "Practice", "TerminalUI", "TextCharts", "TutorScreens", "Words",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    // The courses that tests read.
    .target(
      name: "TestCourse", dependencies: ["Activations", "LessonReader", "Lessons"],
      path: "Tests/TestCourse", swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "TestCourse",
        "tutor", "Activations", "LearnerRecord", "LessonReader", "Lessons", "Practice",
        "TutorScreens",
      ],
      swiftSettings: strict),
    // What Tests/Fuzz/run hands to libFuzzer, for seconds and without it.
    .testTarget(
      name: "FuzzTests",
      dependencies: [
        "Activations", "Claims", "LearnerRecord", "LessonReader", "Lessons", "MarkupText",
        "Figures", "NeuralLab", "Practice", "TerminalUI", "TextCharts",
      ],
      path: "Tests/Fuzz",
      exclude: ["Entry.swift", "LessonFuzz.swift", "Seeds", "run", "words.dict"],
      swiftSettings: strict),
    .systemLibrary(
      name: "CNcurses", providers: [.apt(["libncursesw5-dev"]), .brew(["ncurses"])]),
    .systemLibrary(
      name: "CCmark",
      providers: [
        .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
      ]),
    .systemLibrary(
      name: "CLibxml2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
  ]
    + room("TerminalUI")
    + [.target(name: "Words", dependencies: ["TerminalUI"], swiftSettings: strict)]
    + room("Lessons")
    + room("Activations")
    + room("Practice", ["Lessons"])
    + room(
      "MathQuestions", ["Activations", "Lessons", "Practice"],
      testedWith: ["LessonReader", "TestCourse"])
    + [
      // Always optimised: a debug build trains, too.
      .target(name: "CLabKernels", cSettings: [.unsafeFlags(["-O3"])])
    ]
    + room("NeuralLab", ["Activations", "CLabKernels"], optimised: true)
    + room("CursesTerminal", ["CNcurses", "TerminalUI"])
    + room("TextCharts", ["TerminalUI"], testedWith: ["Activations"])
    + [
      .target(
        name: "Figures",
        dependencies: ["Activations", "Lessons", "TerminalUI", "TextCharts", "Words"],
        swiftSettings: strict),
      .target(
        name: "LessonLayout", dependencies: ["Figures", "Lessons", "TerminalUI", "Words"],
        swiftSettings: strict),
    ]
    + room(
      "TutorScreens",
      [
        "TerminalUI", "TextCharts", "Activations", "Lessons", "Practice", "MathQuestions",
        "NeuralLab", "Words", "Figures", "LessonLayout",
      ],
      testedWith: ["CCmark", "LessonReader", "MarkupText", "TestCourse"])
    + [
      // One call of SQLite's that Swift cannot make.
      .target(name: "CRecordGuard"),
      .target(
        name: "LearnerRecord",
        dependencies: [
          "CRecordGuard", "Lessons", "Practice", .product(name: "GRDB", package: "GRDB.swift"),
          .product(name: "GRDBSQLite", package: "GRDB.swift"),
        ],
        swiftSettings: strict),
      .testTarget(
        name: "LearnerRecordTests",
        dependencies: [
          "LearnerRecord", "Lessons", "Practice", .product(name: "GRDB", package: "GRDB.swift"),
        ],
        exclude: ["Fixtures"], swiftSettings: strict),
    ]
    + room("MarkupText", ["CLibxml2"])
    + room("LessonReader", ["CCmark", "Lessons", "MarkupText"])
    + room("Claims", ["Activations"])
    + room(
      "CourseLint",
      ["Claims", "Figures", "LessonReader", "Lessons", "TerminalUI", "Words"],
      testedWith: ["Activations", "TestCourse"]),
  swiftLanguageModes: [.v6]
)
