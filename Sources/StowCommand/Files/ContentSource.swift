internal import CapnProto
internal import Foundation
internal import Stowage

/// How the objects of a file are found and given a schema: what the options about it say.
struct ContentSource {
  static let options =
    [
      Option(
        "--type", value: "<name>", completion: .types,
        help: "The type of messages that do not say it: a struct of <schema>, or one of NuPIC's, "
          + "such as SpatialPooler."),
      Option(
        "--schema", value: "<file>", completion: .files,
        help: "The schema of messages that have none with them."),
    ] + SchemaFile.options + [
      Option(
        "--trust",
        help: "Read deep and large files without the limits that protect from hostile ones.")
    ]

  /// The schema that was asked for, by name or from a file.
  let schema: StructSchema?
  let schemaFile: SchemaFile?
  private let base: ReaderOptions

  init(_ invocation: Invocation, _ command: String) throws(StowFailure) {
    base = invocation.has("--trust") ? .trusted : ReaderOptions()
    let name = invocation.value("--type")
    if let path = invocation.value("--schema") {
      guard let name else {
        throw .usage("--schema needs --type, the name of the struct", command)
      }
      let file = try SchemaFile(path, invocation)
      (schema, schemaFile) = (try file.structure(name), file)
    } else if let name {
      guard let known = KnownStructs.named(name) else {
        throw .usage(
          "there is no type '\(name)'" + Spelling.hint(name, KnownStructs.all.map(\.name))
            + ": give its schema with --schema", command)
      }
      (schema, schemaFile) = (known.schema, nil)
    } else {
      (schema, schemaFile) = (nil, nil)
    }
  }

  /// Whether each part may be read once for each of the levels that it is below.
  var readsRepeatedly = false

  /// The limits for a message of a size.
  func limits(_ messageBytes: Int) -> ReaderOptions {
    guard readsRepeatedly, base != .trusted else { return base }
    var limits = base
    let levels = UInt64(limits.nestingLimit)
    limits.traversalLimit = .bytes(max(64 << 20, UInt64(clamping: messageBytes)) * levels)
    return limits
  }

  /// The objects of a file, in order.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - console: is shown how far the work is.
  ///   - body: takes each of the objects.
  /// - Throws: `StowFailure` that says where in the file it is damaged.
  func forEach(
    _ file: InputFile, _ console: Console, _ body: (FileObject) throws -> Void
  ) throws(StowFailure) {
    guard !file.bytes.isEmpty else { throw .failed("\(file.name): the file is empty") }
    var offset = 0
    var index = 0
    while offset < file.bytes.count {
      let place = index == 0 ? file.name : "\(file.name), object \(index + 1) at byte \(offset)"
      do {
        let rest = file.bytes.dropFirst(offset)
        let object = try FileObject(rest, at: offset, index: index, self) {
          console.progress.add(bytes: $0)
        }
        try body(object)
        offset += max(object.byteCount, 1)
      } catch let failure as StowFailure {
        throw failure
      } catch {
        throw .failed("\(place): \(error)")
      }
      index += 1
    }
  }
}
