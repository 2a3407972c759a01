import AllocationCounter
import CapnProto
import Testing

/// Reading takes no memory for each field.
///
/// The promise is one of the optimizer, so these tests say nothing in a debug build:
/// `swift test -c release --filter AllocationTests`.
@Suite(
  .enabled(if: Counting.isOptimized, "only an optimized build keeps views off the heap"),
  .enabled(if: Counting.isAvailable, "malloc cannot be counted here"))
struct AllocationTests {
  /// The number of blocks that are taken when something is done for the second time.
  private func allocations(_ body: () throws -> Int) rethrows -> UInt64 {
    _ = try body()
    alloc_counter_start()
    let result = try? body()
    let counts = alloc_counter_stop()
    withExtendedLifetime(result) {}
    return counts.allocations
  }

  private func shelf(_ storage: Storage) throws -> Message {
    let message = storage.builder
    let parcels = try message.initRoot(ShelfAfter.self).initParcels(count: 100)
    for index in parcels.indices {
      parcels[index].weight = Int32(index)
      try parcels[index].setLabel("a label that is too long to be a small string: \(index)")
      try parcels[index].setStamps(0..<UInt16(index))
      try parcels[index].initInside().value = 4
    }
    return try message.reread(options: .trusted)
  }

  @Test(arguments: [Storage.oneSegment, .growingSegments])
  func scalars(storage: Storage) throws {
    let parcels = try shelf(storage).root(ShelfAfter.self).parcels
    #expect(
      allocations {
        var sum = 0
        for parcel in parcels {
          sum += Int(parcel.weight) + Int(parcel.value) + (parcel.fragile ? 1 : 0)
        }
        return sum
      } == 0)
  }

  @Test(arguments: [Storage.oneSegment, .growingSegments])
  func structs(storage: Storage) throws {
    let message = try shelf(storage)
    #expect(
      try allocations {
        var sum = 0
        for parcel in try message.root(ShelfAfter.self).parcels {
          sum += try Int(parcel.inside.value) + (parcel.hasInside ? 1 : 0)
        }
        return sum
      } == 0)
  }

  @Test(arguments: [Storage.oneSegment, .growingSegments])
  func textsInPlace(storage: Storage) throws {
    let parcels = try shelf(storage).root(ShelfAfter.self).parcels
    #expect(
      try allocations {
        var sum = 0
        for parcel in parcels {
          let label = try parcel.label
          sum += label.utf8Count + (label == "no label" ? 1 : 0)
          sum += label.withSpan { span in Int(span[0]) }
          sum += try Int(parcel.sender.utf8Count)
        }
        return sum
      } == 0)
  }

  @Test(arguments: [Storage.oneSegment, .growingSegments])
  func listsInPlace(storage: Storage) throws {
    let parcels = try shelf(storage).root(ShelfAfter.self).parcels
    #expect(
      try allocations {
        var sum = 0
        for parcel in parcels {
          let stamps = try parcel.stamps
          for stamp in stamps { sum += Int(stamp) }
          sum += stamps.withSpan { span in span.count }
          sum += unsafe stamps.withUnsafeBufferPointer { unsafe $0.reduce(0) { $0 + Int($1) } }
        }
        return sum
      } == 0)
  }

  @Test func arrayOfAListIsOneBlock() throws {
    let stamps = try shelf(.oneSegment).root(ShelfAfter.self).parcels[99].stamps
    #expect(allocations { Array(stamps).count } <= 1)
  }

  @Test func fieldsOfAReusedBuilder() throws {
    let message = MessageBuilder(firstSegmentWords: 4096)
    #expect(
      try allocations {
        message.reset()
        let parcels = try message.initRoot(ShelfAfter.self).initParcels(count: 50)
        for parcel in parcels {
          parcel.weight = 3
          try parcel.setLabel("a label that is too long to be a small string")
          try parcel.setStamps(0..<20)
          try parcel.initInside().fragile = false
        }
        return parcels.count
      } <= 2)
  }
}
