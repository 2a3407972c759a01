import HTM
import Testing

/// What makes no sense is refused, as NuPIC does, and what does not fit is refused without change.
struct EncoderParameterTests {
  private func refuses(_ path: String, _ make: () throws -> any InputEncoder) {
    let error = #expect(throws: HTMError.self) { _ = try make() }
    #expect(error?.code == .invalidParameter)
    #expect(error?.path == path)
  }

  @Test func scalarParametersAreChecked() {
    refuses("w") { try ScalarEncoder(w: 5, minval: 0, maxval: 1, n: 50) }
    refuses("w") { try ScalarEncoder(w: 22, minval: 0, maxval: 1, n: 50) }
    refuses("w") { try ScalarEncoder(w: -5, minval: 0, maxval: 1, n: 50, forced: true) }
    refuses("minval") { try ScalarEncoder(w: 21, minval: 1, maxval: 1, n: 50) }
    refuses("minval") { try ScalarEncoder(w: 21, minval: .nan, maxval: 1, n: 50) }
    refuses("n") { try ScalarEncoder(w: 21, minval: 0, maxval: 1, n: 21) }
    refuses("n") { try ScalarEncoder(w: 21, minval: 0, maxval: 1, n: 50, radius: 1) }
    refuses("n") { try ScalarEncoder(w: 21, minval: 0, maxval: 1, radius: 1, resolution: 1) }
    refuses("n") { try ScalarEncoder(w: 21, minval: 0, maxval: 1) }
    refuses("n") { try ScalarEncoder(w: 21, minval: 0, maxval: 1, resolution: 1e-9) }
    refuses("n") { try ScalarEncoder(w: 21, minval: 0, maxval: 1, n: .max) }
    refuses("radius") { try ScalarEncoder(w: 21, minval: 0, maxval: 1, radius: .infinity) }
    refuses("radius") { try ScalarEncoder(w: 21, minval: 0, maxval: 1, radius: -1) }
    refuses("maxval") { try LogEncoder(w: 21, minval: 10, maxval: 10, n: 50) }
  }

  @Test func otherParametersAreChecked() {
    refuses("resolution") { try RandomDistributedScalarEncoder(resolution: 0) }
    refuses("w") { try RandomDistributedScalarEncoder(resolution: 1, w: 20) }
    refuses("n") { try RandomDistributedScalarEncoder(resolution: 1, w: 21, n: 126) }
    refuses("n") { try AdaptiveScalarEncoder(w: 21, n: 21) }
    refuses("minval") { try AdaptiveScalarEncoder(w: 21, maxval: 1, n: 50) }
    refuses("minval") { try AdaptiveScalarEncoder(w: 21, minval: .infinity, n: 50) }
    refuses("w") { try DeltaEncoder(w: 20, n: 50, forced: true) }
    refuses("w") { try SDRCategoryEncoder(n: 20, w: 21) }
    refuses("categoryList") { try SDRCategoryEncoder(n: 90, w: 21, categoryList: ["a", "a"]) }
    refuses("categoryList") { try CategoryEncoder(w: 21, categoryList: []) }
    refuses("n") { try CoordinateEncoder(w: 21, n: 126) }
    refuses("scale") { try GeospatialCoordinateEncoder(scale: 0, timestep: 1) }
    refuses("n") { try PassThroughEncoder(n: 0) }
    refuses("customDays") { try DateEncoder(customDays: (w: 3, days: ["someday"])) }
    refuses("season.w") { try DateEncoder(season: 4) }
    refuses("holiday") { try DateEncoder(holiday: .init(w: 3, radius: 2)) }
  }

  @Test func allBitsAreGiven() throws {
    var scalar = try ScalarEncoder(w: 3, minval: 0, maxval: 4, n: 7, forced: true)
    #expect(try scalar.encodeDense(1) == [false, true, true, true, false, false, false])
  }

  @Test func inputsAreChecked() throws {
    var scalar = try ScalarEncoder(w: 21, minval: 0, maxval: 1, n: 50)
    for input: EncoderInput in [2, -1, "a", .number(.infinity), .bits([1]), .record([:])] {
      #expect(throws: HTMError.self) { try scalar.encode(input) }
    }
    var random = try RandomDistributedScalarEncoder(resolution: 1)
    let before = random
    #expect(throws: HTMError.self) { try random.encode(.number(.infinity)) }
    #expect(random == before)
    var adaptive = try AdaptiveScalarEncoder(w: 21, n: 50)
    _ = try adaptive.encode(3)
    let learnt = adaptive
    #expect(throws: HTMError.self) { try adaptive.encode(.number(.infinity)) }
    #expect(throws: HTMError.self) { try adaptive.encode(.number(.greatestFiniteMagnitude)) }
    #expect(adaptive == learnt)
    var points = try CoordinateEncoder()
    for input: EncoderInput in [
      .coordinate([0, 0, 0, 0], radius: 1000), .coordinate([.max], radius: 1),
      .coordinate([.min], radius: 1), .coordinate([0], radius: .nan),
      .coordinate([0], radius: 0.5), .coordinate([0], radius: 1e15), 1,
    ] { #expect(throws: HTMError.self) { try points.encode(input) } }
    var places = try GeospatialCoordinateEncoder(scale: 30, timestep: 60)
    for input: EncoderInput in [
      .place(speed: 1, longitude: 0, latitude: 90, altitude: nil),
      .place(speed: .nan, longitude: 0, latitude: 0, altitude: nil),
      .place(speed: 1, longitude: .nan, latitude: 0, altitude: nil),
      .place(speed: 1e9, longitude: 0, latitude: 0, altitude: nil),
      .place(speed: 1, longitude: 0, latitude: 0, altitude: .infinity),
    ] { #expect(throws: HTMError.self) { try places.encode(input) } }
  }

  @Test func bitsOutOfRangeAreRefused() throws {
    let scalar = try ScalarEncoder(w: 21, minval: 0, maxval: 1, n: 50)
    var bits = try PassThroughEncoder(n: 10, w: 2)
    for ones in [[-1], [50], [Int.max]] {
      #expect(throws: HTMError.self) { try scalar.decode(ones) }
      #expect(throws: HTMError.self) { try scalar.topDownCompute(ones) }
      #expect(throws: HTMError.self) { try bits.encode(.bits(ones)) }
    }
    #expect(throws: HTMError.self) { try scalar.bucketInfo(of: []) }
    #expect(throws: HTMError.self) { try scalar.bucketInfo(of: [50]) }
    #expect(throws: HTMError.self) { try scalar.bucketInfo(of: [-1]) }
    #expect(throws: HTMError.self) { try bits.encode(.bits([1])) }
    #expect(try bits.encode(.bits([7, 1, 7])) == [1, 7])
  }

  // NuPIC would draw bits for ever.
  @Test func bucketsMayRunOut() throws {
    var encoder = try RandomDistributedScalarEncoder(resolution: 1, w: 21, n: 127)
    _ = try encoder.encode(0)
    #expect(throws: HTMError.self) {
      for value in 1..<500 { _ = try encoder.encode(.number(Double(value))) }
    }
    #expect(throws: HTMError.self) { try encoder.encode(499) }
    #expect(try encoder.encode(0).count == 21)
  }

  @Test func fieldsOfRecordsAreNeeded() throws {
    var multi = try MultiEncoder([
      "a": try DeltaEncoder(w: 21, n: 50),
      "b": try ScalarEncoder(w: 21, minval: 0, maxval: 9, n: 50),
    ])
    #expect(throws: HTMError.self) { try multi.encode(["a": 1]) }
    #expect(throws: HTMError.self) { try multi.encode(["a": 1, "b": "c"]) }
    #expect(throws: HTMError.self) { try multi.encode(1) }
    #expect(try multi.encode(["a": 1, "b": nil, "c": 3]).count == 21)
    multi.learningEnabled = false
    #expect(!multi.members[0].encoder.learningEnabled)
  }

  @Test func datesAreRead() throws {
    #expect(DateTime("2014-04-01 07:13:09")?.description == "2014-04-01 07:13:09")
    #expect(DateTime("2014-4-1 7:13")?.description == "2014-04-01 07:13:00")
    #expect(DateTime("2016-02-29T23:59:59.25")?.microsecond == 250_000)
    #expect(DateTime("2016-02-29")?.dayOfYear == 60)
    #expect(DateTime("2026-11-21")?.weekday == 5)
    for text in [
      "", "2014", "2015-02-29", "2014-13-01", "2014-01-01 24:00:00", "2014-01-01 1:2:3 ",
      "2014-01-01 10:60", "14-01-01", "2014-01-01x", "2014-01-01 1:2:", "2014-01-01 1:2:3.1234567",
    ] { #expect(DateTime(text) == nil, "\(text)") }
  }
}
