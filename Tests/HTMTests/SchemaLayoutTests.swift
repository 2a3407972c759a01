import CapnProto
import CapnProtoCompiler
import Foundation
import HTM
import Testing

/// Every field is where NuPIC has it.
struct SchemaLayoutTests {
  private static let schemas = Reference.fixtures
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Schemas")

  private let tables: [String: Reference]

  init() throws { tables = try Reference("layouts.json").fields }

  @Test func everySchemaHasATable() throws {
    let files = try #require(
      FileManager.default.enumerator(atPath: Self.schemas.appending(path: "nupic").path))
    let names = files.compactMap { $0 as? String }.filter { $0.hasSuffix(".capnp") }
    #expect(Set(names.map { "nupic/\($0)" }) == Set(tables.keys))
  }

  @Test func ourSchemasPutEachFieldWhereTheTablesDo() throws {
    for (path, table) in tables {
      let registry = SchemaRegistry()
      let file = try registry.parse(
        file: Self.schemas.appending(path: path).path, imports: [Self.schemas.path])
      try compare(try Layout(file: file.id, in: registry), try Layout(table: table), path)
    }
  }

  @Test func generatedCodePutsEachFieldWhereTheTablesDo() throws {
    let registry = SchemaRegistry()
    for node in GeneratedSchemas.all { try registry.load(node) }
    #expect(GeneratedSchemas.all.count == tables.count)
    for (path, table) in tables {
      let table = try Layout(table: table)
      try compare(try Layout(file: table.id, in: registry), table, path)
    }
  }

  @Test func theMapOfRegionsIsFromTextToRegions() throws {
    let field = try NetworkProto.structSchema.requireField("regions")
    guard case .structure(let map) = field.type,
      case .list(.structure(let entry)) = try map.requireField("entries").type,
      case .structure(let region) = try entry.requireField("value").type
    else {
      Issue.record("regions is a \(field.type)")
      return
    }
    #expect(try entry.requireField("key").type == .text)
    #expect(region.id == RegionProto.schema.id)
  }

  // Whoever changes the comparison sees here that it still finds what it is for.
  @Test func fieldsThatAreMissingOrMoreAreFound() throws {
    let text = """
      @0xcd9e11090abd44ca;
      struct SparseBinaryMatrixProto {
        numRows @0 :UInt32;
        numColumns @1 :UInt32;
        indices @2 :List(List(UInt32));
      }
      """
    let table = try Layout(
      table: try #require(tables["nupic/proto/SparseBinaryMatrixProto.capnp"]))
    #expect(try layout(text) == table)
    for (old, new) in [
      ("numColumns @1 :UInt32;", "numColumns @1 :UInt32; more @3 :Void;"),
      ("indices @2 :List(List(UInt32));", ""), ("indices @2", "indexes @2"),
      ("numColumns @1 :UInt32", "numColumns @1 :Int32"), ("44ca", "44cb"),
      ("numRows @0 :UInt32;\n  numColumns @1", "numColumns @0 :UInt32;\n  numRows @1"),
      ("}", "} struct More {}"),
    ] {
      let changed = text.replacingOccurrences(of: old, with: new)
      #expect(changed != text)
      #expect(try layout(changed) != table, "\(new)")
    }
  }

  private func layout(_ text: String) throws -> Layout {
    let registry = SchemaRegistry()
    return try Layout(file: registry.parse(text: text).id, in: registry)
  }

  private func compare(_ ours: Layout, _ table: Layout, _ path: String) throws {
    #expect(ours.id == table.id, "\(path)")
    #expect(Set(ours.types.keys) == Set(table.types.keys), "\(path)")
    for (name, fields) in table.types {
      #expect(ours.types[name] == fields, "\(path), \(name)")
    }
  }
}
