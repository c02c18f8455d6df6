/// Where the bundled course is when the program runs.
public enum CourseFolder {
  /// The bundled course's name.
  public static let name = "activation-functions"

  /// The folders in which the course may be, the first one that has it counts.
  ///
  /// An installed program finds it in `../share/tutor`, a freshly built one in the folder of
  /// resources that the build puts beside it.
  ///
  /// - Parameter executable: The program's own path.
  /// - Returns: Folders, the likeliest first.
  public static func candidates(executable: String) -> [String] {
    let folder = executable.split(separator: "/").dropLast().map { "/" + $0 }.joined()
    return [
      "\(folder)/../share/tutor/\(name)", "\(folder)/tutor_Content.resources/\(name)",
      "\(folder)/tutor_Content.bundle/\(name)",
    ]
  }
}
