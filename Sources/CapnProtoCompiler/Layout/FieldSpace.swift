/// Where fields are put: a struct, or a member of a union.
protocol FieldSpace: AnyObject {
  func addVoid()
  /// Takes data of two to the power of `size` bits, and gives its offset in units of that size.
  func addData(_ size: Int) -> Int
  func addPointer() -> Int
  func expandData(_ size: Int, _ offset: Int, by factor: Int) -> Bool
}
