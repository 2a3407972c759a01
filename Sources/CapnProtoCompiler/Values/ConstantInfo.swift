/// A constant whose value is known.
final class ConstantInfo {
  let type: Meaning
  let value: CompiledValue

  init(type: Meaning, value: CompiledValue) {
    self.type = type
    self.value = value
  }
}
