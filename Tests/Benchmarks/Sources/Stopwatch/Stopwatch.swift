import Foundation

/// What time is measured by.
public enum TimeSource: Sendable {
  /// The time that the processor took for this process.
  ///
  /// It is steadier than the clock on the wall where other programs run beside it.
  case processor

  /// The clock on the wall.
  case wall

  fileprivate var seconds: Double {
    var time = timespec()
    _ = unsafe clock_gettime(self == .wall ? CLOCK_MONOTONIC : CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

/// Measures a piece of work.
public func seconds<Result>(
  by source: TimeSource = .processor, of work: () throws -> Result
) rethrows -> (seconds: Double, result: Result) {
  let start = source.seconds
  let result = try work()
  return (source.seconds - start, result)
}

/// The median of a few measurements.
public func median(_ times: Int = 7, _ work: () throws -> Double) rethrows -> Double {
  var values: [Double] = []
  for _ in 0..<times { values.append(try work()) }
  return values.sorted()[times / 2]
}

/// Prints a figure.
public func report(_ name: String, _ value: Double) {
  print(name, value < 100 ? (value * 1000).rounded() / 1000 : value.rounded())
}
