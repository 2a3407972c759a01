import Foundation
import Testing

@testable import CapnProto

/// Damages each kind of pointer in every pair of its bits.
///
/// By default some of the pairs are taken, always the same ones, and not every type is tried on
/// each. With `STOWAGE_FUZZ=full` in the environment all are, against a guard page on either side.
@Suite(.timeLimit(.minutes(60)))
struct PointerFuzzTests {
  static let isFull = ProcessInfo.processInfo.environment["STOWAGE_FUZZ"] == "full"

  /// What is done to two bits.
  enum Damage: CaseIterable {
    case set
    case clear
    /// All other bits are cleared.
    case alone
  }

  @Test(arguments: Specimen.all)
  func everyPairOfBits(specimen: Specimen) throws {
    let bench = Bench(specimen)
    let bits = specimen.places.count * 64
    // Prime numbers of pairs lie between two that are taken, so that each bit gets its turn.
    let step = [64: 67, 128: 193, 192: 389][bits]!
    var number = 0
    for first in 0..<bits {
      for second in first..<bits {
        for damage in Damage.allCases {
          number += 1
          let segments = specimen.damaged(damage, first, second)
          guard segments != specimen.segments else { continue }
          func label() -> String { "\(specimen.name), bits \(first) and \(second), \(damage)" }
          if Self.isFull {
            for place in GuardedMemory.Place.allCases {
              try bench.examine(segments, against: place, as: Specimen.allTypes, label())
            }
          } else if number % step == 0 || first == second {
            let place: GuardedMemory.Place = number % 2 == 0 ? .end : .start
            try bench.examine(segments, against: place, as: specimen.someTypes(number), label())
          }
        }
      }
    }
  }

  @Test(arguments: Specimen.all)
  func undamagedMessages(specimen: Specimen) throws {
    let bench = Bench(specimen)
    func walk<T: Walkable>(_ type: T.Type) throws -> Walker {
      var walker = Walker()
      let message = try bench.message(specimen.segments, against: .end)
      Wrapper<T>.walk(try message.root(Wrapper<T>.self), with: &walker)
      return walker
    }
    let walker = try walk(specimen.types[0])
    #expect(walker.failures == 0)
    #expect(!walker.isPartial)
    try bench.examine(
      specimen.segments, against: .end, as: Specimen.allTypes, "\(specimen.name), undamaged")
  }
}

extension Specimen {
  /// The words with two bits changed, of those in all places counted as one row.
  fileprivate func damaged(
    _ damage: PointerFuzzTests.Damage, _ first: Int, _ second: Int
  ) -> [[UInt64]] {
    var segments = segments
    for (index, place) in places.enumerated() {
      var mask: UInt64 = 0
      for bit in [first, second] where bit / 64 == index { mask |= 1 << UInt64(bit % 64) }
      guard mask != 0 else { continue }
      switch damage {
      case .set: segments[place.segment][place.word] |= mask
      case .clear: segments[place.segment][place.word] &= ~mask
      case .alone: segments[place.segment][place.word] = mask
      }
    }
    return segments
  }

  /// The type that fits, two that nearly fit, and any one, by turns.
  fileprivate func someTypes(_ number: Int) -> [any Walkable.Type] {
    let all = Specimen.allTypes
    return [
      types[0], types[number % types.count], types[(number / 2) % types.count],
      all[number % all.count],
    ]
  }
}

/// The memory that the variants of one specimen are put into in turn.
private struct Bench {
  let memory: [GuardedMemory]

  init(_ specimen: Specimen) {
    memory = specimen.segments.map { GuardedMemory(capacity: $0.count * 8) }
  }

  private func place(
    _ segments: [[UInt64]], against place: GuardedMemory.Place
  ) -> [UnsafeRawBufferPointer] {
    unsafe zip(segments, memory).map { words, memory in
      unsafe words.withUnsafeBytes { unsafe memory.place($0, against: place) }
    }
  }

  /// Opens segments where they lie, with limits that end any loop soon.
  private func open(_ segments: [UnsafeRawBufferPointer]) throws -> Message {
    let options = ReaderOptions(traversalLimit: .bytes(16 << 10), nestingLimit: 12)
    return unsafe try Message(
      BorrowedMemory(segments[0], owner: nil), segments: segments, options: options)
  }

  func message(
    _ segments: [[UInt64]], against place: GuardedMemory.Place
  ) throws -> Message {
    unsafe try open(self.place(segments, against: place))
  }

  func examine(
    _ segments: [[UInt64]], against place: GuardedMemory.Place, as types: [any Walkable.Type],
    _ label: @autoclosure @escaping () -> String
  ) throws {
    let placed = unsafe self.place(segments, against: place)
    try Examination(open: { unsafe try open(placed) }, label: label).examine(as: types)
  }
}
