/// A part of a model of reductionml's that is about to be written.
indirect enum ModelPart {
  case value(JSONValue)
  case object([(String, ModelPart)])
  case list([ModelPart])
  case weights(WeightTable)
}

extension FlexWriter {
  mutating func write(_ part: ModelPart) {
    switch part {
    case .value(let value): write(value)
    case .object(let members):
      map { writer in
        for (name, part) in members {
          writer.key(name)
          writer.write(part)
        }
      }
    case .list(let parts): vector { writer in for part in parts { writer.write(part) } }
    case .weights(let table): weights(table)
    }
  }

  private mutating func write(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let value): bool(value)
    case .unsigned(let value): unsigned(value)
    case .signed(let value): int(value)
    case .float(let value): float(Double(value))
    case .double(let value): float(value)
    case .string(let text): string(text)
    case .array(let values): vector { writer in for value in values { writer.write(value) } }
    case .object(let members):
      map { writer in
        for (name, value) in members {
          writer.key(name)
          writer.write(value)
        }
      }
    }
  }
}

extension ModelPart {
  /// The same as JSON, with the members of objects in the order of their names as reductionml has
  /// them.
  var json: JSONValue {
    switch self {
    case .value(let value): value.widened.sorted
    case .object(let members): JSONValue.object(members.map { ($0.0, $0.1.json) }).sorted
    case .list(let parts): .array(parts.map(\.json))
    case .weights(let table): Self.json(table)
    }
  }

  private static func json(_ table: WeightTable) -> JSONValue {
    let places = table.ordered.filter { place in
      let numbers = table[place].numbers
      return (0..<CoinState.count).contains { numbers[$0] != 0 }
    }
    return .object(
      places.map { place in
        let numbers = table[place].numbers
        // A zero has no sign here: it is what is left out of the binary format.
        let values = (0..<CoinState.count).map { index in
          JSONValue.double(numbers[index] == 0 ? 0 : Double(numbers[index]))
        }
        return ("\(table.indices[place])", .array([.array(values)]))
      }
    ).sorted
  }
}

extension JSONValue {
  /// The same with each number of four bytes as one of eight: serde_json spells it so.
  fileprivate var widened: JSONValue {
    switch self {
    case .float(let value): .double(Double(value))
    case .array(let values): .array(values.map(\.widened))
    case .object(let members): .object(members.map { ($0.0, $0.1.widened) })
    default: self
    }
  }
}
