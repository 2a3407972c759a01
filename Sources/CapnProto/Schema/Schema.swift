/// Cap'n Proto's description of schemas, as generated from `schema.capnp`.
///
/// `Person.schema.reader` gives a ``Schema/Node`` that describes the struct, its fields and their
/// types. A request that a code generator reads is a `Schema.CodeGeneratorRequest`.
public enum Schema {}
