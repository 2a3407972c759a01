/// Measures a piece of work by the clock on the wall.
func seconds<Result>(of work: () throws -> Result) rethrows -> (seconds: Double, result: Result) {
  let clock = ContinuousClock()
  let start = clock.now
  let result = try work()
  let duration = clock.now - start
  return (
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18, result
  )
}

/// The median of a few measurements.
func median(_ times: Int = 7, _ work: () throws -> Double) rethrows -> Double {
  var values: [Double] = []
  for _ in 0..<times { values.append(try work()) }
  return values.sorted()[times / 2]
}

/// Prints a figure.
func report(_ name: String, _ value: Double) {
  print(name, value < 100 ? (value * 1000).rounded() / 1000 : value.rounded())
}
