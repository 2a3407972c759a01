import Foundation
import Stowage
import Testing

/// Views against the same operations on arrays of arrays.
@Suite struct TensorViewTests {
  private let matrix: Tensor
  private let cube: Tensor

  init() throws {
    matrix = try Tensor([Int](0..<6), shape: [2, 3])
    cube = try Tensor([Int](0..<24), shape: [2, 3, 4])
  }

  @Test func rows() throws {
    #expect(try matrix.select(1).elements() == [3, 4, 5])
    #expect(try matrix.select(2, axis: 1).elements() == [2, 5])
    #expect(try matrix.select(1).storage === matrix.storage)
    #expect(try matrix.select(1).select(2)[] == 5)
  }

  @Test func slices() throws {
    #expect(
      try cube.slice(1..<3, axis: 1).slice(1..<4, axis: 2, by: 2).elements()
        == [5, 7, 9, 11, 17, 19, 21, 23])
    #expect(try cube.narrow(axis: 2, from: 3, count: 1).elements() == [3, 7, 11, 15, 19, 23])
    #expect(try cube.slice(1..<1).shape == [0, 3, 4])
    #expect(try cube.slice(2..<2).elements(as: Int.self).isEmpty)
    #expect(try cube.slice(0..<2, by: .max).shape == [1, 3, 4])
  }

  @Test func otherOrders() throws {
    #expect(try matrix.transposed().elements() == [0, 3, 1, 4, 2, 5])
    #expect(matrix.transposed().shape == [3, 2])
    #expect(try cube.transposed(0, 2)[3, 1, 0] == 7)
    #expect(try cube.permuted([1, 2, 0])[2, 3, 1] == 23)
    #expect(try cube.permuted([1, 2, 0]).shape == [3, 4, 2])
    #expect(matrix.transposed().transposed() == matrix)
  }

  @Test func expanding() throws {
    let row = Tensor([1, 2, 3])
    let expanded = try row.expanded(to: [2, 3])
    #expect(try expanded.elements() == [1, 2, 3, 1, 2, 3])
    #expect(expanded.storage === row.storage)
    let column = try row.reshaped([3, 1]).expanded(to: [3, 2])
    #expect(try column.elements() == [1, 1, 2, 2, 3, 3])
    #expect(try Tensor(scalar: 7).expanded(to: [0]).count == 0)
  }

  @Test func reshapingIsAViewWhereOneIsThere() throws {
    #expect(try cube.reshaped([4, -1]).shape == [4, 6])
    #expect(try cube.reshaped([4, 6]).storage === cube.storage)
    #expect(try cube.reshaped([2, 1, 3, 2, 2])[1, 0, 2, 0, 1] == 21)
    // Its rows stay whole.
    let part = try cube.slice(0..<2, axis: 1)
    let reshaped = try part.reshaped([2, 2, 2, 2])
    #expect(reshaped.storage === cube.storage)
    #expect(try reshaped.elements(as: Int.self) == part.elements())
    // No view goes through this in rows.
    let copied = try cube.transposed().reshaped([24])
    #expect(copied.storage !== cube.storage)
    #expect(try copied.elements(as: Int.self) == cube.transposed().elements())
    #expect(try cube.transposed().flattened() == copied)
  }

  @Test func everyReshapeHasTheSameElements() throws {
    let shapes = [
      [24], [2, 12], [12, 2], [4, 6], [1, 24, 1], [3, 2, 4], [2, 2, 2, 3], [6, 4],
    ]
    var views = [cube]
    for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      views.append(try cube.permuted(order))
    }
    views.append(try Tensor(scalar: 5).expanded(to: [4, 6]))
    views.append(try Tensor([1, 2, 3, 4]).reshaped([1, 4, 1]).expanded(to: [3, 4, 2]))
    for view in views {
      for shape in shapes {
        let reshaped = try view.reshaped(shape)
        #expect(reshaped.shape == shape)
        #expect(try reshaped.elements(as: Int.self) == view.elements())
      }
    }
  }

  @Test func emptyTensors() throws {
    let empty = try Tensor([Float](), shape: [2, 0, 3])
    #expect(empty.count == 0 && empty.isEmpty && empty.isContiguous)
    #expect(try empty.reshaped([0]).shape == [0])
    #expect(try empty.reshaped([0, 5]).elements(as: Float.self).isEmpty)
    #expect(empty.transposed().shape == [3, 0, 2])
    #expect(try empty.select(1).shape == [0, 3])
    #expect(throws: StowageError.self) { try empty.select(0, axis: 1) }
    #expect(throws: StowageError.self) { try empty.reshaped([-1, 0]) == empty }
    // The strides of a tensor without elements lead nowhere.
    let wild = try Tensor(
      empty.storage, shape: [2, 0, 3], strides: [.max, .min, .max], offset: 0)
    #expect(try wild == empty && wild.select(1).slice(0..<0).compacted().isEmpty)
    #expect(try wild.slice(1..<2).select(0).isEmpty)
  }

  @Test func isContiguous() throws {
    #expect(cube.isContiguous)
    #expect(try cube.select(1).isContiguous)
    #expect(try cube.slice(0..<1, axis: 1).select(0).isContiguous)
    #expect(!cube.transposed().isContiguous)
    #expect(try !cube.slice(0..<2, axis: 1).isContiguous)
    #expect(try !Tensor(scalar: 1).expanded(to: [2]).isContiguous)
    #expect(try Tensor(scalar: 1).expanded(to: [1, 1]).isContiguous)
  }

  @Test func backwards() throws {
    let backwards = try Tensor(matrix.storage, shape: [3], strides: [-2], offset: 5)
    #expect(try backwards.elements() == [5, 3, 1])
    #expect(try backwards.slice(1..<3).elements() == [3, 1])
    #expect(try backwards.compacted().elements() == [5, 3, 1])
    #expect(backwards.compacted().storage.count == 3)
  }

  @Test func argumentsThatDoNotFit() {
    #expect(throws: StowageError.self) { try matrix.select(2) }
    #expect(throws: StowageError.self) { try matrix.select(-1) }
    #expect(throws: StowageError.self) { try matrix.select(0, axis: 2) }
    #expect(throws: StowageError.self) { try matrix.slice(0..<3) }
    #expect(throws: StowageError.self) { try matrix.slice(-1..<1) }
    #expect(throws: StowageError.self) { try matrix.slice(0..<2, by: 0) }
    #expect(throws: StowageError.self) { try matrix.narrow(axis: 0, from: 1, count: .max) }
    #expect(throws: StowageError.self) { try matrix.narrow(axis: 0, from: 1, count: -1) }
    #expect(throws: StowageError.self) { try matrix.permuted([0, 0]) }
    #expect(throws: StowageError.self) { try matrix.permuted([0]) }
    #expect(throws: StowageError.self) { try matrix.transposed(0, 2) }
    #expect(throws: StowageError.self) { try matrix.expanded(to: [3]) }
    #expect(throws: StowageError.self) { try matrix.expanded(to: [4, 3]) }
    #expect(throws: StowageError.self) { try matrix.reshaped([5]) }
    #expect(throws: StowageError.self) { try matrix.reshaped([-1, -1]) }
    #expect(throws: StowageError.self) { try matrix.reshaped([-2, -3]) }
    #expect(throws: StowageError.self) { try matrix.reshaped([-1, .max]) }
  }
}
