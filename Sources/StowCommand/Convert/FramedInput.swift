internal import CapnProto
internal import Foundation

/// Messages with their frames, packed or not, one behind the other.
struct FramedInput: MessageInput {
  private var decoder: MessageDecoder

  init(packed: Bool, _ options: ReaderOptions) {
    decoder = MessageDecoder(packed: packed, options: options)
  }

  mutating func next(_ console: Console) throws(StowFailure) -> Message? {
    do {
      while true {
        if let message = try decoder.next() { return message }
        let bytes = try console.read()
        guard !bytes.isEmpty else {
          try decoder.finish()
          return nil
        }
        decoder.append(bytes)
      }
    } catch let error as CapnProtoError {
      throw .failed("\(error)")
    } catch {
      throw error as? StowFailure ?? .failed("\(error)")
    }
  }
}
