/// Names as schemas have them, made of names as Swift has them.
enum SchemaNames {
  /// The name of a type without its module and what it is generic over.
  static func plain(_ type: Any.Type) -> String {
    let name = "\(type)".split(separator: "<").first.map(String.init) ?? ""
    return capitalized(name.split(separator: ".").last.map(String.init) ?? "")
  }

  /// A name of letters and digits, the first one large.
  static func capitalized(_ name: String) -> String {
    let words = joined(name)
    return words.first?.isLetter == true ? words : "Type" + words
  }

  /// A name of letters and digits, the first one small.
  static func field(_ name: String) -> String {
    let joined = joined(name)
    let words = joined.first?.isLetter == true ? joined : "field" + joined
    // An acronym at the beginning is small as a whole.
    let start = words.prefix { $0.isUppercase }
    if start.count == words.count { return words.lowercased() }
    let count = max(1, start.count - 1)
    return words.prefix(count).lowercased() + words.dropFirst(count)
  }

  /// A name like one that is taken by others.
  static func unused(_ name: String, _ taken: inout Set<String>) -> String {
    var candidate = name
    var number = 2
    while !taken.insert(candidate).inserted {
      candidate = name + "\(number)"
      number += 1
    }
    return candidate
  }

  private static func joined(_ name: String) -> String {
    name.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
      .map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
