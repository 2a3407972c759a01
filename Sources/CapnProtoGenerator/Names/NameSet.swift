/// The names that are taken in one scope; each new one gets underscores until it is free.
struct NameSet {
  private var taken: Set<String>

  init(reserved: Set<String> = []) {
    taken = reserved.union(Identifier.unusable)
  }

  /// Takes `wish`, or `wish` with as many underscores as it needs.
  mutating func take(_ wish: String) -> String {
    var name = wish
    while !taken.insert(name).inserted { name += "_" }
    return name
  }

  /// Whether all of `names` are free.
  func areFree(_ names: some Sequence<String>) -> Bool {
    names.allSatisfy { !taken.contains($0) }
  }
}
