extension Network {
  /// Does steps, each with the regions of all enabled phases.
  ///
  /// - Parameter count: how many steps.
  /// - Throws: `HTMError` where the network cannot be initialized, or what a region throws.
  public mutating func run(_ count: Int = 1) throws {
    try run(count) { _ in }
  }

  /// Does steps, and something after each of them.
  ///
  /// - Parameters:
  ///   - count: how many steps.
  ///   - body: what is done after each step; it may look at outputs, and change regions.
  /// - Throws: `HTMError` where the network cannot be initialized, or what a region or the function
  ///   throws.
  public mutating func run(_ count: Int, after body: (inout Network) throws -> Void) throws {
    for _ in 0..<max(0, count) {
      if !isInitialized { try initialize() }
      try step()
      iteration += 1
      try body(&self)
    }
  }

  private mutating func step() throws {
    let low = minEnabledPhase ?? minPhase ?? 0
    let high = maxEnabledPhase ?? maxPhase ?? 0
    let phases = Set(nodes.flatMap(\.phases)).filter { $0 >= low && $0 <= high }
    for phase in phases.sorted() {
      for index in nodes.indices where nodes[index].phases.contains(phase) {
        gather(index)
        do {
          try nodes[index].compute()
        } catch let error as HTMError {
          throw HTMError(error.code, "\(nodes[index].name).\(error.path)", error.message)
        }
      }
    }
    for number in links.indices where !links[number].delayed.isEmpty {
      links[number].delayed.removeFirst()
      links[number].delayed.append(current(number))
    }
  }

  private func current(_ number: Int) -> RegionArray {
    nodes[linkSources[number]].data.outputs[links[number].output]
      ?? RegionArray(zeros: links[number].delayed.first?.count ?? 0)
  }

  /// Brings what is linked to a region.
  mutating func gather(_ index: Int) {
    for (input, sources) in nodes[index].sources {
      let arrays = sources.map { links[$0].delayed.first ?? current($0) }
      nodes[index].data.inputs[input] =
        arrays.count == 1 ? arrays[0] : RegionArray(joining: arrays)
    }
  }
}

extension RegionArray {
  /// Puts arrays one behind the other, as elements of the first one's type.
  init(joining arrays: [RegionArray]) {
    let type = arrays.first?.type ?? .real32
    var ones: [Int] = []
    var start = 0
    for array in arrays {
      guard case .ones(let more) = array.storage else {
        self.init(type, arrays.flatMap(\.numbers))
        return
      }
      ones += more.map { $0 + start }
      start += array.count
    }
    self.init(type, ones: ones, count: start)
  }
}

extension Network {
  /// Runs one region with what its links bring, as NuPIC's models do.
  mutating func runRegion(_ name: String) throws {
    if !isInitialized { try initialize() }
    let index = try index(name)
    gather(index)
    try nodes[index].compute()
  }
}
