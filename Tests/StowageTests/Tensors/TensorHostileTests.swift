import Foundation
import Stowage
import Testing

/// Shapes and strides that a file could claim.
@Suite struct TensorHostileTests {
  private let storage = Tensor([Int32](0..<100)).storage

  @Test(arguments: [
    ([1], [1], 100), ([101], [1], 0), ([100], [1], 1), ([2], [100], 0), ([2], [-1], 0),
    ([1], [1], -1), ([-1], [1], 0), ([2], [.max], 0), ([2], [.min], 0), ([2], [.min], .max),
    ([.max], [.max], 0), ([.max], [.min], 0), ([.max, .max], [0, 0], 0), ([1], [1], .max),
    ([3, 3], [.max / 2, .max / 2], 0), ([2, 2], [.max, .min], 50), ([0], [1], 101),
    ([3, 2], [-33, 99], 67), ([], [], 100), ([2], [1, 1], 0), ([2, 2], [1], 0),
    ([1 << 31, 1 << 32], [0, 0], 0),
  ])
  func whatReachesBeyondTheStorage(shape: [Int], strides: [Int], offset: Int) {
    #expect(throws: StowageError.self) {
      try Tensor(storage, shape: shape, strides: strides, offset: offset)
    }
  }

  @Test func tooManyDimensions() {
    #expect(throws: StowageError.self) {
      try Tensor(storage, shape: Array(repeating: 1, count: 65))
    }
  }

  @Test func aHugeRepetitionIsRefusedWhereItWouldBeCopied() throws {
    let huge = try Tensor(storage, shape: [1 << 30, 1 << 31], strides: [0, 0], offset: 3)
    let other = try Tensor(
      Tensor([Int32(3)]).storage, shape: [1 << 30, 1 << 31], strides: [0, 0], offset: 0)
    func isRefused(_ body: () throws -> Void) {
      #expect { try body() } throws: { ($0 as? StowageError)?.code == .limitExceeded }
    }
    isRefused { _ = try huge.elements(as: Int32.self) }
    isRefused { _ = try huge.contiguousBytes() }
    isRefused { _ = try huge.contiguous() }
    isRefused { _ = try huge.transposed().contiguous() }
    isRefused { _ = try huge.withSpan(of: Int32.self) { $0.count } }
    isRefused { _ = try Tensor(repeating: 1.0, shape: [1 << 20, 1 << 20]) }
    isRefused {
      _ = try huge.slice(0..<100).slice(0..<100, axis: 1).elements(as: Int32.self, limit: 9999)
    }
    // Every view of it is there, though.
    #expect(try huge[1 << 29, 1 << 30] == Int32(3))
    #expect(huge == other && huge.hashValue == other.hashValue)
    #expect(huge.compacted() == huge)
    #expect(try huge.flattened().count == 1 << 61)
    let different = try Tensor(
      storage, shape: [1 << 30, 1 << 31], strides: [0, 0], offset: 4)
    #expect(huge != different)
  }

  @Test func hugeOverlapsAreComparedInNoTime() throws {
    // 8 to the power of 12 elements over a hundred numbers.
    let shape = Array(repeating: 8, count: 12)
    let ones = Array(repeating: 1, count: 12)
    let left = try Tensor(storage, shape: shape, strides: ones, offset: 0)
    let same = try Tensor(
      Tensor([Int32](0..<100)).storage, shape: shape, strides: ones, offset: 0)
    let other = try Tensor(
      Tensor([Int32](1..<101)).storage, shape: shape, strides: ones, offset: 0)
    #expect(left == same && left != other && left.hashValue == same.hashValue)
    #expect(left.compacted() == left)
    #expect(left.compacted().storage.count == 85)
    #expect(throws: StowageError.self) { try left.contiguous() }
  }

  @Test func equalityIsByElementsAndBits() throws {
    let matrix = try Tensor([1.0, 2, 3, 4], shape: [2, 2])
    let turned = try Tensor([1.0, 3, 2, 4], shape: [2, 2])
    #expect(matrix == turned.transposed() && matrix != turned)
    #expect(matrix.hashValue == turned.transposed().hashValue)
    #expect(try matrix != Tensor([1.0, 2, 3, 4], shape: [4]))
    #expect(Tensor([Int32(1)]) != Tensor([UInt32(1)]))
    #expect(Tensor([Double.nan]) == Tensor([Double.nan]))
    #expect(Tensor([0.0]) != Tensor([-0.0]))
    let repeated = try Tensor([1.0, 2]).expanded(to: [2, 2])
    #expect(try repeated == Tensor([1.0, 2, 1, 2], shape: [2, 2]))
    #expect(try Tensor([1.0, 2, 1, 2], shape: [2, 2]) == repeated)
    #expect(try repeated != Tensor([1.0, 2, 1, 3], shape: [2, 2]))
  }

  @Test func filesThatClaimOtherViewsAreRefused() throws {
    let bytes = try serialize(
      .tensor(Tensor([Int8](0..<16), shape: [4, 4])), format: .json)
    let text = String(decoding: bytes, as: UTF8.self)
    let options = LoadOptions(verifies: false)
    #expect(try deserialize(bytes, options: options).tensor?.count == 16)
    for wrong in ["\"offset\": 1", "\"offset\": 18446744073709551615"] {
      let changed = text.replacing("\"offset\": 0", with: wrong)
      #expect(changed != text)
      #expect(throws: StowageError.self) {
        try deserialize(Data(changed.utf8), options: options)
      }
    }
  }
}
