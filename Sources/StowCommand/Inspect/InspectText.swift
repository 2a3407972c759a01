internal import Foundation

/// What `stow inspect` says of one object, for people.
struct InspectText {
  private var lines: [String] = []

  var text: String { lines.joined(separator: "\n") + "\n" }

  init(_ report: InspectReport, _ object: FileObject, file: String) {
    let place = object.index > 0 ? ", object \(object.index + 1) at byte \(report.offset)" : ""
    lines.append("\(file)\(place)")
    facts(report)
    if let content = report.content {
      lines.append("")
      tree(content)
    }
    let large = report.largest.filter { $0.bytes > 0 }
    if !large.isEmpty {
      lines += ["", "largest parts"]
      let total = max(report.content?.bytes ?? 1, 1)
      lines += Table.lines(
        large.map { part in
          [
            "  " + ByteText.of(part.bytes), "\(part.bytes * 100 / total) %", part.path, part.type,
            part.elements.map { "\($0)" } ?? "",
          ]
        }, right: [0, 1, 4])
    }
  }

  private mutating func facts(_ report: InspectReport) {
    var facts: [(String, String)] = []
    var format = report.format
    if let version = report.formatVersion { format = "Stowage \(format), version \(version)" }
    facts.append(("format", format))
    if let type = report.type {
      let note = report.isRegistered == false ? " (not registered here)" : ""
      facts.append(("type", ScalarText.plain(type) + note))
    }
    if let schema = report.schema {
      let size = schema.bytes.map { ", \(ByteText.of($0))" } ?? ""
      facts.append(("schema", "\(schema.name) \(schema.id), \(schema.origin)\(size)"))
    }
    if let writer = report.writer { facts.append(("written by", ScalarText.plain(writer))) }
    for pair in report.metadata ?? [] {
      facts.append(
        ("metadata", "\(ScalarText.plain(pair.key)) = \(ScalarText.quoted(pair.value))"))
    }
    var size = ByteText.of(report.bytes)
    if let parts = report.parts, parts.count > 1 {
      size +=
        ": " + parts.map { "\($0.name) \(ByteText.of($0.bytes))" }.joined(separator: ", ")
    }
    if let message = report.messageBytes { size += ", unpacked \(ByteText.of(message))" }
    facts.append(("size", size))
    // Every message has a segment table.
    if let unused = report.unusedBytes, unused > 8 {
      facts.append(
        ("unused", "\(ByteText.of(unused)) of the message: its frame, and what nothing leads to"))
    }
    if let checksums = report.checksums {
      let each =
        checksums.bytesEach.map { ", \(checksums.count) of \(ByteText.of($0)) and the header's" }
        ?? ", one of the whole"
      facts.append(("checksums", "\(checksums.algorithm)\(each); `stow verify` compares them"))
    }
    for note in report.notes { facts.append(("note", note)) }
    lines += facts.map { "  " + $0.0.padding(toLength: 12, withPad: " ", startingAt: 0) + $0.1 }
  }

  private mutating func tree(_ content: InspectReport.Field) {
    var rows = [["field", "type", "bytes", "elements", ""]]
    add(content, "", &rows)
    lines += Table.lines(rows, right: [2, 3])
  }

  private func add(
    _ field: InspectReport.Field, _ indent: String, _ rows: inout [[String]]
  ) {
    // Parts of no interest: nothing was there.
    var elements = field.elements.map { "\($0)" } ?? ""
    if field.elements == nil, let count = field.count { elements = "× \(count)" }
    rows.append([
      indent + field.name, field.type, field.bytes.map { ByteText.of($0) } ?? "", elements,
      field.value ?? "",
    ])
    for inner in field.fields ?? [] { add(inner, indent + "  ", &rows) }
  }
}
