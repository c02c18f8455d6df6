/// The location of the bundled lesson at run time.
public enum CourseFolder {
  /// The folder's name.
  public static let name = "activation-functions"

  /// The folders that may contain the lesson, in order of precedence.
  ///
  /// An installed program finds it in `../share/tutor`, a fresh build in the resource folder next to the program.
  ///
  /// - Parameter executable: The program's path.
  /// - Returns: Folders, the likeliest first.
  public static func candidates(executable: String) -> [String] {
    let folder = executable.split(separator: "/").dropLast().map { "/" + $0 }.joined()
    return [
      "\(folder)/../share/tutor/\(name)", "\(folder)/tutor_Content.resources/\(name)",
      "\(folder)/tutor_Content.bundle/\(name)",
    ]
  }
}
