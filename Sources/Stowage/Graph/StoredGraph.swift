import CapnProto
import Foundation

/// A graph as it lies in a message, with the numbers behind that.
package struct StoredGraph {
  /// The values.
  package let root: Wire.Graph.Reader
  /// What its tensors are views of.
  package let storages: GraphStorages
  private let message: Message?

  /// Takes up a graph that was written just now.
  init(_ root: Wire.Graph.Reader, _ storages: [Tensor.Storage]) {
    (self.root, self.storages, message) = (root, GraphStorages(storages), nil)
  }

  /// Takes up the graph that is the root of a message.
  ///
  /// - Parameters:
  ///   - message: the message.
  ///   - budget: how many storages it has room for.
  ///   - blobs: the numbers that do not stand in it.
  init(_ message: Message, budget: Int, blobs: Data = Data()) throws {
    self.message = message
    root = try message.root(Wire.Graph.self)
    storages = try GraphStorages(root, budget: budget, blobs: blobs)
  }

  /// Whether the value is an object.
  package var isObject: Bool {
    get throws {
      switch try root.root.which {
      case .object, .instance: true
      default: false
      }
    }
  }

  /// Tells the system that what was read so far need not be kept in memory.
  package func releasePages() { message?.releasePages() }
}
