/// The unnamed union of a struct or a group.
final class JSONUnion: Sendable {
  let discriminator: [UInt8]?
  let valueName: [UInt8]?
  let members: [JSONField]
  /// What the key of the discriminator is set to for each member.
  let labels: [[UInt8]]
  private let byTag: [UInt16: Int]
  private let byLabel: [[UInt8]: Int]
  let longestLabel: Int

  init(
    discriminator: [UInt8]?, valueName: [UInt8]?, members: [JSONField], labels: [[UInt8]],
    type: String
  ) throws(CapnProtoError) {
    self.discriminator = discriminator
    self.valueName = valueName
    self.members = members
    self.labels = labels
    var byTag: [UInt16: Int] = [:]
    var byLabel: [[UInt8]: Int] = [:]
    for (index, member) in members.enumerated() {
      if let tag = member.field.discriminant { byTag[tag] = index }
      guard byLabel.updateValue(index, forKey: labels[index]) == nil else {
        throw JSONAnnotations.clash(labels[index], type)
      }
    }
    self.byTag = byTag
    self.byLabel = byLabel
    longestLabel = labels.reduce(0) { max($0, $1.count) }
  }

  /// The member that is set; nil where the schema does not know the tag.
  func member(_ value: DynamicStruct.Reader) -> (field: JSONField, label: [UInt8])? {
    byTag[value.tag].map { (members[$0], labels[$0]) }
  }

  func member(labeled label: [UInt8]) -> JSONField? { byLabel[label].map { members[$0] } }
}
