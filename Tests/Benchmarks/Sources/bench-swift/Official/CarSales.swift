import CapnProto

/// A lot of up to 199 cars is filled and priced, and priced again by whoever receives it.
enum CarSales {
  static var workload: Workload {
    Workload(
      fill: { request, random in
        try fill(request.initRoot(ParkingLot.self), &random)
      },
      handle: { request, response in
        try handle(request.root(ParkingLot.self), response.initRoot(TotalValue.self))
      },
      check: { response, answer in
        try response.root(TotalValue.self).amount == answer
      },
      passByObject: { request, response, random in
        let lot = try request.initRoot(ParkingLot.self)
        let answer = try fill(lot, &random)
        let total = try response.initRoot(TotalValue.self)
        try handle(lot.asReader, total)
        return total.asReader.amount == answer ? answer : nil
      })
  }

  private static func fill(
    _ lot: ParkingLot.Builder, _ random: inout Random
  ) throws(CapnProtoError) -> UInt64 {
    var total: UInt64 = 0
    for car in try lot.initCars(count: Int(random.below(200))) {
      try fill(car, &random)
      total += try price(car.asReader)
    }
    return total
  }

  private static func handle(
    _ lot: ParkingLot.Reader, _ response: TotalValue.Builder
  ) throws(CapnProtoError) {
    var total: UInt64 = 0
    for car in try lot.cars {
      total += try price(car)
    }
    response.amount = total
  }

  private static let makes: [StaticString] = ["Toyota", "GM", "Ford", "Honda", "Tesla"]
  private static let models: [StaticString] = [
    "Camry", "Prius", "Volt", "Accord", "Leaf", "Model S",
  ]

  private static func fill(
    _ car: Car.Builder, _ random: inout Random
  ) throws(CapnProtoError) {
    try car.setMake(random.element(of: makes))
    try car.setModel(random.element(of: models))
    car.color = Color(rawValue: UInt16(random.below(9)))
    car.seats = UInt8(2 + random.below(6))
    car.doors = UInt8(2 + random.below(3))

    for wheel in try car.initWheels(count: 4) {
      wheel.diameter = UInt16(25 + random.below(15))
      wheel.airPressure = Float(30 + random.upTo(20))
      wheel.snowTires = random.oneIn(16)
    }

    car.length = UInt16(170 + random.below(150))
    car.width = UInt16(48 + random.below(36))
    car.height = UInt16(54 + random.below(48))
    car.weight = UInt32(car.length) * UInt32(car.width) * UInt32(car.height) / 200

    let engine = try car.initEngine()
    engine.horsepower = UInt16(100 * random.below(400))
    engine.cylinders = UInt8(4 + 2 * random.below(3))
    engine.cc = 800 + random.below(10000)
    engine.usesGas = true
    engine.usesElectric = random.coin()

    car.fuelCapacity = Float(10 + random.upTo(30))
    car.fuelLevel = Float(random.upTo(Double(car.fuelCapacity)))
    car.hasPowerWindows = random.coin()
    car.hasPowerSteering = random.coin()
    car.hasCruiseControl = random.coin()
    car.cupHolders = UInt8(random.below(12))
    car.hasNavSystem = random.coin()
  }

  private static func price(_ car: Car.Reader) throws(CapnProtoError) -> UInt64 {
    var total = UInt64(car.seats) * 200 + UInt64(car.doors) * 350

    for wheel in try car.wheels {
      total += UInt64(wheel.diameter) * UInt64(wheel.diameter)
      if wheel.snowTires { total += 100 }
    }

    total += UInt64(car.length) * UInt64(car.width) * UInt64(car.height) / 50

    let engine = try car.engine
    total += UInt64(engine.horsepower) * 40
    if engine.usesElectric { total += engine.usesGas ? 5000 : 3000 }

    if car.hasPowerWindows { total += 100 }
    if car.hasPowerSteering { total += 200 }
    if car.hasCruiseControl { total += 400 }
    if car.hasNavSystem { total += 2000 }

    return total + UInt64(car.cupHolders) * 25
  }
}
