internal import CapnProto
internal import Foundation

/// One message of one segment without a frame, which ends where the input ends.
struct FlatInput: MessageInput {
  let packed: Bool
  let options: ReaderOptions
  private var isOver = false

  init(packed: Bool, options: ReaderOptions) {
    self.packed = packed
    self.options = options
  }

  mutating func next(_ console: Console) throws(StowFailure) -> Message? {
    guard !isOver else { return nil }
    isOver = true
    var bytes = Data()
    while true {
      let more = try console.read()
      if more.isEmpty { break }
      bytes += more
    }
    guard !bytes.isEmpty else { return nil }
    do {
      return try Message(flat: packed ? PackedWords.unpack(bytes) : bytes, options: options)
    } catch {
      throw .failed("\(error)")
    }
  }
}
