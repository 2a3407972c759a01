import CapnProto

/// The hand that fills messages at random: same seed, same messages.
final class PeerHand {
  private var generator: SplitMix
  private var budget: Int
  private var depth = 0

  init(seed: UInt64) {
    generator = SplitMix(state: seed)
    budget = [20, 100, 400].randomElement(using: &generator)!
  }

  func chance(_ probability: Double) -> Bool {
    Double.random(in: 0..<1, using: &generator) < probability
  }

  func number<T: FixedWidthInteger>(in range: ClosedRange<T>) -> T {
    T.random(in: range, using: &generator)
  }

  func choice<T>(_ choices: [T]) -> T { choices.randomElement(using: &generator)! }

  /// Whether there may be another object here, which ends every recursion sooner or later.
  func mayGoOn() -> Bool {
    budget -= 1
    return budget > 0 && chance(1 - Double(depth) / 6)
  }

  /// Does what is to be done one level down.
  func down<R>(_ body: () throws -> R) rethrows -> R {
    depth += 1
    defer { depth -= 1 }
    return try body()
  }

  /// The length of a list: often none or one, seldom many.
  func count(upTo longest: Int) -> Int {
    switch number(in: 0...9) {
    case 0, 1: 0
    case 2, 3: 1
    default: number(in: 2...max(2, longest))
    }
  }

  func integer<T: FixedWidthInteger>() -> T {
    if chance(0.3) { return choice([0, 1, .min, .max, .min + 1, .max - 1, T.max / 2]) }
    return number(in: .min ... .max)
  }

  /// Any bits but those of an unusual NaN, which do not survive every way that a float travels.
  func float<T: Scalar & BinaryFloatingPoint>() -> T {
    let edges: [T] = [
      0, -0.0, 1, -1.5, .infinity, -.infinity, .nan, .greatestFiniteMagnitude,
      -.greatestFiniteMagnitude, .leastNormalMagnitude, .leastNonzeroMagnitude, .ulpOfOne,
    ]
    if chance(0.4) { return choice(edges) }
    let value = T(_bits: integer())
    return value.isNaN ? .nan : value
  }

  func text() -> String {
    let samples = [
      "", "a", "seven b", "exactly8", "Grüße, 你好, 🜁🜂🜃 e\u{301}", "quotes \" ' \\ \t\r\n\u{1}\u{7f}",
      "\u{80}\u{7ff}\u{800}\u{ffff}\u{10000}\u{10ffff}", "🏴󠁧󠁢󠁥󠁮󠁧󠁿👩‍👩‍👧‍👦",
    ]
    if chance(0.5) { return choice(samples) }
    let length = chance(0.05) ? 5000 : number(in: 0...40)
    var text = String.UnicodeScalarView()
    for _ in 0..<length {
      text.append(Unicode.Scalar(number(in: UInt32(0x20)...0x24f)) ?? "?")
    }
    return String(text)
  }

  /// Runs of zeros and of full bytes, which packing treats apart, and anything else.
  func data() -> [UInt8] {
    let length = chance(0.05) ? 3000 : number(in: 0...60)
    let bytes: [UInt8] = choice([[0], [0, 0, 0, 0xff, 7], Array(0...255), Array(1...255)])
    return (0..<length).map { _ in choice(bytes) }
  }

  /// Something in a message of its own, for a pointer that may lead to anything.
  func anything(_ kinds: [PointerKind]) throws -> PointerReader {
    let builder = MessageBuilder()
    switch choice(kinds) {
    case .structure:
      let other = try builder.initRoot(Scalars.self)
      other.int32 = integer()
      other.secondBool = chance(0.5)
    case .list:
      let lists = try builder.initRoot(Lists.self)
      switch number(in: 0...5) {
      case 0: try lists.setBools((0..<11).map { _ in chance(0.5) })
      case 1: try lists.setFloat64s([float(), float()])
      case 2: try lists.setTexts([text(), text()])
      case 3: try lists.initStructs(count: 3)[1].int64 = integer()
      case 4: try lists.initVoids(count: 5)
      default: try lists.initDeep(count: 2).initialize(1, count: 1).initialize(0, count: 2)
      }
      let list = (0..<lists.asReader._raw.pointerCount).first { lists.asReader._raw.has(at: $0) }!
      return lists.asReader._raw.pointer(at: list)
    case .null, .capability: break
    }
    return try builder.root.asReader
  }
}
