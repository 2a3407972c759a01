import CapnProto
import CapnProtoCompiler
import Foundation

extension FuzzTarget {
  static let all: [String: FuzzTarget] = [
    "typed": FuzzTarget { input in
      for root in FuzzRoot.all { try? root.readTyped(Message(input)) }
    },
    "dynamic": FuzzTarget { input in
      for root in FuzzRoot.all { try root.readDynamic(input) }
    },
    "json": FuzzTarget { input in
      for root in FuzzRoot.all { try root.readJSON(input) }
    },
    "text": FuzzTarget { input in
      for root in FuzzRoot.all { try root.readText(input) }
    },
    "packed": FuzzTarget { input in
      let message = try Message(packed: input)
      let copy = MessageBuilder()
      try copy.setRoot(message.root)
      let again = try promised("what was packed unpacks") {
        try Message(packed: copy.packedBytes(), options: .trusted)
      }
      if let equal = try? again.root.equals(copy.root.asReader) {
        try require(equal, "packing changed the message")
      }
    },
    "framing": FuzzTarget { input in
      // The input chooses the encoding, and the sizes of the pieces that it comes in.
      var decoder = MessageDecoder(packed: (input.last ?? 0) & 1 == 1)
      var rest = input[...]
      var sizes = Array(input.suffix(8)).makeIterator()
      while !rest.isEmpty {
        let piece = rest.prefix(Int(sizes.next() ?? 64) + 1)
        rest = rest.dropFirst(piece.count)
        decoder.append(piece)
        while let message = try decoder.next() { _ = try message.root.totalSize }
      }
      try decoder.finish()
    },
    "nupic": FuzzTarget { input in try NuPICFile.read(input) },
    "request": FuzzTarget { input in
      let registry = SchemaRegistry()
      try registry.load(request: input)
      for declaration in registry.declarations { try? SchemaWalk.walk(declaration) }
    },
    "schema": FuzzTarget { input in
      let files = SchemaFiles(input)
      let schemas = try SchemaCompiler(imports: files).compile([SchemaFiles.first])
      let registry = SchemaRegistry()
      try promised("the nodes of the compiler load") { try registry.load(schemas.request) }
      for declaration in registry.declarations { try SchemaWalk.walk(declaration) }
    },
    "reductions": FuzzTarget { input in try FuzzedReductions.read(input) },
    "archive": FuzzTarget { input in try FuzzedArchive.load(input) },
  ]
}
