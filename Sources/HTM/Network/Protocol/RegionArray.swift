/// The numbers that flow from region to region.
///
/// Arrays that are zero but for some ones are kept as the indices of the ones.
public struct RegionArray: Sendable {
  /// The type of the elements, by which NuPIC's files keep them.
  public enum ElementType: String, Sendable, Hashable, CaseIterable {
    /// Whole numbers of 8 bits, from 0 on; truth values too.
    case byte

    /// Whole numbers of 16 bits.
    case int16

    /// Whole numbers of 16 bits, from 0 on.
    case uint16

    /// Whole numbers of 32 bits.
    case int32

    /// Whole numbers of 32 bits, from 0 on.
    case uint32

    /// Whole numbers of 64 bits.
    case int64

    /// Whole numbers of 64 bits, from 0 on.
    case uint64

    /// Numbers of single precision.
    case real32

    /// Numbers of double precision.
    case real64
  }

  enum Storage: Sendable {
    /// Ascending indices of elements that are 1, where all others are 0.
    case ones([Int])
    /// For `uint64`, the same bits.
    case integers([Int64])
    case reals([Double])
  }

  /// The type of the elements.
  public let type: ElementType

  /// The number of elements.
  public let count: Int

  let storage: Storage

  init(_ type: ElementType, _ count: Int, _ storage: Storage) {
    (self.type, self.count, self.storage) = (type, count, storage)
  }

  /// Makes an array of zeros and ones.
  ///
  /// - Parameters:
  ///   - type: the type of the elements.
  ///   - ones: the ascending indices of the ones; those out of range are left out.
  ///   - count: the number of elements.
  public init(_ type: ElementType = .real32, ones: [Int], count: Int) {
    let count = max(0, count)
    // Ascending ones are in range where the ends are.
    let fits = ones.isEmpty || ones[0] >= 0 && ones[ones.count - 1] < count
    self.init(type, count, .ones(fits ? ones : ones.filter { (0..<count).contains($0) }))
  }

  /// Makes an array of zeros.
  public init(_ type: ElementType = .real32, zeros count: Int) {
    self.init(type, ones: [], count: count)
  }

  /// Makes an array of numbers, rounded to the type.
  public init(_ type: ElementType = .real32, _ numbers: [Double]) {
    switch type {
    case .real64: self.init(type, numbers.count, .reals(numbers))
    case .real32: self.init(type, numbers.count, .reals(numbers.map { Double(Float($0)) }))
    default:
      self.init(type, numbers.map { $0.isNaN ? 0 : Int(Int64(clamping: $0)) })
    }
  }

  /// Makes an array of numbers of single precision.
  public init(_ numbers: [Float]) {
    self.init(.real32, numbers.count, .reals(numbers.map(Double.init)))
  }

  /// Makes an array of whole numbers, brought into the range of the type.
  public init(_ type: ElementType, _ numbers: [Int]) {
    func clamped<Integer: FixedWidthInteger>(_: Integer.Type) -> Storage {
      .integers(numbers.map { Int64(truncatingIfNeeded: Integer(clamping: $0)) })
    }
    let storage: Storage =
      switch type {
      case .byte: clamped(UInt8.self)
      case .int16: clamped(Int16.self)
      case .uint16: clamped(UInt16.self)
      case .int32: clamped(Int32.self)
      case .uint32: clamped(UInt32.self)
      case .int64: clamped(Int64.self)
      case .uint64: clamped(UInt64.self)
      case .real32: .reals(numbers.map { Double(Float($0)) })
      case .real64: .reals(numbers.map(Double.init))
      }
    self.init(type, numbers.count, storage)
  }
}

extension RegionArray {
  /// The ascending indices of the elements that are not zero.
  public var ones: [Int] {
    switch storage {
    case .ones(let ones): ones
    case .integers(let numbers): numbers.indices.filter { numbers[$0] != 0 }
    case .reals(let numbers): numbers.indices.filter { numbers[$0] != 0 }
    }
  }

  /// Whether all elements are zero.
  public var isZero: Bool {
    switch storage {
    case .ones(let ones): ones.isEmpty
    case .integers(let numbers): numbers.allSatisfy { $0 == 0 }
    case .reals(let numbers): numbers.allSatisfy { $0 == 0 }
    }
  }

  /// All elements, in double precision.
  public var numbers: [Double] {
    switch storage {
    case .ones: integers.map(Double.init)
    case .integers(let numbers):
      type == .uint64
        ? numbers.map { Double(UInt64(bitPattern: $0)) } : numbers.map(Double.init)
    case .reals(let numbers): numbers
    }
  }

  /// All elements, in single precision.
  public var floats: [Float] { numbers.map { Float($0) } }

  /// All elements as whole numbers, towards zero; those of `uint64` are as large as `Int` at most.
  public var integers: [Int] {
    switch storage {
    case .ones(let ones):
      var all = [Int](repeating: 0, count: count)
      for one in ones { all[one] = 1 }
      return all
    case .integers(let numbers):
      return type == .uint64
        ? numbers.map { Int(clamping: UInt64(bitPattern: $0)) }
        : numbers.map { Int(truncatingIfNeeded: $0) }
    case .reals(let numbers):
      return numbers.map { $0.isNaN ? 0 : Int(Int64(clamping: $0)) }
    }
  }
}

extension RegionArray: Hashable {
  public static func == (left: Self, right: Self) -> Bool {
    guard left.type == right.type, left.count == right.count else { return false }
    return switch (left.storage, right.storage) {
    case (.ones(let left), .ones(let right)): left == right
    case (.integers(let left), .integers(let right)): left == right
    default: left.numbers == right.numbers
    }
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(type)
    hasher.combine(count)
  }
}

extension Int64 {
  init(clamping number: Double) {
    if let exact = Int64(exactly: number.rounded(.towardZero)) {
      self = exact
    } else {
      self = number < 0 ? .min : .max
    }
  }
}
