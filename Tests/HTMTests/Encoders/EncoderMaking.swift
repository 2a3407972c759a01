import Foundation
import HTM
import Testing

/// Makes encoders from the arguments that NuPIC's were made with.
enum EncoderMaking {
  static func make(_ kind: String, _ arguments: Reference) throws -> any InputEncoder {
    func number(_ key: String) throws -> Double? {
      arguments.has(key) ? try arguments[key].number : nil
    }
    func int(_ key: String) throws -> Int? { try number(key).map { Int($0) } }
    func names() throws -> [String]? {
      arguments.has("categoryList")
        ? try arguments["categoryList"].items.map { try $0.string } : nil
    }
    let name = arguments.has("name") ? try arguments["name"].string : nil
    switch kind {
    case "multi":
      var multi = MultiEncoder()
      for member in try arguments.items {
        try multi.add(member[0].string, make(member[1].string, member[2]))
      }
      return multi
    case "scalar":
      return try ScalarEncoder(
        w: #require(try int("w")), minval: #require(try number("minval")),
        maxval: #require(try number("maxval")), periodic: arguments["periodic"].bool,
        n: int("n") ?? 0, radius: number("radius") ?? 0, resolution: number("resolution") ?? 0,
        name: name, clipInput: arguments["clipInput"].bool, forced: true)
    case "log":
      return try LogEncoder(
        w: #require(try int("w")), minval: #require(try number("minval")),
        maxval: #require(try number("maxval")), n: int("n") ?? 0, radius: number("radius") ?? 0,
        resolution: number("resolution") ?? 0, name: name ?? "",
        clipInput: arguments["clipInput"].bool, forced: true)
    case "rdse":
      return try RandomDistributedScalarEncoder(
        resolution: #require(try number("resolution")), w: #require(try int("w")),
        n: #require(try int("n")), name: name, offset: number("offset"),
        seed: UInt64(#require(try int("seed"))))
    case "adaptive_scalar":
      return try AdaptiveScalarEncoder(
        w: #require(try int("w")), minval: number("minval"), maxval: number("maxval"),
        n: #require(try int("n")), name: name, forced: true)
    case "delta":
      return try DeltaEncoder(
        w: #require(try int("w")), minval: number("minval"), maxval: number("maxval"),
        n: #require(try int("n")), name: name, forced: true)
    case "category":
      return try CategoryEncoder(
        w: #require(try int("w")), categoryList: names() ?? [], name: name ?? "", forced: true)
    case "sdr_category":
      return try SDRCategoryEncoder(
        n: #require(try int("n")), w: #require(try int("w")), categoryList: names(),
        name: name ?? "", encoderSeed: UInt64(#require(try int("encoderSeed"))), forced: true)
    case "coordinate":
      return try CoordinateEncoder(
        w: #require(try int("w")), n: #require(try int("n")), name: name)
    case "geospatial":
      return try GeospatialCoordinateEncoder(
        scale: #require(try number("scale")), timestep: #require(try number("timestep")),
        w: #require(try int("w")), n: #require(try int("n")), name: name)
    case "pass_through":
      return try PassThroughEncoder(
        n: #require(try int("n")), w: int("w"), name: name ?? "", forced: true)
    case "sparse_pass_through":
      return try SparsePassThroughEncoder(
        n: #require(try int("n")), w: int("w"), name: name ?? "", forced: true)
    default: return try date(arguments)
    }
  }

  private static func date(_ arguments: Reference) throws -> DateEncoder {
    func part(_ key: String) throws -> DateEncoder.Resolution? {
      guard arguments.has(key) else { return nil }
      let value = try arguments[key]
      if value.value is [Any] {
        let pair = try value.items
        return try DateEncoder.Resolution(w: pair[0].int, radius: pair[1].number)
      }
      return DateEncoder.Resolution(w: try value.int)
    }
    var days: (w: Int, days: [String])?
    if arguments.has("customDays") {
      let value = try arguments["customDays"]
      let names = try value[1].isString ? [value[1]] : value[1].items
      days = (try value[0].int, try names.map { try $0.string })
    }
    let holidays = try (arguments.has("holidays") ? arguments["holidays"].items : []).map {
      let numbers = try $0.ints
      let year = numbers.count == 3 ? numbers[0] : nil
      return try #require(
        DateEncoder.Holiday(
          year: year, month: numbers[numbers.count - 2], day: numbers[numbers.count - 1]))
    }
    return try DateEncoder(
      season: part("season"), dayOfWeek: part("dayOfWeek"), weekend: part("weekend"),
      holiday: part("holiday"), timeOfDay: part("timeOfDay"), customDays: days,
      name: arguments.has("name") ? arguments["name"].string : "", holidays: holidays)
  }
}
