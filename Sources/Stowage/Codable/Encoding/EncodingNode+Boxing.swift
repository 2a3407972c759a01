extension EncodingNode {
  /// The value of something encodable that is no direct value.
  ///
  /// - Parameters:
  ///   - value: what is encoded.
  ///   - place: where it is in this node.
  ///   - isRoot: whether this node is the one that it is encoded into.
  @inline(never)
  func box<T: Encodable>(
    _ value: T, _ place: CodablePlace, isRoot: Bool = false
  ) throws -> Value {
    if let direct = DirectCoding.value(of: value) { return direct }
    guard depth < state.depthLimit else { throw tooDeep(value, place) }
    let node = isRoot ? self : EncodingNode(state, self, place, T.self)
    guard state.isSharing, CodableTraits.isClass(T.self) else {
      try value.encode(to: node)
      if isRoot, case .empty = node.kind { throw nothing(value) }
      return try node.finish()
    }
    let object = value as AnyObject
    switch state.meet(object) {
    case .again(let reference): return .reference(reference)
    case .inside: throw cycle(value, place)
    case .first:
      do {
        try value.encode(to: node)
        if isRoot, case .empty = node.kind { throw nothing(value) }
        return state.finish(object, try node.finish())
      } catch {
        state.abandon(object)
        throw error
      }
    }
  }

  private func tooDeep<T>(_ value: T, _ place: CodablePlace) -> EncodingError {
    EncodingError.invalidValue(
      value,
      EncodingError.Context(
        codingPath: path(with: place),
        debugDescription:
          "values are more than \(state.depthLimit) deep in each other, or without end: "
          + "raise options.depthLimit if they have to be"))
  }

  private func cycle<T>(_ value: T, _ place: CodablePlace) -> EncodingError {
    EncodingError.invalidValue(
      value,
      EncodingError.Context(
        codingPath: path(with: place),
        debugDescription:
          "an object of \(T.self) leads back to itself, and Codable cannot make such objects "
          + "again: conform \(T.self) to GraphObject instead"))
  }

  private func nothing<T>(_ value: T) -> EncodingError {
    EncodingError.invalidValue(
      value,
      EncodingError.Context(
        codingPath: codingPath, debugDescription: "\(T.self) did not encode anything"))
  }
}
