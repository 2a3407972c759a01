import Foundation

extension Wire.Graph.Reader {
  /// The numbers that tensors are views of.
  ///
  /// - Parameters:
  ///   - budget: how many storages the message has room for: empty ones take none, and could be any
  ///     number of them.
  ///   - blob: gives those that do not stand in the message, by offset and size.
  func numbers(budget: Int, blob: (UInt64, Int) -> Data?) throws -> [Tensor.Storage] {
    let list = try storages
    guard list.count <= budget else {
      throw StowageError(
        .invalidContent, "there are more than the message has room for", path: "storages")
    }
    return try list.enumerated().map { index, storage in
      let path = "storages[\(index)]"
      guard let element = Tensor.ElementType(rawValue: storage.element.rawValue) else {
        throw StowageError(
          .unknownFormat, "its numbers are of a kind that only a later version knows", path: path)
      }
      let (size, overflow) = Int(clamping: storage.count).multipliedReportingOverflow(
        by: element.size)
      let bytes: Data? =
        switch try storage.which {
        case .data(let data): Data(data)
        case .blob(let offset): overflow ? nil : blob(offset, size)
        case .unrecognized: nil
        }
      guard !overflow, let bytes, bytes.count == size else {
        throw StowageError(
          .invalidContent, "\(storage.count) numbers are not there", path: path)
      }
      return Tensor.Storage(bytes, of: element)
    }
  }
}
