internal import Synchronization

/// How much may be done for the paths of errors, in visited pointers.
///
/// Who reads on after errors, field by field, must not be made to search a hostile message each time:
/// so there is a limit for all errors of a message together, and later ones go without a path.
enum PathBudget {
  static let ofError = 100_000
  static let ofArena = 1_000_000

  /// What a search costs before its first pointer.
  static let ofSearch = 10
}

extension Arena {
  /// The way from the root to a pointer, in the names of the schema.
  ///
  /// It is found again by looking for the pointer's address from the root on, so that views need not
  /// remember how they were reached. nil where it is unknown, or would take too long.
  func path(to pointer: UnsafeRawPointer?) -> String? {
    unsafe path(through: pointer) { .pointer($0) }
  }

  /// The way from the root to the member of a union, in a struct whose pointers start at an address.
  func path(
    toMember tag: UInt16, at index: Int, ofStructWith pointers: UnsafeRawPointer?
  ) -> String? {
    unsafe path(through: pointers) { .member($0, PathTypes.Condition(index: index, tag: tag)) }
  }

  private func path(
    through address: UnsafeRawPointer?, to target: (MessageWords.Place) -> PathSearch.Target
  ) -> String? {
    guard let address = unsafe address, let schema = rootSchema else { return nil }
    let words = unsafe MessageWords(segments)
    guard let place = unsafe words.place(of: address) else { return nil }
    let allowance = min(PathBudget.ofError, pathBudget.load(ordering: .relaxed))
    guard allowance > 0 else { return nil }

    let types = PathTypes.known(for: schema)
    var search = PathSearch(words, target: target(place), types: types, allowance: allowance)
    let path = search.path()
    pathBudget.subtract(
      allowance - search.allowance + PathBudget.ofSearch, ordering: .relaxed)
    if search.types.size > types.size { search.types.keep() }
    return path
  }
}
