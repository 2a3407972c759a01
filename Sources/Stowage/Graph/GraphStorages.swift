import Foundation

/// The numbers that the tensors of a graph are views of, taken one by one.
package struct GraphStorages {
  private enum Source {
    case kept([Tensor.Storage])
    case read(List<Wire.Storage>.Reader, blobs: Data)
  }

  private let source: Source

  /// Takes up the storages of a graph that was written just now.
  init(_ storages: [Tensor.Storage]) { source = .kept(storages) }

  /// Takes up the storages of a graph.
  ///
  /// - Parameters:
  ///   - graph: the graph.
  ///   - budget: how many storages the message has room for: empty ones take none, and could be any
  ///     number of them.
  ///   - blobs: those that do not stand in the message.
  init(_ graph: Wire.Graph.Reader, budget: Int, blobs: Data = Data()) throws {
    let list = try graph.storages
    source = .read(list, blobs: blobs)
    guard list.count <= budget else {
      throw StowageError(
        .invalidContent, "there are more than the message has room for", path: "storages")
    }
  }

  /// How many there are.
  package var count: Int {
    switch source {
    case .kept(let storages): storages.count
    case .read(let list, _): list.count
    }
  }

  /// All of them, which are copies of what stands in the message.
  package func all() throws -> [Tensor.Storage] {
    try (0..<count).map { index in
      try storage(index) { Data($0) }
    }
  }

  /// The one at a place, where it is.
  ///
  /// - Throws: `StowageError` where it is not there.
  package func storage(_ index: Int) throws -> Tensor.Storage {
    guard index < count else {
      throw StowageError(.invalidContent, "there is no storage \(index)", path: "tensor.storage")
    }
    return try storage(index) { $0.inPlace }
  }

  private func storage(_ index: Int, _ data: (Bytes.Reader) -> Data) throws -> Tensor.Storage {
    let (list, blobs): (List<Wire.Storage>.Reader, Data)
    switch source {
    case .kept(let storages): return storages[index]
    case .read(let found, let behind): (list, blobs) = (found, behind)
    }
    let storage = list[index]
    let path = "storages[\(index)]"
    guard let element = Tensor.ElementType(rawValue: storage.element.rawValue) else {
      throw StowageError(
        .unknownFormat, "its numbers are of a kind that only a later version knows", path: path)
    }
    let (size, overflow) = Int(clamping: storage.count).multipliedReportingOverflow(
      by: element.size)
    let bytes: Data? =
      switch try storage.which {
      case .data(let bytes): data(bytes)
      case .blob(let offset):
        overflow || offset > blobs.count ? nil : blobs.dropFirst(Int(offset)).prefix(size)
      case .unrecognized: nil
      }
    guard !overflow, let bytes, bytes.count == size else {
      throw StowageError(
        .invalidContent, "\(storage.count) numbers are not there", path: path)
    }
    return Tensor.Storage(bytes, of: element)
  }
}
