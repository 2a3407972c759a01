internal import CapnProto
internal import Stowage

extension FileObject {
  /// The tree of what is in the object, with what each part takes, and what does not fit the schema.
  func outline(
    progress: @escaping (Int) -> Void
  ) throws -> (tree: OutlineNode, misfits: [String])? {
    if let graph, case .stowed(let file) = form {
      var walk = try GraphOutline(
        graph.root, budget: 1 << 16 + file.valueBudget, progress: progress, structure: structure)
      return (try walk.outline(), walk.misfits)
    }
    guard let message else { return nil }
    var walk = OutlineWalk(progress: progress, structure: structure)
    if let schema {
      return (try walk.outline(message.root(schema)), walk.misfits)
    }
    return (try walk.outline(message.root), walk.misfits)
  }

  /// Tells of work on the object, and lets go of what was read: it is counted in bytes or in steps.
  func progress(
    _ console: Console, _ file: InputFile, areSteps: Bool = false
  ) -> (Int) -> Void {
    var since = 0
    return { [message, graph] count in
      if areSteps {
        console.progress.add(steps: count)
      } else {
        console.progress.add(bytes: count)
      }
      since += count
      guard since >= (areSteps ? 1 << 20 : 64 << 20) else { return }
      since = 0
      message?.releasePages()
      graph?.releasePages()
      file.release()
    }
  }

  /// How large the message is when it is not packed; nil where that is not known.
  var messageBytes: Int? {
    if case .stowed(let file) = form { return file.messageBytes }
    return message?.byteCount
  }
}
