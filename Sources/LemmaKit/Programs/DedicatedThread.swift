import Foundation
import Synchronization

/// A thread that runs one piece of asynchronous work, whole, and ends with it.
///
/// The work and its child tasks stay out of Swift's own pool, which has as many threads as there are
/// processors: callers that wait for the work may fill that pool, and it would then never go on.
final class DedicatedThread: TaskExecutor {
  private struct State {
    var jobs: [UnownedJob] = []
    var isFinished = false
  }

  private let state = Mutex(State())
  private let wake = DispatchSemaphore(value: 0)

  static func start(_ work: @escaping @Sendable () async -> Void) {
    let executor = DedicatedThread()
    Task(executorPreference: executor) {
      await work()
      executor.finish()
    }
    Thread { executor.runJobs() }.start()
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    state.withLock { $0.jobs.append(job) }
    wake.signal()
  }

  private func finish() {
    state.withLock { $0.isFinished = true }
    wake.signal()
  }

  private func runJobs() {
    while true {
      wake.wait()
      let job = state.withLock { $0.jobs.isEmpty ? nil : $0.jobs.removeFirst() }
      if let job {
        job.runSynchronously(on: asUnownedTaskExecutor())
      } else if state.withLock({ $0.isFinished }) {
        return
      }
    }
  }
}
