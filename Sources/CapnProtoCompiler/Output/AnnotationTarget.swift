/// The words for what an annotation may stand on.
enum AnnotationTarget {
  static let all: Set<String> = [
    "*", "file", "const", "enum", "enumerant", "struct", "field", "union", "group", "interface",
    "method", "param", "annotation",
  ]
}
