/// The annotation of a schema, with the type of its values.
///
/// For `annotation units(field) :Text` generated code declares `units` as an
/// `AnnotationKey<Text>`, so that its uses can be read:
/// `try Car.schema.annotation(units, ofMember: "speed")`.
public struct AnnotationKey<Value: ListElement>: Hashable, Sendable {
  /// The number of the annotation's declaration.
  public let id: UInt64

  /// A key for the annotation with this id, whose values have to be of the type `Value`.
  public init(id: UInt64) { self.id = id }
}
