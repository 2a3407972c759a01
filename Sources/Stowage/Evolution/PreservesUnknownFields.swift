/// A type whose objects keep what a newer version of the program wrote into them.
///
/// One stored property is all that it takes, of a ``Serializable`` or ``Configurable`` type. What a
/// newer schema has put into the struct, into structs in it and into lists of structs is then still
/// there after this program has loaded the object and saved it again:
///
/// <!-- snippet: preserving -->
/// ```swift
/// struct Sorter: Serializable, PreservesUnknownFields {
///   var name: String
///   var unknownFields = UnknownFields()
///
///   func write(_ builder: PerceptronProto.Builder) throws { try builder.setName(name) }
///
///   static func read(_ reader: PerceptronProto.Reader) throws -> Sorter {
///     Sorter(name: String(try reader.name))
///   }
/// }
/// ```
///
/// It is for the object that is saved or loaded, and covers those that this one writes into fields
/// of its own. Elements of lists are told by their places: where a program sorts them, or puts one in
/// for another, what is unknown of them stays at its place. JSON and text have no names for what is
/// unknown, so saving in these formats is refused while there is any.
public protocol PreservesUnknownFields {
  /// What the program does not know.
  ///
  /// Only loading and saving have to do with it; an initializer leaves it empty.
  var unknownFields: UnknownFields { get set }
}
