/// Notes what a type stands for that is but one value.
struct SingleProbe: SingleValueDecodingContainer {
  let node: ProbeNode

  var codingPath: [any CodingKey] { [] }

  func decodeNil() -> Bool {
    node.noteOptional()
    return node.value?.isNothing ?? false
  }

  // The standard library's own implementations for these two only throw.
  func decode(_ type: Int128.Type) throws -> Int128 { try content(type) }
  func decode(_ type: UInt128.Type) throws -> UInt128 { try content(type) }

  func decode<T: Decodable>(_ type: T.Type) throws -> T { try content(type) }

  private func content<T: Decodable>(_ type: T.Type) throws -> T {
    let finding = try node.decode(type, node.value)
    node.note(finding.shape)
    guard let value = finding.value else { throw node.nothing(type) }
    return value
  }
}
