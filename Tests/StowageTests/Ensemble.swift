import Stowage

/// Reservoirs that see the same stream: a model that is made of models.
struct Ensemble: Serializable, Equatable {
  var members: [Reservoir]

  func write(_ builder: EnsembleProto.Builder) throws {
    let list = try builder.initMembers(count: members.count)
    for (index, member) in members.enumerated() {
      try member.write(list[index])
    }
  }

  static func read(_ reader: EnsembleProto.Reader) throws -> Ensemble {
    Ensemble(members: try reader.members.map(Reservoir.read))
  }
}
