/// What the command line asks for.
struct Arguments {
  enum Case: String {
    case carsales
    case catrank
    case eval

    var workload: Workload {
      switch self {
      case .carsales: CarSales.workload
      case .catrank: CatRank.workload
      case .eval: Eval.workload
      }
    }
  }

  enum Mode: String {
    case object
    case bytes
  }

  var workload: Case
  var mode: Mode
  var reuse: Bool
  var packed: Bool
  var iterations: Int

  init(_ words: some Collection<String>) throws(UsageError) {
    let words = Array(words)
    guard words.count == 5, let workload = Case(rawValue: words[0]),
      let mode = Mode(rawValue: words[1]), ["reuse", "no-reuse"].contains(words[2]),
      ["none", "packed"].contains(words[3]), let iterations = Int(words[4]), iterations >= 0
    else {
      throw UsageError()
    }
    self.workload = workload
    self.mode = mode
    reuse = words[2] == "reuse"
    packed = words[3] == "packed"
    self.iterations = iterations
  }
}

/// The command line cannot be understood.
struct UsageError: Error, CustomStringConvertible {
  var description: String {
    "usage: bench-swift carsales|catrank|eval object|bytes reuse|no-reuse none|packed N"
  }
}
