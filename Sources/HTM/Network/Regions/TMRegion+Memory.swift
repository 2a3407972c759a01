extension TMRegion.Memory {
  /// What was taken out; as it cannot be copied, what is in it is given on and not held twice.
  private enum Taken: ~Copyable {
    case temporal(TemporalMemory)
    case carried(TMRegion.Memory)
  }

  private consuming func taken() -> Taken {
    switch self {
    case .temporal(let memory): .temporal(memory)
    case .backtracking, .backtrackingCPP: .carried(self)
    }
  }

  /// Changes a memory that can run, without copying it; gives nil where it is one that is carried.
  ///
  /// It is taken out meanwhile: while it was in two places, each change would copy all of it.
  @discardableResult
  mutating func update<Result>(
    _ body: (inout TemporalMemory) throws -> Result
  ) rethrows -> Result? {
    switch (consume self).taken() {
    case .temporal(var memory):
      defer { self = .temporal(memory) }
      return try body(&memory)
    case .carried(let memory):
      self = memory
      return nil
    }
  }
}
