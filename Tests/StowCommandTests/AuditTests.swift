import Foundation
import Testing

/// `stow audit` lists the types that loading would make.
struct AuditTests {
  @Test func registeredTypes() throws {
    let run = try Run.stow(["audit", Fixtures.htm("pooler.text")])
    #expect(run.code == 0)
    #expect(run.text.contains("htm.SpatialPooler") && run.text.contains("registered"))
    #expect(!run.text.contains("not registered"))
  }

  @Test func othersAreNotMade() throws {
    let run = try Run.stow(["audit", "--json", Fixtures.golden("configured.binary")])
    #expect(run.code == 1)
    #expect(run.text.contains("\"name\" : \"golden.Configured\""))
    #expect(run.text.contains("\"isRegistered\" : false"))
    #expect(run.text.contains("\"count\" : 2"))
    let text = try Run.stow(["audit", Fixtures.golden("configured.json")])
    #expect(text.code == 1 && text.text.contains("not registered"))
  }

  @Test func valuesAndMessages() throws {
    let values = try Run.stow(["audit", Fixtures.golden("tensors.packed")])
    #expect(values.code == 0 && values.text.contains("no types"))
    let message = try Run.stow(["audit", Fixtures.nupic("random/random.bin")])
    #expect(message.code == 1 && message.errors.contains("no file of Stowage"))
    #expect(try Run.stow(["audit", "no-such-file"]).code == 2)
  }
}
