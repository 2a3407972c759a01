/// The memory of a message, read word by word with each bound checked.
///
/// Paths of errors are looked for in it, and not through the views, because what is looked through
/// is known to be damaged, and neither libcapnp nor the message's limits have to hear of it.
@safe struct MessageWords {
  /// Where a word lies.
  struct Place: Hashable {
    var segment: Int
    var word: Int
  }

  private let segments: [UnsafeRawBufferPointer]

  init(_ segments: [UnsafeRawBufferPointer]) { unsafe self.segments = segments }

  /// The place of an address; nil outside the message.
  func place(of address: UnsafeRawPointer) -> Place? {
    let address = UInt(bitPattern: address)
    for id in unsafe segments.indices {
      let start = unsafe UInt(bitPattern: segments[id].baseAddress)
      guard start != 0, address >= start, unsafe address - start < UInt(segments[id].count) else {
        continue
      }
      return Place(segment: id, word: Int((address - start) / 8))
    }
    return nil
  }

  /// The word at a place; nil outside the message.
  func word(at place: Place) -> PointerWord? {
    guard unsafe segments.indices.contains(place.segment), place.word >= 0 else { return nil }
    let segment = unsafe segments[place.segment]
    guard place.word < segment.count / 8 else { return nil }
    return PointerWord(
      bits: unsafe segment.loadUnaligned(fromByteOffset: place.word * 8, as: UInt64.self))
  }

  private func hold(_ count: Int, wordsAt place: Place) -> Bool {
    guard unsafe segments.indices.contains(place.segment), place.word >= 0 else { return false }
    return unsafe place.word + count <= segments[place.segment].count / 8
  }

  /// What the pointer at a place leads to, if that is sound and has pointers.
  func object(at pointer: Place) -> WireObject? {
    guard let (word, start) = content(at: pointer) else { return nil }
    if word.isStruct {
      let object = WireObject(
        isList: false, place: start, count: 1, dataWords: word.dataWords,
        pointerCount: Int(word.pointerCount))
      return object.pointerCount > 0 && hold(object.step, wordsAt: start) ? object : nil
    }
    guard word.isList else { return nil }
    switch ElementSize(rawValue: word.elementSize) {
    case .pointer:
      guard hold(word.listCount, wordsAt: start) else { return nil }
      return WireObject(
        isList: true, place: start, count: word.listCount, dataWords: 0, pointerCount: 1)
    case .composite:
      guard hold(word.listCount + 1, wordsAt: start), let tag = self.word(at: start), tag.isStruct
      else { return nil }
      let list = WireObject(
        isList: true, place: Place(segment: start.segment, word: start.word + 1),
        count: tag.tagCount, dataWords: tag.dataWords, pointerCount: Int(tag.pointerCount))
      return list.pointerCount > 0 && list.count * list.step <= word.listCount ? list : nil
    default:
      return nil
    }
  }

  /// The pointer that says what the object is, and where that starts, through far pointers if need
  /// be.
  private func content(at pointer: Place) -> (PointerWord, Place)? {
    guard let word = word(at: pointer), !word.isNull else { return nil }
    guard let pad = word.farTarget else { return (word, word.target(from: pointer)) }
    guard let landing = self.word(at: pad) else { return nil }
    guard word.isDoubleFar else { return (landing, landing.target(from: pad)) }
    guard let start = landing.farTarget,
      let tag = self.word(at: Place(segment: pad.segment, word: pad.word + 1))
    else { return nil }
    return (tag, start)
  }
}

extension PointerWord {
  fileprivate func target(from pointer: MessageWords.Place) -> MessageWords.Place {
    MessageWords.Place(segment: pointer.segment, word: pointer.word + 1 + offset)
  }

  /// Where a far pointer leads.
  fileprivate var farTarget: MessageWords.Place? {
    guard bits & 3 == 2 else { return nil }
    return MessageWords.Place(
      segment: Int(bits >> 32), word: Int(truncatingIfNeeded: (bits & 0xffff_ffff) >> 3))
  }

  fileprivate var isDoubleFar: Bool { bits & 4 != 0 }
}
