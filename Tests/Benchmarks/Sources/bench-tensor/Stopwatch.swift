import Foundation

/// Measures a piece of work by the processor's time that this process took for it.
///
/// It is steadier than the clock on the wall where other programs run beside it.
func seconds<Result>(of work: () throws -> Result) rethrows -> (seconds: Double, result: Result) {
  let start = processorTime()
  let result = try work()
  return (processorTime() - start, result)
}

private func processorTime() -> Double {
  var time = timespec()
  _ = unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
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
