/// A class whose objects can be in several places of a graph, and lead to each other in cycles.
///
/// When such a graph is loaded, all of its objects are made first, and then filled one after
/// another: what one finds in its fields may be an object that is still empty.
///
/// Objects that lead to each other keep each other alive, as ever in Swift: let one side be weak, or
/// take the cycle apart when you are done.
public protocol GraphObject: AnyObject, RegisteredObject {
  /// Makes an object to be filled.
  init()

  /// What the object holds, by name. Objects in it are values made with ``Value/object(_:)``.
  ///
  /// - Throws: whatever keeps the object from being saved.
  func fields() throws -> Table

  /// Takes up what an object of this type held.
  ///
  /// - Throws: whatever is wrong with the fields.
  func fill(_ fields: Table) throws
}
