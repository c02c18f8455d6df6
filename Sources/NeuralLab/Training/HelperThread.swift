import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Work of which a helper thread does a part.
protocol HelpedWork: AnyObject {
  /// Does the helper's part.
  func help()
}

/// A thread that does one part of every step while its owner does the other.
///
/// Steps take microseconds, so it spins for the next one; after some hundred microseconds without work it blocks until
/// it is woken.
final class HelperThread: @unchecked Sendable {
  private let called = Atomic<Int>(0)
  private let done = Atomic<Int>(0)
  private let isAsleep = Atomic<Bool>(false)
  private let isOver = Atomic<Bool>(false)
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private let bell: UnsafeMutablePointer<pthread_cond_t>
  private var thread: pthread_t?
  private unowned(unsafe) var work: (any HelpedWork)?

  /// Spin iterations before blocking.
  private static let patience = 20_000

  /// Starts the thread; nil if the system cannot create one.
  init?() {
    lock = .allocate(capacity: 1)
    bell = .allocate(capacity: 1)
    pthread_mutex_init(lock, nil)
    pthread_cond_init(bell, nil)
    #if canImport(Darwin)
      var started: pthread_t?
    #else
      var started = pthread_t()
    #endif
    let own = Unmanaged.passUnretained(self).toOpaque()
    let status = pthread_create(
      &started, nil,
      { argument in
        #if canImport(Darwin)
          let place: UnsafeMutableRawPointer? = argument
        #else
          let place = argument
        #endif
        if let place { Unmanaged<HelperThread>.fromOpaque(place).takeUnretainedValue().run() }
        return nil
      }, own)
    guard status == 0 else {
      lock.deallocate()
      bell.deallocate()
      return nil
    }
    thread = started
  }

  deinit {
    isOver.store(true, ordering: .sequentiallyConsistent)
    wake()
    if let thread { pthread_join(thread, nil) }
    pthread_cond_destroy(bell)
    pthread_mutex_destroy(lock)
    lock.deallocate()
    bell.deallocate()
  }

  /// Runs the helper's part concurrently with the owner's; returns when both are done.
  func run(_ work: any HelpedWork, meanwhile own: () -> Void) {
    self.work = work
    let number = called.load(ordering: .relaxed) + 1
    called.store(number, ordering: .sequentiallyConsistent)
    if isAsleep.load(ordering: .sequentiallyConsistent) { wake() }
    own()
    while done.load(ordering: .acquiring) != number {}
  }

  private func wake() {
    pthread_mutex_lock(lock)
    pthread_cond_signal(bell)
    pthread_mutex_unlock(lock)
  }

  private func run() {
    var last = 0
    while true {
      var looks = 0
      while called.load(ordering: .acquiring) == last, !isOver.load(ordering: .relaxed) {
        looks += 1
        if looks > Self.patience { sleep(until: last) }
      }
      if isOver.load(ordering: .acquiring) { return }
      last = called.load(ordering: .acquiring)
      work?.help()
      done.store(last, ordering: .releasing)
    }
  }

  private func sleep(until last: Int) {
    pthread_mutex_lock(lock)
    isAsleep.store(true, ordering: .sequentiallyConsistent)
    while called.load(ordering: .sequentiallyConsistent) == last,
      !isOver.load(ordering: .sequentiallyConsistent)
    {
      pthread_cond_wait(bell, lock)
    }
    isAsleep.store(false, ordering: .sequentiallyConsistent)
    pthread_mutex_unlock(lock)
  }
}
