extension Tensor {
  /// The same elements in another shape: a view, where one can have that shape, or else a copy.
  ///
  /// - Parameters:
  ///   - shape: the shape; one of its sizes may be -1, and is what the others leave for it.
  ///   - limit: how many bytes a copy may have, where this repeats elements.
  /// - Throws: `StowageError` where the shape has not as many elements.
  public func reshaped(
    _ shape: [Int], limit: Int = Tensor.copyLimit
  ) throws(StowageError) -> Tensor {
    let shape = try completed(shape)
    if let strides = strides(for: shape) {
      return try Tensor(storage, shape: shape, strides: strides, offset: offset)
    }
    return try Tensor(contiguous(limit: limit).storage, shape: shape)
  }

  /// The same elements in one dimension.
  ///
  /// - Throws: `StowageError` where it takes a copy, and that would be larger than the limit.
  public func flattened(limit: Int = Tensor.copyLimit) throws(StowageError) -> Tensor {
    try reshaped([count], limit: limit)
  }

  private func completed(_ shape: [Int]) throws(StowageError) -> [Int] {
    let open = shape.indices.filter { shape[$0] == -1 }
    var result = shape
    if open.count == 1 {
      result[open[0]] = 1
      let rest = Self.product(result) ?? 0
      result[open[0]] = rest > 0 && count % rest == 0 ? count / rest : -1
    }
    guard Self.product(result) == count else {
      throw StowageError(
        .invalidArgument,
        "a tensor of the shape \(self.shape) cannot have the shape \(shape): it has \(count) "
          + "elements")
    }
    return result
  }

  /// The strides that give a view of this another shape, where there are such.
  private func strides(for shape: [Int]) -> [Int]? {
    guard !isEmpty else { return Self.contiguous(shape) }
    var strides = Array(repeating: 1, count: shape.count)
    var axis = shape.count - 1
    for group in TensorLayout(self).axes.reversed() {
      var (size, stride) = (1, group.left)
      while size < group.size {
        guard axis >= 0, group.size % (size * shape[axis]) == 0 else { return nil }
        strides[axis] = stride
        size *= shape[axis]
        stride = group.left * size
        axis -= 1
      }
    }
    return strides
  }
}
