import CapnProto
import Testing

extension Scalars.Builder {
  /// Sets every field to a value that fills its bits.
  func fillSample() {
    bool = true
    int8 = .min
    int16 = .min
    int32 = .min
    int64 = .min
    uint8 = .max
    uint16 = .max
    uint32 = .max
    uint64 = .max
    float32 = 1234.5
    float64 = -123e45
    color = .ultraViolet
    secondBool = true
    palette = .warm
  }
}

extension Scalars.Reader {
  /// Expects what `fillSample` sets.
  func expectSample(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(bool, sourceLocation: sourceLocation)
    #expect(int8 == .min, sourceLocation: sourceLocation)
    #expect(int16 == .min, sourceLocation: sourceLocation)
    #expect(int32 == .min, sourceLocation: sourceLocation)
    #expect(int64 == .min, sourceLocation: sourceLocation)
    #expect(uint8 == .max, sourceLocation: sourceLocation)
    #expect(uint16 == .max, sourceLocation: sourceLocation)
    #expect(uint32 == .max, sourceLocation: sourceLocation)
    #expect(uint64 == .max, sourceLocation: sourceLocation)
    #expect(float32 == 1234.5, sourceLocation: sourceLocation)
    #expect(float64 == -123e45, sourceLocation: sourceLocation)
    #expect(color == .ultraViolet, sourceLocation: sourceLocation)
    #expect(secondBool, sourceLocation: sourceLocation)
    #expect(palette == .warm, sourceLocation: sourceLocation)
  }

  /// Expects the zeros of a struct that was never written.
  func expectZero(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(!bool && !secondBool, sourceLocation: sourceLocation)
    #expect(int8 == 0 && int16 == 0 && int32 == 0 && int64 == 0, sourceLocation: sourceLocation)
    #expect(uint8 == 0 && uint16 == 0, sourceLocation: sourceLocation)
    #expect(uint32 == 0 && uint64 == 0, sourceLocation: sourceLocation)
    #expect(float32 == 0 && float64 == 0, sourceLocation: sourceLocation)
    #expect(color == .red && palette == .cold, sourceLocation: sourceLocation)
  }
}
