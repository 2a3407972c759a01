internal import CapnProto
internal import Stowage

/// Finds out what a message may be that does not say it.
///
/// A struct takes the room that the schema of its writer gave it, so the sections of the root leave
/// few types; then all of the message has to fit the schema, and the values have to make sense.
struct TypeTrial {
  struct Candidate {
    let type: KnownStruct
    /// Whether nothing speaks against it.
    let fits: Bool
    let reason: String
  }

  private static let checkedBytes = 64 << 20

  let dataWords: Int
  let pointers: Int
  /// What has a root of the same size, the likely ones first.
  let candidates: [Candidate]

  /// The type, where it can be told for sure.
  var answer: Candidate? {
    let good = candidates.filter(\.fits)
    return good.count == 1 ? good[0] : nil
  }

  /// Whether more than one type fits.
  var isAmbiguous: Bool { candidates.count { $0.fits } > 1 }

  init(_ message: Message) {
    guard let root = try? message.root.get(AnyStruct.self) else {
      (dataWords, pointers, candidates) = (0, 0, [])
      return
    }
    let words = (root.dataBitCount + 63) / 64
    (dataWords, pointers) = (words, root.pointerCount)
    let same = KnownStructs.all.filter {
      $0.isRoot && Int($0.schema.layout.dataWords) == words
        && Int($0.schema.layout.pointers) == root.pointerCount
    }
    let tried = same.map { Self.trial($0, message) }
    candidates = tried.filter(\.fits) + tried.filter { !$0.fits }
  }

  private static func trial(_ type: KnownStruct, _ message: Message) -> Candidate {
    var walk = OutlineWalk { _ in nil }
    do {
      _ = try walk.outline(message.root(type.schema))
    } catch {
      return Candidate(type: type, fits: false, reason: "\(error)")
    }
    if let fault = walk.misfits.first {
      return Candidate(type: type, fits: false, reason: fault)
    }
    if let fault = try? RootPlausibility(message.root(type.schema)).fault {
      return Candidate(type: type, fits: false, reason: fault)
    }
    guard message.byteCount <= checkedBytes else {
      return Candidate(type: type, fits: true, reason: "all pointers lead to what its schema says")
    }
    do {
      let isChecked = try TypeRegistry.shared.value(message.root, type.schema.id) != nil
      return Candidate(
        type: type, fits: true,
        reason: "all pointers lead to what its schema says"
          + (isChecked ? ", and the values make sense" : ""))
    } catch {
      return Candidate(type: type, fits: false, reason: "\(error)")
    }
  }

  /// What is known, in a sentence.
  var explanation: String {
    let root = "the root has \(dataWords) words of data and \(pointers) pointers"
    let good = candidates.filter(\.fits).map(\.type.name)
    switch good.count {
    case 1: return "\(root), as \(good[0]) alone has, and \(candidates.first?.reason ?? "")"
    case 0 where candidates.isEmpty: return "\(root), as no known type has"
    case 0:
      let tried = candidates.map { "\($0.type.name): \($0.reason)" }
      return "\(root), but it is none of those that have: " + tried.joined(separator: "; ")
    default: return "\(root), and it may be any of " + good.joined(separator: ", ")
    }
  }
}
