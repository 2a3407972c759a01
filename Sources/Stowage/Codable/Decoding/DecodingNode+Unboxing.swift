extension DecodingNode {
  /// Something that is a value itself; nil for other types.
  @inline(__always)
  func direct<T>(
    _ type: T.Type, _ value: Value, _ place: @autoclosure () -> CodablePlace
  ) throws -> T? {
    do throws(CodingFault) {
      return try DirectCoding.decode(type, value)
    } catch {
      throw error.error(type, path(with: place()))
    }
  }

  /// Something decodable that is no value itself, of a value.
  @inline(never)
  func unbox<T: Decodable>(_ type: T.Type, _ value: Value, _ place: CodablePlace) throws -> T {
    guard depth < state.depthLimit else { throw tooDeep(place) }
    if case .reference(let reference) = value, state.isSharing, CodableTraits.isClass(type) {
      return try unbox(type, reference, place)
    }
    var value = value
    if let inner = value.unwrapped, !CodableTraits.isOptional(type) { value = inner }
    return try T(from: DecodingNode(state, self, place, value, type))
  }

  private func unbox<T: Decodable>(
    _ type: T.Type, _ reference: Reference, _ place: CodablePlace
  ) throws -> T {
    switch state.object(reference) {
    case .some(let object?):
      if let object = object as? T { return object }
    case .some(nil):
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: path(with: place),
          debugDescription:
            "an object of \(type) leads back to itself, and Codable cannot make such objects"))
    case nil: break
    }
    let earlier = state.object(reference) ?? nil
    state.begin(reference)
    do {
      let object = try T(from: DecodingNode(state, self, place, reference.value, type))
      state.end(reference, object as AnyObject)
      return object
    } catch {
      state.end(reference, earlier)
      throw error
    }
  }

  private func tooDeep(_ place: CodablePlace) -> DecodingError {
    DecodingError.dataCorrupted(
      DecodingError.Context(
        codingPath: path(with: place),
        debugDescription:
          "values are more than \(state.depthLimit) deep in each other, or without end: "
          + "raise options.depthLimit if they have to be"))
  }
}
