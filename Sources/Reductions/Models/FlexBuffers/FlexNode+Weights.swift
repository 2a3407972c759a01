extension FlexNode {
  /// The places of a feature, of which 6 are used.
  private static let stride = 8

  func weights(numBits: Int, _ path: String) throws(ReductionsError) -> WeightTable {
    let whole = ModelField(node: self, path: path)
    try whole["len"].expect(UInt64(Self.stride) << UInt64(numBits))
    let pairs = try whole["non_zero_value_and_index_pairs"]
    var table = WeightTable(numBits: numBits)
    for index in 0..<(try pairs.node.count(pairs.path)) {
      let pair = try pairs.node.element(index, pairs.path)
      guard try pair.count(pairs.path) == 2 else {
        throw .model("\(pairs.path)[\(index)]", "an index and a value are needed")
      }
      let place = try pair.element(0, pairs.path).unsigned(pairs.path)
      let value = try pair.element(1, pairs.path).float(pairs.path)
      let (feature, number) = (place >> 3, Int(place & 7))
      guard feature >> UInt64(numBits) == 0, number < CoinState.count else {
        throw .model(
          "\(pairs.path)[\(index)]",
          "there is no place \(place): there are \(Self.stride) for each of 2^\(numBits) features, "
            + "of which \(CoinState.count) are used")
      }
      let slot = table.makePlace(UInt32(truncatingIfNeeded: feature))
      var state = table[slot]
      state.numbers[number] = value
      table[slot] = state
    }
    return table
  }
}

extension FlexWriter {
  mutating func weights(_ table: WeightTable) {
    map {
      $0.key("len")
      $0.unsigned(8 << UInt64(table.numBits))
      $0.key("non_zero_value_and_index_pairs")
      $0.vector { writer in
        for place in table.ordered {
          let numbers = table[place].numbers
          let first = UInt64(table.indices[place]) << 3
          for number in 0..<CoinState.count where numbers[number] != 0 {
            writer.vector {
              $0.unsigned(first + UInt64(number))
              $0.float(Double(numbers[number]))
            }
          }
        }
      }
    }
  }
}
