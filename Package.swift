// swift-tools-version: 6.3
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A module and its test target.
///
/// An optimised module is optimised in debug builds, too; its tests would take minutes otherwise.
func module(
  _ name: String, _ modules: [String] = [], testedWith others: [String] = [],
  optimised: Bool = false
) -> [Target] {
  let speed: [SwiftSetting] =
    optimised ? [.unsafeFlags(["-O"], .when(configuration: .debug))] : []
  let dependencies = modules.map { Target.Dependency(stringLiteral: $0) }
  return [
    .target(name: name, dependencies: dependencies, swiftSettings: strict + speed),
    .testTarget(
      name: name + "Tests",
      dependencies: [Target.Dependency(stringLiteral: name)] + dependencies
        + (["TestSupport"] + others).map { Target.Dependency(stringLiteral: $0) },
      exclude: data[name] ?? [],
      swiftSettings: strict),
  ]
}

/// Folders of test data, which the build excludes and tests read by path.
let data = [
  "Activations": ["Fixtures"], "Practice": ["Fixtures"], "NeuralLab": ["Fixtures"],
  "TerminalUI": ["Fixtures"], "TutorScreens": ["Goldens"],
]

let package = Package(
  name: "tutor",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "tutor", targets: ["tutor"]),
    // Screens in a terminal, without anything of the lesson.
    .library(name: "TerminalScreens", targets: ["CursesTerminal", "TerminalUI"]),
    // The modules that the benchmarks measure.
    .library(
      name: "TutorModules",
      targets: [
        "Activations", "CursesTerminal", "Figures", "Lessons", "NeuralLab", "Practice",
        "TerminalUI", "TextCharts",
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
        "Lessons", "NeuralLab", "Figures", "Practice", "TerminalUI", "TextCharts", "TutorScreens",
        "Words",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    // What tests of several modules share.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    // The courses that tests read.
    .target(
      name: "TestCourse", dependencies: ["Activations", "LessonReader", "Lessons", "TestSupport"],
      path: "Tests/TestCourse", swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "tutor", "Activations", "Figures", "LearnerRecord", "LessonLayout", "LessonReader",
        "Lessons", "Practice", "TerminalUI", "TestCourse", "TestSupport", "TutorScreens", "Words",
      ],
      swiftSettings: strict),
    // The fuzz targets of Tests/Fuzz/run, as ordinary tests without libFuzzer.
    .testTarget(
      name: "FuzzTests",
      dependencies: [
        "Activations", "Claims", "LearnerRecord", "LessonReader", "Lessons", "MarkupText",
        "Figures", "NeuralLab", "Practice", "TerminalUI", "TestCourse", "TestSupport", "TextCharts",
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
    + module("TerminalUI")
    + [
      .target(
        name: "Words", dependencies: ["Activations", "Lessons", "Practice", "TerminalUI"],
        swiftSettings: strict)
    ]
    + module("Lessons")
    + module("Activations")
    + module("Sketching", ["Activations"], optimised: true)
    + module("Practice", ["Lessons"])
    + module(
      "MathQuestions", ["Activations", "Lessons", "Practice"],
      testedWith: ["LessonReader", "TestCourse"], optimised: true)
    + [
      // Always optimised: debug builds train networks, too.
      .target(name: "CLabKernels", cSettings: [.unsafeFlags(["-O3"])])
    ]
    + module("NeuralLab", ["Activations", "CLabKernels"], optimised: true)
    + module("CursesTerminal", ["CNcurses", "TerminalUI"])
    + module("TextCharts", ["TerminalUI"], testedWith: ["Activations", "TestCourse"])
    + [
      .target(
        name: "Figures",
        dependencies: [
          "Activations", "Lessons", "NeuralLab", "Sketching", "TerminalUI", "TextCharts", "Words",
        ],
        swiftSettings: strict),
      .target(
        name: "LessonLayout", dependencies: ["Figures", "Lessons", "TerminalUI", "Words"],
        swiftSettings: strict),
    ]
    + module(
      "TutorScreens",
      [
        "TerminalUI", "TextCharts", "Activations", "Lessons", "Practice", "MathQuestions",
        "NeuralLab", "Sketching", "Words", "Figures", "LessonLayout",
      ],
      testedWith: ["CCmark", "LessonReader", "MarkupText", "TestCourse"])
    + [
      // Calls the variadic sqlite3_db_config, which Swift cannot call.
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
          "LearnerRecord", "Lessons", "Practice", "TestSupport",
          .product(name: "GRDB", package: "GRDB.swift"),
        ],
        exclude: ["Fixtures"], swiftSettings: strict),
    ]
    + module("MarkupText", ["CLibxml2"])
    + module("LessonReader", ["CCmark", "Lessons", "MarkupText"], testedWith: ["TestCourse"])
    + module("Claims", ["Activations"])
    + module(
      "CourseLint",
      ["Claims", "Figures", "LessonReader", "Lessons", "TerminalUI", "Words"],
      testedWith: ["Activations", "TestCourse"]),
  swiftLanguageModes: [.v6]
)
