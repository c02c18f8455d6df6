import Foundation
import TestSupport
import Testing

/// Compares the import lines of the sources with the table of modules in ARCHITECTURE.md.
struct ArchitectureTests {
  /// A row of the table.
  struct Module: Sendable, CustomTestStringConvertible {
    let name: String
    /// The modules it may import; nil for all.
    let allowed: Set<String>?

    var testDescription: String { name }

    /// Reads a row `| `name` | purpose | `A`, `B` |`; nil for other lines.
    init?(row: Substring) {
      let cells = row.split(separator: "|").map { Self.names(in: $0) }
      guard row.hasPrefix("| `"), cells.count == 3, let name = cells[0].first else { return nil }
      self.name = name
      let text = row.split(separator: "|")[2].trimmingCharacters(in: .whitespaces)
      allowed = text == "everything" ? nil : text == "nothing" ? [] : Set(cells[2])
    }

    private static func names(in cell: Substring) -> [String] {
      cell.matches(of: /`(\w+)`/).map { String($0.1) }
    }
  }

  private static let modules: [Module] = {
    let table = try? String(contentsOfFile: Repository.root + "/ARCHITECTURE.md", encoding: .utf8)
    return (table ?? "").split(separator: "\n").compactMap { Module(row: $0) }
  }()

  private static let system: Set = ["Glibc", "Musl", "Darwin", "Dispatch", "Synchronization"]

  /// The modules that a source file imports.
  private func imports(of path: String) throws -> [String] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let index = words.firstIndex(of: "import"), index <= 1, index + 1 < words.count else {
        return nil
      }
      return String(words[index + 1])
    }
  }

  @Test func everySwiftModuleIsInTheTable() throws {
    let sources = Repository.root + "/Sources"
    let folders = try FileManager.default.contentsOfDirectory(atPath: sources).filter {
      !$0.hasPrefix("C") || ["Claims", "CourseLint", "CursesTerminal"].contains($0)
    }
    #expect(Set(folders) == Set(Self.modules.map(\.name)))
    #expect(Self.modules.count == folders.count)
  }

  @Test(arguments: modules) func modulesImportOnlyWhatTheTableAllows(module: Module) throws {
    guard let allowed = module.allowed else { return }
    let folder = Repository.root + "/Sources/" + module.name
    let files = try #require(FileManager.default.enumerator(atPath: folder))
    var count = 0
    for case let file as String in files where file.hasSuffix(".swift") {
      count += 1
      for name in try imports(of: folder + "/" + file) {
        #expect(
          Self.system.contains(name) || allowed.contains(name),
          "\(module.name)/\(file) imports \(name)")
      }
    }
    #expect(count > 0)
  }

  /// The table must not promise dependencies that the package does not declare, nor allow cycles.
  @Test func theTableHasNoCycles() {
    var left = Dictionary(uniqueKeysWithValues: Self.modules.map { ($0.name, $0.allowed ?? []) })
    while let free = left.first(where: { $0.value.allSatisfy { left[$0] == nil } }) {
      left[free.key] = nil
    }
    #expect(left.isEmpty)
  }

  @Test func typeNamesAreUniqueAcrossModules() throws {
    let sources = Repository.root + "/Sources"
    var files: [String: [String]] = [:]
    for file in try FileManager.default.subpathsOfDirectory(atPath: sources)
    where file.hasSuffix(".swift") {
      let text = try String(contentsOfFile: sources + "/" + file, encoding: .utf8)
      let types = text.matches(
        of: /(?m)^(?:public |package |final )*(?:struct|enum|class|protocol|actor) (\w+)/)
      for type in types { files[String(type.1), default: []].append(file) }
    }
    #expect(files.count > 100)
    #expect(files.filter { $0.value.count > 1 } == [:])
  }
}
