internal import Dispatch
internal import Foundation
internal import Reductions
internal import Synchronization

/// Takes examples from files on a thread of its own, so that parsing and learning go side by side.
///
/// The order of the examples is that of the files. What belongs to the thread is used by no other one
/// once it runs; batches change hands under the lock.
final class ExampleSource: @unchecked Sendable {
  private struct Queue {
    var full: [ExampleBatch] = []
    var empty = [ExampleBatch(), ExampleBatch(), ExampleBatch()]
    var isAbandoned = false
  }

  private let queue = Mutex(Queue())
  private let fullCount = DispatchSemaphore(value: 0)
  private let emptyCount = DispatchSemaphore(value: 0)

  // The thread's own.
  private let input: DataInput
  private var chunks: ChunkReader
  private let parser: ExampleParser
  private var skipped: Int
  private var batch = ExampleBatch()

  init(_ input: DataInput, _ parser: ExampleParser, skipping skipped: Int) {
    self.input = input
    self.parser = parser
    self.skipped = skipped
    chunks = ChunkReader(input, isMultiline: parser.isMultiline)
    // A semaphore dies when it ends with less than it began with, so it begins with nothing.
    for _ in 0..<3 { emptyCount.signal() }
  }

  func start() {
    let thread = Thread { self.run() }
    thread.stackSize = 4 << 20
    thread.start()
  }

  /// The next examples.
  func take() -> ExampleBatch {
    fullCount.wait()
    return queue.withLock { $0.full.removeFirst() }
  }

  /// Gives back the memory of examples that are done with.
  func recycle(_ batch: inout ExampleBatch) {
    batch.clear()
    queue.withLock { $0.empty.append(batch) }
    // Whoever shares memory with another one takes new memory, and it was for this one.
    batch = ExampleBatch()
    emptyCount.signal()
  }

  /// Lets the thread end.
  func abandon() {
    queue.withLock { $0.isAbandoned = true }
    emptyCount.signal()
  }

  private func run() {
    guard takeEmpty() else { return }
    input.willWait = { [unowned self] in
      // Whoever sends one example and waits sees that it is learnt.
      guard batch.count > 0 else { return }
      batch.isAwaited = true
      _ = handOver()
    }
    do throws(StowFailure) {
      while let chunk = try chunks.next() {
        try Self.add(chunk, chunks, &batch, parser, &skipped)
        // What was read with it comes at once.
        try Self.addRead(&chunks, &batch, parser, &skipped)
        while batch.isFull {
          if !handOver() { return }
          try Self.addRead(&chunks, &batch, parser, &skipped)
        }
      }
    } catch {
      batch.failure = error
    }
    batch.isLast = true
    input.willWait = nil
    _ = handOver()
  }

  /// Adds the examples that were read, until the batch is full.
  private static func addRead(
    _ chunks: inout ChunkReader, _ batch: inout ExampleBatch, _ parser: ExampleParser,
    _ skipped: inout Int
  ) throws(StowFailure) {
    while !batch.isFull, let chunk = try chunks.nextRead() {
      try add(chunk, chunks, &batch, parser, &skipped)
    }
  }

  @inline(__always)
  private static func add(
    _ chunk: Range<Int>, _ chunks: borrowing ChunkReader, _ batch: inout ExampleBatch,
    _ parser: ExampleParser, _ skipped: inout Int
  ) throws(StowFailure) {
    guard skipped == 0 else {
      skipped -= 1
      return
    }
    do throws(ReductionsError) {
      try batch.add(chunks.bytes.span, chunk, chunks.line, parser)
    } catch {
      throw .failed("\(chunks.place): \(error)")
    }
  }

  /// Passes on what was taken, and tells whether more is wanted.
  private func handOver() -> Bool {
    batch.name = input.name
    batch.bytesRead = input.bytesRead
    let isLast = batch.isLast
    queue.withLock { $0.full.append(batch) }
    batch = ExampleBatch()
    fullCount.signal()
    return !isLast && takeEmpty()
  }

  private func takeEmpty() -> Bool {
    emptyCount.wait()
    let isGoingOn = queue.withLock { queue in
      guard !queue.isAbandoned, let next = queue.empty.popLast() else { return false }
      batch = next
      return true
    }
    // Who asks again is not to wait for what never comes.
    if !isGoingOn { emptyCount.signal() }
    return isGoingOn
  }
}
