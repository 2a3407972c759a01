internal import HTM

/// A value of a metric with its time, as a row of a file has it.
struct MetricRow {
  /// The time in the words of the file.
  let timestampText: String

  /// The value in the words of the file.
  let valueText: String

  let timestamp: DateTime
  let value: Double
}

/// Which columns of a file a metric is in.
struct MetricColumns {
  private let timestamp: Int
  private let value: Int

  /// Finds columns by their names in the first row.
  init(
    _ header: CSVReader.Row, timestamp: String, value: String
  ) throws(CSVReader.Fault) {
    let names = header.fields.map { $0.trimmed }
    func find(_ name: String, _ option: String) throws(CSVReader.Fault) -> Int {
      guard let index = names.firstIndex(of: name) else {
        let known = names.prefix(20).map { "'\($0)'" }.joined(separator: ", ")
        throw CSVReader.Fault(
          line: header.line,
          message: "there is no column '\(name)' among \(known): name it with \(option)")
      }
      return index
    }
    self.timestamp = try find(timestamp, "--timestamp-column")
    self.value = try find(value, "--value-column")
  }

  func row(_ row: CSVReader.Row) throws(CSVReader.Fault) -> MetricRow {
    guard row.fields.indices.contains(max(timestamp, value)) else {
      throw CSVReader.Fault(
        line: row.line,
        message: "there are \(row.fields.count) fields, and \(max(timestamp, value) + 1) are needed"
      )
    }
    let texts = (timestamp: row.fields[timestamp].trimmed, value: row.fields[value].trimmed)
    guard let time = DateTime(texts.timestamp) else {
      throw CSVReader.Fault(
        line: row.line,
        message: "'\(texts.timestamp.shortened)' is no time such as 2014-04-01 13:05:00")
    }
    guard let number = Double(texts.value), number.isFinite else {
      throw CSVReader.Fault(line: row.line, message: "'\(texts.value.shortened)' is no number")
    }
    return MetricRow(
      timestampText: texts.timestamp, valueText: texts.value, timestamp: time, value: number)
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return String(text)
  }

  fileprivate var shortened: String { count > 40 ? prefix(40) + "…" : self }
}
