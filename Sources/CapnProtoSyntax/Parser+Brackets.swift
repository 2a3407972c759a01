/// A value that is being passed over, of which a bracket is open.
private struct OpenValue {
  /// The bracket that the value begins with, and what was found in it.
  var head: Int?
  var headCount = 0
  var hasName = false
  var hasSuffixes = false

  /// The bracket that is open.
  var number = 0
  var isHead = false
  var isList = false
  var count = 0

  var closing: Token.Kind { isList ? .closeBracket : .close }
}

// The same as `expression`, for values of any size: nothing is kept of them but their brackets. It
// calls itself nowhere, so that depth takes no stack.
extension Parser {
  /// Passes over a value, and tells of its brackets in the order in which they open.
  package mutating func passOver(_ notes: some BracketNotes) throws(Fault) {
    // The innermost last.
    var outer: [OpenValue] = []
    values: while true {
      notes.reach(position)
      try enter()
      var value = OpenValue()
      if isNext(.open) || isNext(.openBracket) {
        value.isList = isNext(.openBracket)
        open(&value, isHead: true, notes)
        if try isItemNext(&value) {
          outer.append(value)
          continue values
        }
      } else {
        try passOverLeaf()
      }
      // Here a value is whole, or what is in a bracket of it.
      while true {
        while isSuffixNext {
          value.hasSuffixes = true
          if accept(symbol: ".") {
            _ = try identifier("a name")
            continue
          }
          value.isList = false
          open(&value, isHead: false, notes)
          if try isItemNext(&value) {
            outer.append(value)
            continue values
          }
        }
        finish(value, notes)
        leave()
        guard var around = outer.popLast() else { return }
        around.count += 1
        if acceptComma(before: around.closing) {
          try passOverName(&around)
          outer.append(around)
          continue values
        }
        try expect(around.closing, around.isList ? "',' or ']'" : "',' or ')'")
        close(&around)
        value = around
      }
    }
  }

  /// Whether something follows that makes what was read a part of a larger value.
  package var isSuffixNext: Bool { next.kind == .open || next.kind == .symbol(".") }

  private mutating func open(
    _ value: inout OpenValue, isHead: Bool, _ notes: some BracketNotes
  ) {
    advance()
    value.isHead = isHead
    value.number = notes.open()
    value.count = 0
  }

  /// Whether there is anything in a bracket that opened; if there is not, it is closed.
  private mutating func isItemNext(_ value: inout OpenValue) throws(Fault) -> Bool {
    if accept(value.closing) {
      close(&value)
      return false
    }
    try passOverName(&value)
    return true
  }

  private mutating func passOverName(_ value: inout OpenValue) throws(Fault) {
    if !value.isList, try argumentName() != nil, value.isHead { value.hasName = true }
  }

  private func close(_ value: inout OpenValue) {
    guard value.isHead else { return }
    value.head = value.number
    value.headCount = value.count
  }

  private func finish(_ value: OpenValue, _ notes: some BracketNotes) {
    guard let head = value.head else { return }
    notes.close(
      head,
      Bracket(
        count: value.headCount,
        isSingle: !value.isList && value.headCount == 1 && !value.hasName && !value.hasSuffixes,
        hasSuffixes: value.hasSuffixes))
  }

  private mutating func passOverLeaf() throws(Fault) {
    switch next.kind {
    // The bytes of these are not needed.
    case .string, .binary: advance()
    default: _ = try leaf()
    }
  }
}
