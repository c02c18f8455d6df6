public import Foundation

/// The working copy that the tests were built from.
public enum Repository {
  /// The path of its folder.
  public static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// Returns a file or folder, by its path from the root.
  public static func file(_ path: String) -> URL { URL(fileURLWithPath: root + "/" + path) }
}
