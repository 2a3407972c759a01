/// The keys of a record, which the next record of the same type most likely has as well.
final class EncodingShape {
  let names: [String]

  /// A table with those keys.
  let table: Table

  init(names: [String], table: Table) { (self.names, self.table) = (names, table) }
}
