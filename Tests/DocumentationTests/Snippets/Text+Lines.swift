import Foundation

extension String {
  var lines: [String] { components(separatedBy: "\n") }

  var trimmed: String { trimmingCharacters(in: .whitespaces) }

  /// How many spaces it begins with.
  var indentation: Int { prefix { $0 == " " }.count }

  /// What follows a prefix, if it has that prefix.
  func after(_ prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }

  /// What stands between a prefix and a suffix, if it has both.
  func between(_ prefix: String, _ suffix: String) -> String? {
    guard let rest = after(prefix), rest.hasSuffix(suffix) else { return nil }
    return String(rest.dropLast(suffix.count))
  }
}

extension [String] {
  /// The lines, moved left as far as the leftmost of them can go.
  var withoutCommonIndentation: [String] {
    let common = filter { !$0.trimmed.isEmpty }.map(\.indentation).min() ?? 0
    return map { $0.trimmed.isEmpty ? "" : String($0.dropFirst(common)) }
  }
}
