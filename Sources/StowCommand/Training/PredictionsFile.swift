internal import Foundation
internal import Reductions
internal import Stowage

/// Predictions, one on each line, in a file that appears when it is whole.
final class PredictionsFile {
  private let path: String
  private let draft: String
  private let handle: FileHandle
  private var unwritten: [UInt8] = []
  private var isDone = false

  init(_ path: String) throws(StowFailure) {
    self.path = path
    draft = path + ".\(getpid()).part"
    UnfinishedFiles.note(draft)
    guard FileManager.default.createFile(atPath: draft, contents: nil),
      let handle = FileHandle(forWritingAtPath: draft)
    else { throw .system("\(path) cannot be written") }
    self.handle = handle
  }

  deinit {
    if !isDone { try? FileManager.default.removeItem(atPath: draft) }
    UnfinishedFiles.forget(draft)
  }

  func add(_ prediction: Prediction) throws(StowFailure) {
    prediction.appendJSON(to: &unwritten)
    unwritten.append(10)
    if unwritten.count > 1 << 18 { try flush() }
  }

  private func flush() throws(StowFailure) {
    do {
      try handle.write(contentsOf: Data(unwritten))
    } catch {
      throw .failed("\(path) cannot be written: \(error.localizedDescription)")
    }
    unwritten.removeAll(keepingCapacity: true)
  }

  /// Puts the file in its place.
  func finish() throws(StowFailure) {
    try flush()
    try? handle.close()
    guard unsafe rename(draft, path) == 0 else { throw .system("\(path) cannot be written") }
    isDone = true
  }
}
