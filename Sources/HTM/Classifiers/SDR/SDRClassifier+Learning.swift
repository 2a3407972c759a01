extension SDRClassifier {
  /// Makes room for all bits and buckets.
  mutating func grow() {
    for index in weights.indices {
      weights[index].grow(rows: maxInputIdx + 1, columns: actualValues.count)
    }
  }

  /// Teaches the patterns of the right age that this classification was to be expected.
  mutating func adapt(_ recordNum: Int, _ classification: Classification) {
    let largest = classification.bucketIdx.max() ?? 0
    if largest >= actualValues.count {
      actualValues.append(
        contentsOf: repeatElement(nil, count: largest + 1 - actualValues.count))
      grow()
    }
    for (bucket, value) in zip(classification.bucketIdx, classification.actValue) {
      takeIn(value, bucket)
    }
    for record in history {
      guard let index = steps.firstIndex(of: recordNum - record.recordNum) else { continue }
      let change = change(index, record.patternNZ, classification.bucketIdx)
      for bit in record.patternNZ {
        weights[index].add(change, toRow: bit, leastWeight: leastWeight)
      }
    }
  }

  /// NuPIC's C++ keeps weights in a sparse matrix, which takes these for zero.
  private var leastWeight: Double { implementation == .cpp ? Double(1e-6 as Float) : 0 }

  /// Takes the names of buckets of which a file of NuPIC had numbers only.
  ///
  /// NuPIC's C++ classifier does so whether it learns or not.
  mutating func takeNames(_ classification: Classification) {
    guard implementation == .cpp else { return }
    for (bucket, value) in zip(classification.bucketIdx, classification.actValue)
    where value.number == nil && actualValues.indices.contains(bucket)
      && actualValues[bucket] != nil
    {
      actualValues[bucket] = value
    }
  }

  private mutating func takeIn(_ value: ActualValue, _ bucket: Int) {
    switch (actualValues[bucket], value) {
    case (.number(let old), .number(let new)):
      actualValues[bucket] = .number((1 - actValueAlpha) * old + actValueAlpha * new)
    default: actualValues[bucket] = value
    }
  }

  /// What the weights of a pattern miss, as far as it is made good at once.
  private func change(_ index: Int, _ pattern: [Int], _ buckets: [Int]) -> [Double] {
    var change = softmax(weights[index].sum(ofRows: pattern))
    var target = [Double](repeating: 0, count: change.count)
    for bucket in buckets { target[bucket] = 1 / Double(buckets.count) }
    for bucket in change.indices { change[bucket] = alpha * (target[bucket] - change[bucket]) }
    return change
  }
}
