internal import CapnProto
internal import Foundation

/// Values that people can read, one behind the other.
struct ValueInput: MessageInput {
  private let decode: ([UInt8]) throws(CapnProtoError) -> Message
  private var splitter = ValueSplitter()
  private var isOver = false

  init(_ decode: @escaping ([UInt8]) throws(CapnProtoError) -> Message) { self.decode = decode }

  mutating func next(_ console: Console) throws(StowFailure) -> Message? {
    do {
      while true {
        if let value = try isOver ? splitter.finish() : splitter.next() { return try decode(value) }
        if isOver { return nil }
        let bytes = try console.read()
        if bytes.isEmpty { isOver = true } else { splitter.append(bytes) }
      }
    } catch let error as CapnProtoError {
      guard splitter.line > 1 else { throw .failed("\(error)") }
      throw .failed("in the value that begins on line \(splitter.line): \(error)")
    } catch {
      throw error as? StowFailure ?? .failed("\(error)")
    }
  }
}
