// The text of Vowpal Wabbit: `label weight 'tag |namespace:scale name name:value |other …`.
extension ExampleParser {
  func parseText(
    _ text: Span<UInt8>, _ range: Range<Int>, _ list: inout ExampleList
  ) throws(ReductionsError) {
    guard features == .actions else {
      let front = try parseLine(text, range, &list.store, "line")
      if let value = front.label {
        list.end(.simple, .simple(value))
      } else {
        list.end(.simple, try simpleLabel(front.words, text))
      }
      return
    }
    var label: ActionLabel?
    var (actions, shared) = (0, Extent.Shared.none)
    var (start, number) = (range.lowerBound, 0)
    while start < range.upperBound {
      var end = start
      while end < range.upperBound, text[end] != 10 { end += 1 }
      let line = start..<(end > start && text[end - 1] == 13 ? end - 1 : end)
      start = end + 1
      number += 1
      let path = InputPath("line ", number)
      let front = try parseLine(text, line, &list.store, path)
      let role = try role(front.words, text, path)
      if case .shared = role {
        guard number == 1 else {
          throw .input(path, "what actions share has to be the first line of an example")
        }
        shared = .first
        continue
      }
      if case .chosen(let cost, let probability) = role {
        guard label == nil else { throw .input(path, "a second action of the example has a label") }
        label = ActionLabel(action: actions, cost: cost, probability: probability)
      }
      actions += 1
    }
    guard number > 0 else { throw .input("example", "it has no line") }
    list.end(.actions, sharing: shared, label.map(Label.action))
  }

  /// What stands before the first bar of a line.
  private struct Front {
    /// The number, where it is nothing but one, as mostly; then the words are not looked for.
    var label: Float?
    var words = 0..<0
  }

  /// Takes the features of a line, and what stands before them.
  @inline(__always)
  private func parseLine(
    _ text: Span<UInt8>, _ line: Range<Int>, _ store: inout FeatureStore, _ path: InputPath
  ) throws(ReductionsError) -> Front {
    let front = unsafe try text.withUnsafeBufferPointer { text throws(ReductionsError) in
      var front = Front()
      guard var cursor = unsafe TextCursor(text, line) else { return front }
      if label == .simple { front.label = cursor.takeLabel() }
      if front.label == nil {
        cursor.skipToBar()
        front.words = line.lowerBound..<cursor.place
      }
      while cursor.takeBar() {
        let (namespace, scale) = try parseNamespace(&cursor, path)
        store.open(namespace)
        parseFeatures(&cursor, namespace.hash, scale, &store)
      }
      return front
    }
    store.seal()
    return front
  }

  /// Takes the name of a namespace, and what its features are multiplied with.
  @inline(__always)
  private func parseNamespace(
    _ cursor: inout TextCursor, _ path: InputPath
  ) throws(ReductionsError) -> (Namespace, Float) {
    guard !cursor.isAtEnd, cursor.byte != 32, cursor.byte != TextCursor.bar else {
      return (.default, 1)
    }
    cursor.skipSpace()
    let start = cursor.place
    cursor.skipName()
    let namespace = cursor.namespace(start..<cursor.place, seed: seed)
    guard !cursor.isAtEnd, cursor.byte == TextCursor.colon else { return (namespace, 1) }
    let value = cursor.takeValue()
    guard let scale = cursor.float(value.first) else {
      throw .input(path, "the scale of a namespace is no number")
    }
    return (namespace, scale)
  }

  /// Takes the features up to the next bar, or to the end.
  @inline(__always)
  private func parseFeatures(
    _ cursor: inout TextCursor, _ hash: UInt32, _ scale: Float, _ store: inout FeatureStore
  ) {
    var anonymous: UInt32 = 0
    while true {
      cursor.skipSpace()
      // One space behind each is gone over with it.
      while let feature = cursor.takeFeature(seed: hash) {
        store.append(feature.hash & mask, feature.value * scale)
      }
      cursor.skipSpace()
      guard !cursor.isAtEnd, cursor.byte != TextCursor.bar else { return }
      parseFeature(&cursor, hash, scale, &anonymous, &store)
    }
  }

  /// Takes any feature.
  @inline(never)
  private func parseFeature(
    _ cursor: inout TextCursor, _ hash: UInt32, _ scale: Float, _ anonymous: inout UInt32,
    _ store: inout FeatureStore
  ) {
    let start = cursor.place
    cursor.skipName()
    let name = start..<cursor.place
    guard !cursor.isAtEnd, cursor.byte == TextCursor.colon else {
      return store.append(cursor.hash(name, seed: hash) & mask, scale)
    }
    guard !name.isEmpty else {
      let value = cursor.takeValue()
      return parseAnonymous(cursor, value.whole, hash, scale, &anonymous, &store)
    }
    let key = cursor.hash(name, seed: hash)
    let value = cursor.takeValue().first
    if let number = cursor.float(value) {
      store.append(key & mask, number * scale)
    } else {
      store.append(cursor.wordHash(value, seed: key) & mask, scale)
    }
  }

  /// A feature without a name: it is told by its place, or by its value where that is a word.
  private func parseAnonymous(
    _ cursor: TextCursor, _ text: Range<Int>, _ hash: UInt32, _ scale: Float,
    _ count: inout UInt32, _ features: inout FeatureStore
  ) {
    if let value = cursor.float(text) {
      features.append((hash &+ count) & mask, value * scale)
      count &+= 1
    } else {
      let name = FeatureHash.hash("", seed: hash)
      features.append(cursor.wordHash(text, seed: name) & mask, scale)
    }
  }

  /// The hash of a value that is a word, without spaces of any script around it.
  static func hash(_ text: Span<UInt8>, _ name: UInt32) -> UInt32 {
    let isPlain =
      text.isEmpty
      || (text[0] < 128 && text[0] > 32 && text[text.count - 1] < 128 && text[text.count - 1] > 32)
    if isPlain { return FeatureHash.hash(text, seed: name) }
    var bytes: [UInt8] = []
    for index in text.indices { bytes.append(text[index]) }
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    let rest = scalars.drop { $0.properties.isWhitespace }.reversed()
      .drop { $0.properties.isWhitespace }.reversed()
    var trimmed = String.UnicodeScalarView()
    trimmed.append(contentsOf: rest)
    return FeatureHash.hash(String(trimmed), seed: name)
  }

  /// The words before the features, without the tag: the last one, where nothing stands between
  /// it and the bar, or where it begins with an apostrophe.
  private func words(_ range: Range<Int>, _ line: Span<UInt8>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var place = range.lowerBound
    while true {
      while place < range.upperBound, line[place].isWhitespace || line[place] == 11 { place += 1 }
      guard place < range.upperBound else { break }
      let start = place
      while place < range.upperBound, !line[place].isWhitespace, line[place] != 11 { place += 1 }
      words.append(start..<place)
    }
    if let last = words.last, let end = range.last,
      line[last.lowerBound] == UInt8(ascii: "'") || line[end] != 32
    {
      words.removeLast()
    }
    return words
  }

  private func simpleLabel(
    _ range: Range<Int>, _ line: Span<UInt8>
  ) throws(ReductionsError) -> Label? {
    if label == .simple, let value = plainLabel(range, line) { return .simple(value) }
    let words = words(range, line)
    guard let first = words.first else { return nil }
    guard words.count <= 2 else {
      throw .input("label", "a label and a weight may stand before the features, and no more")
    }
    let value = try number(first, line, "label")
    let weight = words.count > 1 ? try number(words[1], line, "label.weight") : 1
    guard label == .binary else { return .simple(value, weight: weight) }
    guard value == 1 || value == -1 || value == 0, weight == 1 else {
      throw .input("label", "yes is written 1, and no -1 or 0, both without a weight")
    }
    return .binary(value > 0)
  }

  /// The label where nothing but it and one space stand before the features.
  private func plainLabel(_ range: Range<Int>, _ line: Span<UInt8>) -> Float? {
    guard range.count > 1, line[range.upperBound - 1] == 32 else { return nil }
    let word = range.lowerBound..<(range.upperBound - 1)
    for place in word where line[place] <= 32 || line[place] == UInt8(ascii: "'") { return nil }
    return Decimal.float(line.extracting(word))
  }

  private func number(
    _ range: Range<Int>, _ line: Span<UInt8>, _ path: InputPath
  ) throws(ReductionsError) -> Float {
    guard let value = Decimal.float(line.extracting(range)) else {
      throw .input(path, "it is no number")
    }
    return value
  }

  /// What a line of an example with actions is.
  private enum Role {
    case shared
    case action
    case chosen(cost: Float, probability: Float)
  }

  private func role(
    _ range: Range<Int>, _ line: Span<UInt8>, _ path: InputPath
  ) throws(ReductionsError) -> Role {
    guard let word = words(range, line).first else { return .action }
    var text: [UInt8] = []
    for place in word { text.append(line[place]) }
    if text.elementsEqual("shared".utf8) { return .shared }
    let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count >= 3, UInt32(String(decoding: parts[0], as: UTF8.self)) != nil,
      let cost = Decimal.float(Array(parts[1]).span),
      let probability = Decimal.float(Array(parts[2]).span)
    else {
      throw .input(path, "the label of an action is written action:cost:probability")
    }
    return .chosen(cost: cost, probability: probability)
  }
}
