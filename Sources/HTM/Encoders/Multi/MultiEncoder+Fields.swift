extension MultiEncoder {
  /// Which of the fields has a name, or nil.
  func index(of field: String) -> Int? { members.firstIndex { $0.field == field } }

  /// The bucket of one field's value, or nil where no encoder is for the field.
  mutating func bucket(_ field: String, _ value: EncoderInput) throws(HTMError) -> Int? {
    guard let place = members.firstIndex(where: { $0.field == field }) else { return nil }
    return try bucket(place, value)
  }
}
