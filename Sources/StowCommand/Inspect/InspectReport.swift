internal import CapnProto
internal import Foundation
internal import Stowage

/// What `stow inspect` says of a file, for programs.
struct InspectFile: Codable {
  let path: String
  let objects: [InspectReport]
}

/// What `stow inspect` says of one object.
struct InspectReport: Codable {
  struct Pair: Codable {
    let key: String
    let value: String
  }

  struct Part: Codable {
    let name: String
    let offset: Int
    let bytes: Int
  }

  struct Schema: Codable {
    let name: String
    let id: String
    let origin: String
    let bytes: Int?
  }

  struct Checksums: Codable {
    let algorithm: String
    let count: Int
    let bytesEach: Int?
  }

  struct Large: Codable {
    let path: String
    let type: String
    let bytes: Int
    let elements: Int?
  }

  struct Candidate: Codable {
    let type: String
    let fits: Bool
    let reason: String
  }

  /// A node of the tree.
  struct Field: Codable {
    let name: String
    let type: String
    let count: Int?
    let elements: Int?
    let bytes: Int?
    let value: String?
    let fields: [Field]?

    init(_ node: OutlineNode, depth: Int) {
      let bytes = node.bytes
      (name, type, value) = (node.name, node.type, node.value)
      (elements, self.bytes) = (node.elements, bytes == 0 && node.value != nil ? nil : bytes)
      count = node.count > 1 ? node.count : nil
      let isShown = depth > 0 && !node.children.isEmpty
      fields = isShown ? node.children.map { Field($0, depth: depth - 1) } : nil
    }
  }

  let offset: Int
  let bytes: Int
  let format: String
  let formatVersion: Int?
  let type: String?
  let isRegistered: Bool?
  let schema: Schema?
  let writer: String?
  let metadata: [Pair]?
  let checksums: Checksums?
  let parts: [Part]?
  let messageBytes: Int?
  /// What of the message nothing leads to.
  let unusedBytes: Int?
  let candidates: [Candidate]?
  let notes: [String]
  let content: Field?
  let largest: [Large]

  init(
    _ object: FileObject, _ tree: OutlineNode?, _ misfits: [String], depth: Int, largest: Int
  ) throws {
    (offset, bytes) = (object.offset, object.byteCount)
    type = object.typeName
    messageBytes = object.messageBytes
    var notes = misfits
    if let missing = object.missing { notes.append("states are left out: \(missing.message)") }
    switch object.form {
    case .stowed(let file):
      format = "\(file.format)"
      formatVersion = file.formatVersion
      isRegistered =
        file.type.isEmpty ? nil : (try? TypeRegistry.shared.type(TypeID(file.type))) != nil
      writer = file.writer
      metadata = file.metadata.map { Pair(key: $0.key, value: $0.value) }
      checksums = Checksums(
        algorithm: "XXH3", count: file.checksumCount, bytesEach: file.checksumBytes)
      parts = file.parts.map {
        Part(name: $0.name, offset: object.offset + $0.bytes.lowerBound, bytes: $0.bytes.count)
      }
      let id = Self.id(file.structID)
      schema = object.origin.map { origin in
        Schema(
          name: object.graph != nil ? "Graph" : object.schema?.name ?? "?", id: id,
          origin: origin.rawValue, bytes: file.schemaBytes > 0 ? file.schemaBytes : nil)
      }
      if object.schema == nil, object.graph == nil {
        notes.append("no schema of the struct \(id) is known: give it with --schema and --type")
      }
    case .message(let packed):
      format = packed ? "message, packed" : "message"
      (formatVersion, isRegistered, writer, metadata, checksums, parts) = (
        nil, nil, nil, nil, nil, nil
      )
      schema = object.schema.map {
        Schema(
          name: $0.name, id: Self.id($0.id), origin: object.origin?.rawValue ?? "", bytes: nil)
      }
      if let trial = object.trial { notes.append(trial.explanation) }
    }
    candidates = object.trial.map { trial in
      trial.candidates.map {
        Candidate(type: $0.type.name, fits: $0.fits, reason: $0.reason)
      }
    }
    if let tree, let whole = object.messageBytes, object.graph == nil {
      unusedBytes = max(0, whole - tree.bytes)
    } else {
      unusedBytes = nil
    }
    self.notes = notes
    content = tree.map { Field($0, depth: depth) }
    self.largest =
      tree?.largest(largest).map {
        Large(
          path: $0.path, type: $0.node.type, bytes: $0.node.ownBytes, elements: $0.node.elements)
      } ?? []
  }

  static func id(_ id: UInt64) -> String {
    let digits = String(id, radix: 16)
    return "0x" + String(repeating: "0", count: 16 - digits.count) + digits
  }
}
