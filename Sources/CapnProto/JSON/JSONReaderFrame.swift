/// A struct or a list that is being read from JSON.
struct JSONReaderFrame {
  enum Content {
    case object(JSONStructPlan, DynamicStruct.Builder)
    case array(DynamicList.Builder, JSONCodec.DataEncoding?)
  }

  /// The index of the key or the element that comes next.
  var next: Int
  /// The index behind the last one.
  let end: Int
  let content: Content

  /// Which members of unions the keys have set.
  var chosen = JSONMessageReader.Chosen()
  /// The fields that lead to the one that is being read.
  var path: [FieldSchema] = []
  /// The place of the element that is being read.
  var position = -1

  init(next: Int, end: Int, _ content: Content) {
    self.next = next
    self.end = end
    self.content = content
  }

  /// The error with the way from here.
  func inside(_ error: CapnProtoError) -> CapnProtoError {
    switch content {
    case .object: path.reversed().reduce(error) { $0.inside(".\($1.name)") }
    case .array: position < 0 ? error : error.inside("[\(position)]")
    }
  }
}
