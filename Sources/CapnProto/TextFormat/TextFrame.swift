/// A struct or a list that is being filled from a text.
struct TextFrame {
  enum Content {
    case structure(DynamicStruct.Builder)
    case list(DynamicList.Builder)
  }

  let content: Content
  /// What it is filled with.
  let value: TextValue
  /// Whether it counts as a level of nesting, which a group does not.
  let isLevel: Bool

  private let count: Int
  /// The place of the item that is being read.
  private(set) var index = -1
  /// The field that is being read.
  var name: String?
  var assigned = AssignedFields()

  init(_ content: Content, _ value: TextValue, _ count: Int, isLevel: Bool) {
    self.content = content
    self.value = value
    self.count = count
    self.isLevel = isLevel
  }

  /// Goes to the next item; false where there is none.
  mutating func next() -> Bool {
    name = nil
    index += 1
    return index < count
  }

  /// The error with the way from here.
  func inside(_ error: CapnProtoError) -> CapnProtoError {
    switch content {
    case .structure: name.map { error.inside(".\($0)") } ?? error
    case .list: error.inside("[\(index)]")
    }
  }
}
