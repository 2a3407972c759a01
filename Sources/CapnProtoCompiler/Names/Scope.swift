internal import CapnProtoSyntax

/// Where an expression stands.
struct Scope {
  var entity: Entity
  var brand: BrandScope
  /// The generic parameters of the method around the expression, and their places.
  var methodParameters: [String: Int] = [:]
  /// The struct of the method's parameters, in which they are the struct's own.
  var parameterStruct: UInt64?

  init(_ entity: Entity) {
    self.entity = entity
    brand = entity.brand
  }

  init(_ entity: Entity, _ brand: BrandScope) {
    self.entity = entity
    self.brand = brand
  }
}
