internal import CapnProtoSyntax

/// One run of the compiler.
final class Compilation {
  /// The message of a fault that was reported where it arose.
  static let reported = ""

  let sources: [any SchemaSource]
  let faults = FaultList()
  var files: [String: Entity] = [:]
  var ids: [UInt64: Entity] = [:]
  var entities: [Entity] = []
  var imports: [ObjectIdentifier: [String: Entity]] = [:]
  var resolutionDepth = 0
  var steps = 0
  var allSteps = 0
  var usedWords = 0

  /// The declarations to write, in the order in which they were needed.
  var records: [Record] = []
  var queue: [Entity] = []
  var noted: Set<UInt64> = []

  init(sources: [any SchemaSource]) { self.sources = sources }

  func fault(_ range: Range<Int>, _ scope: Scope, _ message: String) {
    guard message != Self.reported else { return }
    faults.add(range, in: scope.entity.text, message)
  }

  @discardableResult
  func attempt<R>(_ scope: Scope, _ body: () throws(Fault) -> R) -> R? {
    do {
      return try body()
    } catch {
      fault(error.range, scope, error.message)
      return nil
    }
  }

  func checkOrdinal(
    _ ordinal: UInt64, _ expected: inout UInt64, _ declaration: Declaration, _ scope: Scope
  ) {
    let range = declaration.number?.range ?? declaration.name.range
    if ordinal < expected {
      fault(range, scope, "Duplicate ordinal number.")
    } else if ordinal > expected {
      fault(
        range, scope,
        "Skipped ordinal @\(expected).  Ordinals must be sequential with no holes.")
      expected = ordinal < 65535 ? ordinal + 1 : 65535
    } else {
      expected += 1
    }
    if ordinal > 65534 { fault(range, scope, "Ordinals cannot be greater than 65534.") }
  }

  /// Makes sure that a declaration, and what it is nested in, is written.
  func note(_ entity: Entity) {
    var next: Entity? = entity
    while let current = next, noted.insert(current.id).inserted {
      queue.append(current)
      next = current.parent
    }
  }

  func note(_ type: Meaning) {
    switch type {
    case .entity(let entity, let brand):
      note(entity)
      note(brand)
    case .list(let element): note(element)
    default: break
    }
  }

  func note(_ brand: BrandScope) {
    for level in brand.levels { for argument in level.arguments { note(argument) } }
  }

  /// Declarations refer to one another in circles: without this they would live for ever.
  func release() {
    for entity in entities {
      entity.structure = nil
      entity.meaning = nil
      entity.constant = nil
      entity.annotation = nil
      entity.enumeration = nil
      entity.children = []
      entity.aliases = []
      entity.members = [:]
    }
    records = []
    queue = []
  }
}
