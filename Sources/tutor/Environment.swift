import Foundation

/// The variables of the process environment.
struct Environment {
  /// A variable's value; nil if it is not set.
  subscript(name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// The learner's home folder: HOME, or the user database if HOME is unset or empty.
  var home: String {
    if let home = self["HOME"], !home.isEmpty { return home }
    guard let user = getpwuid(getuid()), let folder = user.pointee.pw_dir else { return "/" }
    return String(cString: folder)
  }
}
