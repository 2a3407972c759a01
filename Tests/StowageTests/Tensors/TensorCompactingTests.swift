import Foundation
import Stowage
import Testing

@Suite struct TensorCompactingTests {
  @Test func aSliceDropsTheRestOfItsStorage() throws {
    let table = try Tensor([Float](repeating: 1, count: 100_000), shape: [1000, 100])
    let row = try table.select(17)
    let whole = try serialize(.tensor(row), format: .binary)
    let compact = try serialize(.tensor(row.compacted()), format: .binary)
    #expect(whole.count > 400_000)
    #expect(compact.count < 1000)
    #expect(try deserialize(compact).tensor == row)
  }

  @Test func whatHasNothingElseIsNotCopied() throws {
    let tensor = try Tensor([Int](0..<6), shape: [2, 3])
    #expect(tensor.compacted().storage === tensor.storage)
    #expect(tensor.transposed().compacted().storage === tensor.storage)
    #expect(try tensor.contiguous().storage === tensor.storage)
    #expect(try tensor.select(1).contiguous().storage === tensor.storage)
    #expect(try tensor.transposed().contiguous().elements() == [0, 3, 1, 4, 2, 5])
  }

  @Test func everyViewComesBackFromItsCompactCopy() throws {
    let cube = try Tensor([Int16](0..<120), shape: [2, 3, 4, 5])
    var views = [cube]
    for axis in 0..<4 {
      for view in views.prefix(12) {
        views.append(try view.slice(1..<view.shape[axis], axis: axis))
        views.append(try view.slice(0..<view.shape[axis], axis: axis, by: 2))
        views.append(try view.transposed(axis, 3))
      }
    }
    for view in views {
      let compact = view.compacted()
      #expect(compact == view)
      #expect(compact.storage.count <= view.storage.count)
      #expect(compact.storage.count == view.count)
      #expect(try view.contiguous() == view)
    }
  }

  @Test func repeatedElementsStayRepeated() throws {
    let tensor = try Tensor([1, 2, 3]).slice(1..<2).expanded(to: [1 << 40, 1])
    #expect(tensor.compacted().storage.count == 1)
    #expect(tensor.compacted() == tensor)
    #expect(try tensor.compacted()[1 << 39, 0] == 2)
    // Windows that overlap: 98 of 3 elements over 100.
    let windows = try Tensor(
      Tensor([Int](0..<200)).storage, shape: [98, 3], strides: [1, 1], offset: 50)
    #expect(windows.compacted().storage.count == 100)
    #expect(windows.compacted() == windows)
  }

  @Test func viewsThatOverlapShareAfterwards() throws {
    let storage = Tensor([Int](0..<1000))
    let views = try [
      storage.slice(10..<20), storage.slice(15..<30), storage.slice(500..<510),
      storage.slice(30..<30), storage.slice(25..<26),
    ]
    let compact = Tensor.compacted(views)
    #expect(compact == views)
    #expect(compact[0].storage === compact[1].storage)
    #expect(compact[0].storage === compact[4].storage)
    #expect(compact[0].storage.count == 20)
    #expect(compact[2].storage.count == 10)
    #expect(compact[3].storage.count == 0)
  }

  @Test func aCompactCopyDoesNotKeepTheBytes() throws {
    let storage = Tensor([UInt8](repeating: 1, count: 1 << 20)).storage
    let slice = try Tensor(storage, shape: [10], offset: 5).compacted()
    // A slice of data begins where it began in the whole.
    #expect(slice.storage.bytes.startIndex == 0 && slice.storage.bytes.count == 10)
  }
}
