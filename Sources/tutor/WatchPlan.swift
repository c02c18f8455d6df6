#if os(Linux)
  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #endif

  /// The folders and links to watch to detect every change of a set of files.
  ///
  /// Folders that contain a file, or a folder on the path to one, are watched for those names. Folders above the course
  /// are only watched for being moved or deleted, so that other files in them cause no events. If something is missing,
  /// the last existing folder is watched for its name. Symbolic links are watched as files of their own.
  struct WatchPlan: Equatable {
    /// A watched folder or link.
    struct Watch: Equatable {
      /// The inotify events.
      var mask: UInt32
      /// The relevant names in the folder.
      var names: Set<String> = []
    }

    /// Watches by path.
    ///
    /// No component of a path is a symbolic link, except the last one of a watched link.
    private(set) var places: [String: Watch] = [:]

    /// Plans the watches of a course.
    ///
    /// - Parameters:
    ///   - folder: The course's folder, an absolute path.
    ///   - files: Paths relative to it.
    init(folder: String, files: [String]) {
      guard let root = follow(folder, from: "/", isInside: false) else { return }
      for file in files { _ = follow(file, from: root, isInside: true) }
    }

    private static let itself = UInt32(IN_MOVE_SELF) | UInt32(IN_DELETE_SELF)
    private static let arrival = UInt32(IN_CREATE) | UInt32(IN_MOVED_TO)
    private static let content =
      arrival | UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_FROM) | UInt32(IN_DELETE)
      | UInt32(IN_ATTRIB)
    /// The number of links that Linux follows in one path.
    private static let mostLinks = 40

    /// Adds watches for everything on a path.
    ///
    /// - Returns: The resolved path; nil if something is missing.
    private mutating func follow(_ path: String, from start: String, isInside: Bool) -> String? {
      var current = path.hasPrefix("/") ? "/" : start
      var rest = Self.parts(path)
      var links = 0
      while let name = rest.popLast() {
        if name == "." { continue }
        if name == ".." {
          current = Self.parent(of: current)
          continue
        }
        if isInside { add(current, Self.content | Self.itself, name) }
        let next = current == "/" ? "/" + name : current + "/" + name
        var status = stat()
        guard lstat(next, &status) == 0 else {
          add(current, Self.arrival | Self.itself, name)
          return nil
        }
        switch status.st_mode & S_IFMT {
        case S_IFLNK:
          links += 1
          add(next, Self.itself | UInt32(IN_ATTRIB) | UInt32(IN_DONT_FOLLOW))
          guard links <= Self.mostLinks, let target = Self.target(of: next) else { return nil }
          if target.hasPrefix("/") { current = "/" }
          rest += Self.parts(target)
        case S_IFDIR:
          current = next
          add(current, Self.itself | UInt32(IN_ONLYDIR))
        default:
          return rest.isEmpty ? next : nil
        }
      }
      return current
    }

    private mutating func add(_ path: String, _ mask: UInt32, _ name: String? = nil) {
      places[path, default: Watch(mask: 0)].mask |= mask
      if let name { places[path]?.names.insert(name) }
    }

    /// The components of a path in reverse order.
    private static func parts(_ path: String) -> [String] {
      path.split(separator: "/").reversed().map(String.init)
    }

    private static func parent(of path: String) -> String {
      let parts = path.split(separator: "/").dropLast()
      return "/" + parts.joined(separator: "/")
    }

    private static func target(of link: String) -> String? {
      let target = [UInt8](unsafeUninitializedCapacity: Int(PATH_MAX)) { buffer, count in
        count = buffer.withMemoryRebound(to: CChar.self) { letters in
          letters.baseAddress.map { max(0, readlink(link, $0, letters.count)) } ?? 0
        }
      }
      return target.isEmpty ? nil : String(decoding: target, as: UTF8.self)
    }
  }
#endif
