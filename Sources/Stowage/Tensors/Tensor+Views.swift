extension Tensor {
  /// The view at one place of a dimension, which is gone from the result: a row of a matrix.
  ///
  /// - Throws: `StowageError` where there is no such dimension or place.
  public func select(_ index: Int, axis: Int = 0) throws(StowageError) -> Tensor {
    try check(axis)
    guard index >= 0 && index < shape[axis] else {
      throw outside("place \(index)", axis)
    }
    var (shape, strides) = (shape, strides)
    shape.remove(at: axis)
    let stride = strides.remove(at: axis)
    // Where nothing is left to be seen, strides may be anything.
    let place = isEmpty ? offset : offset + index * stride
    return Tensor(within: storage, shape: shape, strides: strides, offset: place)
  }

  /// The view of some places of a dimension.
  ///
  /// - Parameters:
  ///   - range: the places.
  ///   - axis: the dimension.
  ///   - step: takes every which place of them.
  /// - Throws: `StowageError` where there are no such places.
  public func slice(
    _ range: Range<Int>, axis: Int = 0, by step: Int = 1
  ) throws(StowageError) -> Tensor {
    try check(axis)
    guard range.lowerBound >= 0, range.upperBound <= shape[axis] else {
      throw outside("range \(range)", axis)
    }
    guard step > 0 else {
      throw StowageError(.invalidArgument, "a step is 1 or more, and not \(step)")
    }
    var (shape, strides) = (shape, strides)
    shape[axis] = range.isEmpty ? 0 : (range.count - 1) / step + 1
    // Of an empty view, the offset is the only thing that has to be right.
    let place = shape.contains(0) ? offset : offset + range.lowerBound * strides[axis]
    if shape[axis] > 1 && !isEmpty { strides[axis] *= step }
    return Tensor(within: storage, shape: shape, strides: strides, offset: place)
  }

  /// The view of some places of a dimension, as Torch would have it.
  ///
  /// - Throws: `StowageError` where there are no such places.
  public func narrow(
    axis: Int, from start: Int, count: Int
  ) throws(StowageError) -> Tensor {
    let (end, overflow) = start.addingReportingOverflow(count)
    guard start >= 0, count >= 0, !overflow else {
      throw StowageError(.invalidArgument, "\(count) places from \(start) on are none")
    }
    return try slice(start..<end, axis: axis)
  }

  /// The view with its dimensions in the opposite order.
  public func transposed() -> Tensor {
    Tensor(within: storage, shape: shape.reversed(), strides: strides.reversed(), offset: offset)
  }

  /// The view with two dimensions exchanged.
  ///
  /// - Throws: `StowageError` where there are no such dimensions.
  public func transposed(_ first: Int, _ second: Int) throws(StowageError) -> Tensor {
    try check(first)
    try check(second)
    var axes = Array(shape.indices)
    axes.swapAt(first, second)
    return try permuted(axes)
  }

  /// The view with its dimensions in another order.
  ///
  /// - Parameter axes: for each dimension of the result, which one of this it is.
  /// - Throws: `StowageError` where not each dimension is there once.
  public func permuted(_ axes: [Int]) throws(StowageError) -> Tensor {
    guard axes.sorted() == Array(shape.indices) else {
      throw StowageError(
        .invalidArgument,
        "\(axes) is no order of \(shape.count) dimensions: each of them has to be there once")
    }
    return Tensor(
      within: storage, shape: axes.map { shape[$0] }, strides: axes.map { strides[$0] },
      offset: offset)
  }

  /// The view that repeats dimensions of one element, and has more dimensions in front, to have
  /// another shape.
  ///
  /// - Throws: `StowageError` where this does not lead to the shape.
  public func expanded(to shape: [Int]) throws(StowageError) -> Tensor {
    let more = shape.count - self.shape.count
    guard more >= 0, zip(self.shape, shape.dropFirst(more)).allSatisfy({ $0 == $1 || $0 == 1 })
    else {
      throw StowageError(
        .invalidArgument,
        "the shape \(self.shape) does not expand to \(shape): only dimensions of one element do")
    }
    var strides = Array(repeating: 0, count: more)
    for (axis, size) in self.shape.enumerated() {
      strides.append(size == shape[more + axis] ? self.strides[axis] : 0)
    }
    return try Tensor(storage, shape: shape, strides: strides, offset: offset)
  }

  /// The view without its dimensions of one element.
  public func squeezed() -> Tensor {
    let axes = shape.indices.filter { shape[$0] != 1 }
    return Tensor(
      within: storage, shape: axes.map { shape[$0] }, strides: axes.map { strides[$0] },
      offset: offset)
  }
}

extension Tensor {
  private func check(_ axis: Int) throws(StowageError) {
    guard shape.indices.contains(axis) else {
      throw StowageError(
        .invalidArgument, "there is no dimension \(axis) of a tensor of the shape \(shape)")
    }
  }

  private func outside(_ what: String, _ axis: Int) -> StowageError {
    StowageError(
      .invalidArgument,
      "there is no \(what) of dimension \(axis) of a tensor of the shape \(shape)")
  }
}
