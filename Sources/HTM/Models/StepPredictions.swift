/// What is predicted for one number of steps.
struct StepPredictions {
  typealias Entry = (value: EncoderInput, likelihood: Double)

  /// The predictions that are kept, the likeliest first.
  private(set) var kept: [Entry]
  /// The likeliest value.
  private(set) var best: EncoderInput = .missing

  init(_ values: [ActualValue], _ likelihoods: [Double], _ threshold: Double, _ most: Int) {
    // Buckets of one value count together.
    var places: [EncoderInput: Int] = [:]
    var entries: [Entry] = []
    var largest: Double?
    for (value, likelihood) in zip(values, likelihoods) {
      let value = EncoderInput(value)
      let place = places[value] ?? entries.count
      if place == entries.count {
        places[value] = place
        entries.append((value, likelihood))
      } else {
        entries[place].likelihood += likelihood
      }
      if largest.map({ entries[place].likelihood > $0 }) ?? true {
        (largest, best) = (entries[place].likelihood, value)
      }
    }
    // Which of several alike is left out, Python's order decides.
    let order = Self.order(entries)
    let sorted = order.indices.sorted {
      let (left, right) = (entries[order[$0]].likelihood, entries[order[$1]].likelihood)
      return left == right ? $0 < $1 : left > right
    }.map { entries[order[$0]] }
    // One is always left.
    let likely = sorted.prefix(max(1, most)).filter { $0.likelihood >= threshold }
    kept = likely.isEmpty ? Array(sorted.prefix(1)) : likely
  }

  /// Adds a value, and the sum of the differences since, to the numbers among the values.
  ///
  /// NuPIC adds the three in one order to the likeliest and in another to all of them.
  mutating func shift(from base: Double, by sum: Double) {
    best = best.number.map { .number(base + sum + $0) } ?? best
    kept = inPythonsOrder.map { entry in
      (entry.value.number.map { .number(base + $0 + sum) } ?? entry.value, entry.likelihood)
    }
  }

  /// The predictions in the order in which Python 2 goes through a dictionary of them.
  var inPythonsOrder: [Entry] { Self.order(kept).map { kept[$0] } }

  private static func order(_ entries: [Entry]) -> [Int] {
    var order = PythonOrder<EncoderInput, Int>()
    for (index, entry) in entries.enumerated() {
      order.update(entry.value, default: index) { $0 = index }
    }
    return order.elements.map(\.value)
  }
}

extension EncoderInput {
  init(_ value: ActualValue) {
    switch value {
    case .number(let number): self = .number(number)
    case .category(let name): self = .text(name)
    }
  }
}
