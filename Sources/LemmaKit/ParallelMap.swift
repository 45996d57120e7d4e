import Foundation
import Synchronization

extension Array where Element: Sendable {
  /// The results of `transform` in the order of the elements, made by up to `workers` threads.
  ///
  /// Threads of our own, not tasks: a lesson's code is parsed and evaluated by recursion to a stated
  /// depth, and the threads of Swift's own pool have stacks of 512 kB on some systems.
  func parallelMap<Result: Sendable>(
    workers: Int, _ transform: @escaping @Sendable (Element) -> Result
  ) -> [Result] {
    let pool = WorkerPool(elements: self, transform: transform)
    let threads = Swift.max(1, Swift.min(workers, count))
    for _ in 0..<threads { pool.start() }
    return pool.results(from: threads)
  }
}

/// Shared by the threads of one `parallelMap`: a class, since they take from one queue.
private final class WorkerPool<Element: Sendable, Result: Sendable>: Sendable {
  private struct State {
    var next = 0
    var results: [Result?]
  }

  private let elements: [Element]
  private let transform: @Sendable (Element) -> Result
  private let state: Mutex<State>
  private let finished = DispatchSemaphore(value: 0)

  init(elements: [Element], transform: @escaping @Sendable (Element) -> Result) {
    self.elements = elements
    self.transform = transform
    self.state = Mutex(State(results: Array(repeating: nil, count: elements.count)))
  }

  func start() {
    let thread = Thread { [self] in
      while let index = take() {
        let result = transform(elements[index])
        state.withLock { $0.results[index] = result }
      }
      finished.signal()
    }
    thread.stackSize = 64 << 20
    thread.start()
  }

  func results(from threads: Int) -> [Result] {
    for _ in 0..<threads { finished.wait() }
    return state.withLock { $0.results.compactMap { $0 } }
  }

  private func take() -> Int? {
    state.withLock { state in
      guard state.next < elements.count else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }
}
