public import Stowage

/// NuPIC's files hold neither categories nor, for the Python classifier, values of zero; files of
/// Stowage lose nothing.
extension SDRClassifier: Archivable {
  /// Writes NuPIC's file.
  ///
  /// A category that the C++ classifier was given is written as the number of its bucket, as NuPIC
  /// does.
  ///
  /// - Throws: `HTMError` where a Python classifier has categories: NuPIC cannot save it either.
  public func write(_ builder: SdrClassifierProto.Builder) throws {
    let numbers = try actualValues.enumerated().map { bucket, value throws(HTMError) in
      guard case .category(let name) = value else { return value?.number ?? 0 }
      guard implementation == .cpp else {
        throw HTMError.state(
          "SdrClassifierProto.actualValues[\(bucket)]",
          "it is the category \"\(name)\", and the file of a Python classifier holds numbers only; "
            + "a file of Stowage holds it")
      }
      return Double(bucket)
    }
    try writeRest(builder)
    try builder.setActualValues(numbers)
    if implementation == .cpp { try builder.setActualValuesSet(actualValues.map { $0 != nil }) }
  }

  /// Reads NuPIC's file.
  ///
  /// Only those of the C++ classifier say which values are there; others are taken for those of the
  /// Python classifier, which takes zero for none.
  ///
  /// - Throws: `CapnProtoError` for a damaged message, `HTMError` for a state that no classifier can
  ///   be in, each with the field.
  public static func read(_ reader: SdrClassifierProto.Reader) throws -> SDRClassifier {
    try read(reader, as: reader.actualValuesSet.isEmpty ? .python : .cpp)
  }

  /// Reads NuPIC's file as one of its classifiers does.
  ///
  /// - Throws: as ``read(_:)`` does.
  public static func read(
    _ reader: SdrClassifierProto.Reader, as implementation: Implementation
  ) throws -> SDRClassifier {
    let numbers = try reader.actualValues
    let isSet = try reader.actualValuesSet
    try StateCheck.count(
      numbers.count, UInt64(reader.maxBucketIdx) + 1, "SdrClassifierProto.actualValues",
      "the buckets are")
    try StateCheck.optionalCount(
      isSet.count, UInt64(numbers.count), "SdrClassifierProto.actualValuesSet",
      "the buckets are")
    let flags = isSet.isEmpty ? numbers.map { $0 != 0 } : Array(isSet)
    return try SDRClassifier(
      reader, implementation,
      zip(numbers, flags).map { number, isSet in
        isSet && (implementation == .cpp || number != 0) ? .number(number) : nil
      })
  }

  public func writeArchive(_ builder: SDRClassifierState.Builder) throws {
    builder.implementation = implementation == .cpp ? .cpp : .python
    try writeRest(builder.initClassifier())
    let values = try builder.initActualValues(count: actualValues.count)
    for (bucket, value) in actualValues.enumerated() {
      switch value {
      case nil: break
      case .number(let number): values[bucket].number = number
      case .category(let name): try values[bucket].setCategory(name)
      }
    }
  }

  /// Reads a classifier that lost nothing.
  ///
  /// - Throws: as ``read(_:)`` does.
  public static func readArchive(_ reader: SDRClassifierState.Reader) throws -> SDRClassifier {
    let classifier = try reader.classifier
    let list = try reader.actualValues
    try StateCheck.count(
      list.count, UInt64(classifier.maxBucketIdx) + 1, "SDRClassifierState.actualValues",
      "the buckets are")
    let values = try ActualValue.read(list, "SDRClassifierState.actualValues")
    return try SDRClassifier(
      classifier, reader.implementation == .cpp ? .cpp : .python, values)
  }
}
