import GRDB

extension DatabaseQueue {
  /// Closes the database, and keeps its queue as long as the program runs.
  ///
  /// If a dispatch queue with specific values, such as GRDB's, is released, libdispatch frees them on another queue.
  /// This starts libdispatch's threads, one of which then wakes up every second.
  func retire() {
    try? close()
    _ = Unmanaged.passRetained(self)
  }
}
