public import Foundation

/// Numbers in any number of dimensions: a view of a storage that other tensors may share.
public struct Tensor: Hashable {
  /// The kinds of numbers.
  public enum ElementType: UInt16, Sendable, Hashable, CaseIterable {
    /// True or false, one byte each.
    case bool
    /// Signed, 8 bits.
    case int8
    /// Signed, 16 bits.
    case int16
    /// Signed, 32 bits.
    case int32
    /// Signed, 64 bits.
    case int64
    /// Unsigned, 8 bits.
    case uint8
    /// Unsigned, 16 bits.
    case uint16
    /// Unsigned, 32 bits.
    case uint32
    /// Unsigned, 64 bits.
    case uint64
    /// Half precision.
    case float16
    /// The upper half of single precision.
    case bfloat16
    /// Single precision.
    case float32
    /// Double precision.
    case float64

    /// The size of one in bytes.
    public var size: Int {
      switch self {
      case .bool, .int8, .uint8: 1
      case .int16, .uint16, .float16, .bfloat16: 2
      case .int32, .uint32, .float32: 4
      case .int64, .uint64, .float64: 8
      }
    }
  }

  /// Numbers one after another, for tensors to be views of.
  ///
  /// It cannot be changed, and tensors that share one share it after loading as well.
  public final class Storage: Sendable {
    /// The kind of the numbers.
    public let element: ElementType

    /// The numbers, little-endian.
    public let bytes: Data

    /// How many there are.
    public var count: Int { bytes.count / element.size }

    /// Takes up bytes; those behind the last whole number are not used.
    public init(_ bytes: Data, of element: ElementType) {
      (self.bytes, self.element) = (bytes, element)
    }
  }

  /// What it is a view of.
  public let storage: Storage

  /// Where the view begins, counted in elements.
  public let offset: Int

  /// The size of each dimension.
  public let shape: [Int]

  /// How many elements further the next one is, in each dimension.
  public let strides: [Int]

  /// Makes a view of a storage.
  ///
  /// - Throws: `StowageError` where it would reach beyond the storage.
  public init(
    _ storage: Storage, shape: [Int], strides: [Int]? = nil, offset: Int = 0
  ) throws(StowageError) {
    let strides = strides ?? Self.contiguous(shape)
    try Self.check(storage.count, shape, strides, offset)
    (self.storage, self.shape, self.strides, self.offset) = (storage, shape, strides, offset)
  }

  /// The strides of a tensor that is stored row by row.
  static func contiguous(_ shape: [Int]) -> [Int] {
    var strides = Array(repeating: 1, count: shape.count)
    for axis in shape.indices.dropLast().reversed() {
      strides[axis] =
        strides[axis + 1].multipliedReportingOverflow(by: max(1, shape[axis + 1]))
        .partialValue
    }
    return strides
  }

  private static func isWithin(
    _ count: Int, _ shape: [Int], _ strides: [Int], _ offset: Int
  ) -> Bool {
    // Where there are no elements, strides lead nowhere.
    guard !shape.contains(0) else { return offset <= count }
    // How far the first and the last element are from the offset, on all axes together.
    var (least, most, elements) = (offset, offset, 1)
    for (size, stride) in zip(shape, strides) where size != 1 {
      let (reach, first) = (size - 1).multipliedReportingOverflow(by: stride)
      let (moved, second) = (reach < 0 ? least : most).addingReportingOverflow(reach)
      let (product, third) = elements.multipliedReportingOverflow(by: size)
      guard !first && !second && !third else { return false }
      if reach < 0 { least = moved } else { most = moved }
      elements = product
    }
    return least >= 0 && most < count
  }

  private static func check(
    _ count: Int, _ shape: [Int], _ strides: [Int], _ offset: Int
  ) throws(StowageError) {
    guard shape.count == strides.count else {
      throw StowageError(
        .invalidContent,
        "a tensor has as many strides as dimensions: \(shape.count), and not "
          + "\(strides.count)")
    }
    guard shape.count <= 64, shape.allSatisfy({ $0 >= 0 }), offset >= 0 else {
      throw StowageError(
        .invalidContent, "a tensor has up to 64 dimensions, and no negative size or offset")
    }
    guard isWithin(count, shape, strides, offset) else {
      throw StowageError(
        .invalidContent,
        "the shape \(shape) with strides \(strides) from \(offset) on reaches beyond the storage, "
          + "which has \(count) elements")
    }
  }

  /// Makes a view that is known to stay within the one that it is made from.
  init(
    within storage: Storage, shape: [Int], strides: [Int], offset: Int
  ) {
    (self.storage, self.shape, self.strides, self.offset) = (storage, shape, strides, offset)
  }
}

extension Tensor {
  /// The kind of the elements.
  public var element: ElementType { storage.element }

  /// How many elements there are.
  public var count: Int { isEmpty ? 0 : shape.reduce(1, *) }

  /// Whether there are no elements: one of the sizes is zero.
  public var isEmpty: Bool { shape.contains(0) }

  /// Whether the elements are one after another in the storage, row by row.
  public var isContiguous: Bool {
    let layout = TensorLayout(self)
    return layout.axes.isEmpty || layout.axes.count == 1 && layout.axes[0].left == 1
  }

  /// The places in the storage from the first to the last one that the view reaches.
  var reach: Range<Int> {
    guard !isEmpty else { return offset..<offset }
    var (least, most) = (offset, offset)
    for (size, stride) in zip(shape, strides) where size != 1 {
      if stride < 0 { least += (size - 1) * stride } else { most += (size - 1) * stride }
    }
    return least..<most + 1
  }
}

extension Tensor: CustomStringConvertible {
  /// The kind of the elements and the shape, such as `float32 [2, 3]`.
  public var description: String { "\(element) \(shape)" }
}
