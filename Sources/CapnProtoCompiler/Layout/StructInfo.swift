internal import CapnProtoSyntax

/// A struct, group or list of a method's parameters, laid out.
final class StructInfo {
  var id: UInt64 = 0
  var displayName = ""
  var prefixLength = 0
  var scopeID: UInt64 = 0
  var isGroup = false
  var isGeneric = false
  var parameters: [Name] = []
  var fields: [FieldInfo] = []
  /// Where fields are, from the first time that one is looked for.
  private var places: [String: Int] = [:]
  private var placedCount = 0
  var dataWords = 0
  var pointers = 0
  var discriminantCount = 0
  var discriminantOffset = 0
  var comment: String?
  /// The groups in it, at any depth; only for the struct itself.
  var groups: [StructInfo] = []

  func field(named name: String) -> FieldInfo? {
    if placedCount != fields.count {
      placedCount = fields.count
      places = Dictionary(
        fields.indices.map { (fields[$0].name, $0) }, uniquingKeysWith: { first, _ in first })
    }
    guard let place = places[name], fields.indices.contains(place) else { return nil }
    return fields[place]
  }
}
