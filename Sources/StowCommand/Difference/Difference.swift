/// A place where two files differ.
struct Difference: Codable {
  /// The way there, by the names of fields and the places in lists.
  let path: String
  /// What is on each side; nil where there is nothing.
  let left: String?
  let right: String?
  /// More about it, where it stands for many.
  var detail: String? = nil

  var text: String {
    let both =
      switch (left, right) {
      case (let left?, let right?): "\(left) → \(right)"
      case (let left?, nil): "\(left) → nothing"
      case (nil, let right?): "nothing → \(right)"
      case (nil, nil): ""
      }
    let parts = [both, detail ?? ""].filter { !$0.isEmpty }
    return "\(path): " + parts.joined(separator: "; ")
  }
}
