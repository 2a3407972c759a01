internal import CapnProto
internal import Foundation

/// Values that people can read, one behind the other.
struct ValueInput: MessageInput {
  private let decoder: ValueDecoder
  private var splitter = ValueSplitter()
  private var isOver = false
  private(set) var large: LargeValue?

  init(_ decoder: ValueDecoder) { self.decoder = decoder }

  mutating func next(_ console: Console) throws(StowFailure) -> Message? {
    do {
      while true {
        if let value = try isOver ? splitter.finish() : splitter.next() {
          return try decoder.message(value)
        }
        if isOver { return nil }
        if splitter.unreadCount >= LargeConversion.largeTextBytes {
          large = LargeValue(start: Data(splitter.takeUnread()), line: splitter.line)
          return nil
        }
        let bytes = try console.read()
        if bytes.isEmpty { isOver = true } else { splitter.append(bytes) }
      }
    } catch let error as CapnProtoError {
      throw ValueDecoder.failure(error, line: splitter.line)
    } catch {
      throw error as? StowFailure ?? .failed("\(error)")
    }
  }
}
