import Foundation

extension Tensor {
  /// The same elements one after another: this itself, where they are, or a copy.
  ///
  /// - Parameter limit: how many bytes a copy may have, where this repeats elements.
  /// - Throws: `StowageError` where it would have more.
  public func contiguous(limit: Int = Tensor.copyLimit) throws(StowageError) -> Tensor {
    if isContiguous { return self }
    try checkSize(limit)
    return Tensor(
      within: Storage(littleEndianBytes(), of: element), shape: shape,
      strides: Self.contiguous(shape), offset: 0)
  }

  /// The same elements in a storage that has nothing else: this itself, where it is so, or a copy.
  ///
  /// A slice keeps all of its storage, in memory and in files; its compact copy does not. Elements
  /// that the view repeats stay repeated, so that it is never larger than the storage.
  public func compacted() -> Tensor {
    if isEmpty {
      guard storage.count > 0 else { return self }
      return Tensor(
        within: Storage(Data(), of: element), shape: shape, strides: strides, offset: 0)
    }
    let reach = reach
    let axes = shape.indices.filter { strides[$0] != 0 || shape[$0] == 1 }
    let once = Tensor(
      within: storage, shape: axes.map { shape[$0] }, strides: axes.map { strides[$0] },
      offset: offset)
    // What overlaps itself in other ways is copied as it is in the storage.
    if once.count >= reach.count { return rebased(part(reach), reach.lowerBound) }
    var compact = Array(repeating: 0, count: shape.count)
    for (axis, stride) in zip(axes, Self.contiguous(once.shape)) { compact[axis] = stride }
    return Tensor(
      within: Storage(once.littleEndianBytes(), of: element), shape: shape, strides: compact,
      offset: 0)
  }

  /// The same tensors over storages that have little more than what the tensors show.
  ///
  /// Those that share a storage, and overlap there, share one afterwards as well.
  public static func compacted(_ tensors: [Tensor]) -> [Tensor] {
    var results = tensors
    let groups = Dictionary(grouping: tensors.indices) { ObjectIdentifier(tensors[$0].storage) }
    for indices in groups.values {
      let filled = indices.filter { !tensors[$0].isEmpty }
      for index in indices where tensors[index].isEmpty {
        results[index] = tensors[index].compacted()
      }
      for cluster in clusters(filled, tensors) { compact(cluster, tensors, &results) }
    }
    return results
  }

  /// Puts those together that overlap, directly or through others.
  private static func clusters(_ indices: [Int], _ tensors: [Tensor]) -> [[Int]] {
    var clusters: [[Int]] = []
    var end = 0
    for index in indices.sorted(by: {
      (tensors[$0].reach.lowerBound, $0) < (tensors[$1].reach.lowerBound, $1)
    }) {
      if clusters.isEmpty || tensors[index].reach.lowerBound >= end {
        clusters.append([])
      }
      clusters[clusters.count - 1].append(index)
      end = max(end, tensors[index].reach.upperBound)
    }
    return clusters
  }

  private static func compact(
    _ cluster: [Int], _ tensors: [Tensor], _ results: inout [Tensor]
  ) {
    let alone = tensors[cluster[0]]
    guard cluster.count > 1 else {
      results[cluster[0]] = alone.compacted()
      return
    }
    let reaches = cluster.map { tensors[$0].reach }
    let all = (reaches.map(\.lowerBound).min() ?? 0)..<(reaches.map(\.upperBound).max() ?? 0)
    let shared = alone.part(all)
    for index in cluster { results[index] = tensors[index].rebased(shared, all.lowerBound) }
  }

  /// A storage of nothing but a part of this one, or this one where the part is all of it.
  private func part(_ range: Range<Int>) -> Storage {
    if range == 0..<storage.count { return storage }
    let (start, end) = (range.lowerBound * element.size, range.upperBound * element.size)
    return unsafe storage.withBytes { bytes in
      unsafe Storage(Data(UnsafeRawBufferPointer(rebasing: bytes[start..<end])), of: element)
    }
  }

  private func rebased(_ storage: Storage, _ start: Int) -> Tensor {
    Tensor(within: storage, shape: shape, strides: strides, offset: offset - start)
  }
}
