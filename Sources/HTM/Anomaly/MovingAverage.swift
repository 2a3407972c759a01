/// The average of the last numbers of a series; of all of them while there are not enough.
public struct MovingAverage: Sendable, Hashable {
  /// How many numbers are averaged.
  public var windowSize: Int { window.capacity }

  /// The numbers that are averaged, the oldest first.
  public var slidingWindow: [Double] { Array(window.elements) }

  /// The sum, as it came about by adding what enters the window and subtracting what leaves it.
  public private(set) var total: Double

  private var window: SlidingWindow

  /// Starts an average.
  ///
  /// - Parameters:
  ///   - windowSize: How many numbers are averaged: from 1 to 2^32 - 1.
  ///   - values: Numbers that came before, of which the last ones are averaged.
  /// - Throws: `HTMError` when the window has no such size.
  public init(
    windowSize: Int, existingHistoricalValues values: [Double] = []
  ) throws(HTMError) {
    guard windowSize > 0, UInt32(exactly: windowSize) != nil else {
      throw .parameter("windowSize", "\(windowSize) is not from 1 to 2^32 - 1")
    }
    let last = values.suffix(windowSize)
    self.init(windowSize, last, total: last.reduce(0, +))
  }

  /// An average that is in a state.
  init(_ windowSize: Int, _ values: some Sequence<Double>, total: Double) {
    window = SlidingWindow(capacity: windowSize)
    for value in values { window.append(value) }
    self.total = total
  }

  /// Takes in a number.
  ///
  /// - Returns: the average after it.
  @discardableResult
  public mutating func next(_ value: Double) -> Double {
    if let oldest = window.oldest { total -= oldest }
    window.append(value)
    total += value
    return total / Double(window.count)
  }

  /// The average now, or nil before the first number.
  public var currentAverage: Double? {
    window.count == 0 ? nil : total / Double(window.count)
  }
}
