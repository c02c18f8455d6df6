import GRDB

extension DatabaseQueue {
  /// Closes the database, and keeps its queue for as long as the program runs.
  ///
  /// A dispatch queue with values of its own, such as GRDB's, frees them on another queue when it is released. That
  /// starts libdispatch's threads, one of which then wakes up every second for ever.
  func retire() {
    try? close()
    _ = Unmanaged.passRetained(self)
  }
}
