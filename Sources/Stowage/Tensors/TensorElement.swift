/// A type of Swift whose values can be the elements of a tensor.
///
/// It is one of those that conform here: each stands for a kind of element, and is as large as one.
public protocol TensorElement: Sendable, BitwiseCopyable {
  /// The kind of element that it is.
  static var elementType: Tensor.ElementType { get }
}

extension Bool: TensorElement {
  public static var elementType: Tensor.ElementType { .bool }
}

extension Int8: TensorElement {
  public static var elementType: Tensor.ElementType { .int8 }
}

extension Int16: TensorElement {
  public static var elementType: Tensor.ElementType { .int16 }
}

extension Int32: TensorElement {
  public static var elementType: Tensor.ElementType { .int32 }
}

extension Int64: TensorElement {
  public static var elementType: Tensor.ElementType { .int64 }
}

extension Int: TensorElement {
  public static var elementType: Tensor.ElementType { .int64 }
}

extension UInt8: TensorElement {
  public static var elementType: Tensor.ElementType { .uint8 }
}

extension UInt16: TensorElement {
  public static var elementType: Tensor.ElementType { .uint16 }
}

extension UInt32: TensorElement {
  public static var elementType: Tensor.ElementType { .uint32 }
}

extension UInt64: TensorElement {
  public static var elementType: Tensor.ElementType { .uint64 }
}

extension UInt: TensorElement {
  public static var elementType: Tensor.ElementType { .uint64 }
}

// Intel Macs have no type for it.
#if !((os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64))
  extension Float16: TensorElement {
    public static var elementType: Tensor.ElementType { .float16 }
  }
#endif

extension BFloat16: TensorElement {
  public static var elementType: Tensor.ElementType { .bfloat16 }
}

extension Float: TensorElement {
  public static var elementType: Tensor.ElementType { .float32 }
}

extension Double: TensorElement {
  public static var elementType: Tensor.ElementType { .float64 }
}
