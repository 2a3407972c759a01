import Testing

@testable import HTM

/// A temporal memory in its region.
struct TMRegionTests {
  /// Where something lies that each step writes to.
  private func address(_ region: TMRegion) throws -> Int {
    guard case .temporal(let memory) = region.memory else {
      Issue.record("the memory is another one")
      return 0
    }
    return unsafe memory.isMarked.withUnsafeBufferPointer {
      Int(bitPattern: $0.baseAddress)
    }
  }

  @Test func stepsAndResetsCopyNothing() throws {
    var region = TMRegion(try TemporalMemory(columnDimensions: [50], cellsPerColumn: 4))
    let address = try address(region)
    var data = RegionData()
    for step in 0..<10 {
      data.inputs["bottomUpIn"] = RegionArray(ones: [step % 3, 10 + step % 3], count: 50)
      try region.compute(&data)
      #expect(try self.address(region) == address)
    }
    region.reset()
    #expect(try self.address(region) == address)
    // What fails leaves the memory where it is.
    data.inputs = [:]
    #expect(throws: HTMError.self) { try region.compute(&data) }
    #expect(try self.address(region) == address)
    let copy = region
    data.inputs["bottomUpIn"] = RegionArray(ones: [1], count: 50)
    try region.compute(&data)
    #expect(try self.address(region) != self.address(copy))
  }
}
