/// The values of enumerations whose cases hold nothing, also of those that do not list them.
///
/// The synthesized keys of an enumeration with associated values are such an enumeration, and there
/// is no other way to learn what cases it has than from the description that the compiler left of it.
enum PlainEnum {
  // As in the ABI of Swift: MetadataValues.h and Metadata.h.
  private static let enumKind = 0x201
  private static let descriptorOffset = 8
  private static let payloadCasesOffset = 20
  private static let emptyCasesOffset = 24

  static func isEnum(_ type: Any.Type) -> Bool {
    unsafe unsafeBitCast(type, to: UnsafeRawPointer.self).load(as: Int.self) == enumKind
  }

  /// All values, or nil where the type is something else.
  static func values<T>(of type: T.Type) -> [T]? {
    if let type = type as? any CaseIterable.Type { return list(type) as? [T] }
    // Those of C and of Objective-C have their numbers for bits, and take more than a byte.
    guard isEnum(type), MemoryLayout<T>.size <= 1 else { return nil }
    let metadata = unsafe unsafeBitCast(type as Any.Type, to: UnsafeRawPointer.self)
    let descriptor = unsafe metadata.load(
      fromByteOffset: descriptorOffset, as: UnsafeRawPointer.self)
    let payloads = unsafe descriptor.load(fromByteOffset: payloadCasesOffset, as: UInt32.self)
    let count = unsafe descriptor.load(fromByteOffset: emptyCasesOffset, as: UInt32.self)
    guard payloads & 0xFF_FFFF == 0, count <= 256 else { return nil }
    return (0..<count).map { number in
      var bits = UInt8(truncatingIfNeeded: number)
      return unsafe withUnsafeBytes(of: &bits) { unsafe $0.load(as: type) }
    }
  }

  private static func list<T: CaseIterable>(_ type: T.Type) -> [Any] { Array(type.allCases) }
}
