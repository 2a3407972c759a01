import CapnProto
import Testing

/// A small message with one pointer to damage, in slot 0 of the root struct.
struct Specimen: CustomTestStringConvertible, Sendable {
  /// Where a word is.
  struct Place: Sendable {
    var segment: Int
    var word: Int
  }

  let name: String

  /// The words of each segment.
  let segments: [[UInt64]]

  /// The pointer itself, then its landing pads, or the tag word of a list of structs.
  let places: [Place]

  /// The types that fit the pointer, or that it could be mistaken for.
  let types: [any Walkable.Type]

  var testDescription: String { name }

  /// Makes a message, and checks by the three lowest bits that the words are what we think.
  init(
    _ name: String, as types: [any Walkable.Type], firstSegmentWords: Int = 1024,
    places: [(segment: Int, word: Int, bits: UInt64)] = [(0, 1, 0)],
    _ build: (MessageBuilder) throws -> Void
  ) {
    self.name = name
    self.types = types
    self.places = places.map { Place(segment: $0.segment, word: $0.word) }
    do {
      let builder = MessageBuilder(firstSegmentWords: firstSegmentWords, growth: .fixed)
      try build(builder)
      segments = try builder.words
    } catch {
      preconditionFailure("\(name): \(error)")
    }
    for place in places {
      let word = segments[place.segment][place.word]
      precondition(word & 7 == place.bits, "\(name): \(String(word, radix: 16)) at \(place)")
    }
  }

  /// A specimen whose pointer is given as a word.
  init(_ name: String, as types: [any Walkable.Type], pointer: UInt64) {
    self.name = name
    self.types = types
    segments = [[0x0001_0000_0000_0000, pointer, 0x0123_4567_89ab_cdef]]
    places = [Place(segment: 0, word: 1)]
  }
}

extension MessageBuilder {
  /// The words of each segment.
  var words: [[UInt64]] {
    get throws {
      unsafe try withSegments { segments in
        unsafe segments.map { segment in
          (0..<segment.count / 8).map {
            unsafe segment.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self)
          }
        }
      }
    }
  }
}
