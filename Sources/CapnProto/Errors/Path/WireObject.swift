/// A struct, or a list whose elements have pointers, as it lies in a message.
///
/// A list of pointers is one of structs with one pointer each, which is how schema evolution sees it.
struct WireObject: Hashable {
  let isList: Bool

  /// Where the first element starts; a struct is its own only element.
  let place: MessageWords.Place
  let count: Int

  /// The size of each element.
  let dataWords: Int
  let pointerCount: Int

  var step: Int { dataWords + pointerCount }

  /// The place of a pointer.
  func pointer(_ slot: Int, of element: Int) -> MessageWords.Place {
    MessageWords.Place(
      segment: place.segment, word: place.word + element * step + dataWords + slot)
  }

  /// Which pointer lies at a place, if one of these does.
  func slot(at target: MessageWords.Place) -> (element: Int, slot: Int)? {
    let offset = target.word - place.word
    guard target.segment == place.segment, offset >= 0, offset < count * step else { return nil }
    let slot = offset % step - dataWords
    return slot >= 0 ? (offset / step, slot) : nil
  }
}
