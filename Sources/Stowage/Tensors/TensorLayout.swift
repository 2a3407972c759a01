/// Where the elements of one or two views of one shape are, in the order of their rows.
///
/// Dimensions of one element are left out, and those that can be walked through as one are one.
struct TensorLayout {
  struct Axis {
    var size: Int
    var left: Int
    var right: Int
  }

  /// The outer dimension first; none where there is one element.
  private(set) var axes: [Axis] = []
  let isEmpty: Bool

  /// Lays out two views; what is the same element again and again in both is there once.
  init(_ shape: [Int], _ left: [Int], _ right: [Int]) {
    isEmpty = shape.contains(0)
    guard !isEmpty else { return }
    for axis in shape.indices where shape[axis] != 1 {
      add(Axis(size: shape[axis], left: left[axis], right: right[axis]))
    }
  }

  /// Lays out one view, repeated elements with it.
  init(_ tensor: Tensor) {
    isEmpty = tensor.isEmpty
    guard !isEmpty else { return }
    for (size, stride) in zip(tensor.shape, tensor.strides) where size != 1 {
      // No dimension has the stride 0 on both sides, and so none is left out.
      add(Axis(size: size, left: stride, right: stride))
    }
  }

  private mutating func add(_ axis: Axis) {
    guard let outer = axes.last, outer.left == axis.left &* axis.size,
      outer.right == axis.right &* axis.size
    else { return axes.append(axis) }
    let size = outer.size &* axis.size
    axes[axes.count - 1] = Axis(size: size, left: axis.left, right: axis.right)
  }

  /// How many pairs of elements there are.
  var count: Int { isEmpty ? 0 : axes.reduce(1) { $0 &* $1.size } }

  /// Leaves out the dimensions in which both views stand still.
  mutating func removeRepetitions() { axes.removeAll { $0.left == 0 && $0.right == 0 } }

  /// Goes through the elements in runs, which have one distance from each element to the next.
  ///
  /// - Parameter run: is given where a run begins in both views, and the axis that it goes along; it
  ///   gives false to end.
  /// - Returns: whether it has been through.
  func forEachRun(
    _ left: Int, _ right: Int, _ run: (_ left: Int, _ right: Int, _ axis: Axis) -> Bool
  ) -> Bool {
    guard !isEmpty else { return true }
    let inner = axes.last ?? Axis(size: 1, left: 1, right: 1)
    let outer = axes.dropLast()
    var index = Array(repeating: 0, count: outer.count)
    var (left, right) = (left, right)
    while true {
      guard run(left, right, inner) else { return false }
      var axis = outer.count - 1
      while axis >= 0 {
        index[axis] += 1
        left += outer[axis].left
        right += outer[axis].right
        if index[axis] < outer[axis].size { break }
        left -= outer[axis].left * outer[axis].size
        right -= outer[axis].right * outer[axis].size
        index[axis] = 0
        axis -= 1
      }
      if axis < 0 { return true }
    }
  }
}
