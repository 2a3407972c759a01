/// The states of four features side by side, number by number.
///
/// They are read and written as vectors, and the arithmetic is in functions of its own: what the
/// compiler sees come from single numbers, it takes apart again, and divides one by one.
struct CoinFour {
  typealias Numbers = SIMD4<Float>

  private let places: (Int, Int, Int, Int)
  let values: Numbers
  private var states: States

  /// The numbers of the states.
  struct States {
    var weight: Numbers
    var gradients: Numbers
    var magnitudes: Numbers
    var largest: Numbers
    var wealth: Numbers
    var bound: Numbers
  }

  /// Takes the states of four steps, of which each has a place in the table.
  @inline(__always)
  init(
    _ steps: UnsafePointer<CoinStep>, _ states: UnsafePointer<CoinState>
  ) {
    unsafe places = (
      Int(steps[0].place), Int(steps[1].place), Int(steps[2].place), Int(steps[3].place)
    )
    let pairs = unsafe UnsafeRawPointer(steps)
    let (front, back) = unsafe (Self.four(pairs, 0), Self.four(pairs, 16))
    values = Numbers(front[1], front[3], back[1], back[3])
    let (first, second) = unsafe (
      UnsafeRawPointer(states + places.0), UnsafeRawPointer(states + places.1)
    )
    let (third, fourth) = unsafe (
      UnsafeRawPointer(states + places.2), UnsafeRawPointer(states + places.3)
    )
    // The order is that of the fields of a state.
    let rows = unsafe (
      Self.four(first, 0), Self.four(second, 0), Self.four(third, 0), Self.four(fourth, 0)
    )
    let ends = unsafe (
      Self.two(first), Self.two(second), Self.two(third), Self.two(fourth)
    )
    self.states = States(
      weight: Numbers(rows.0[0], rows.1[0], rows.2[0], rows.3[0]),
      gradients: Numbers(rows.0[1], rows.1[1], rows.2[1], rows.3[1]),
      magnitudes: Numbers(rows.0[2], rows.1[2], rows.2[2], rows.3[2]),
      largest: Numbers(rows.0[3], rows.1[3], rows.2[3], rows.3[3]),
      wealth: Numbers(ends.0[0], ends.1[0], ends.2[0], ends.3[0]),
      bound: Numbers(ends.0[1], ends.1[1], ends.2[1], ends.3[1]))
  }

  @inline(__always)
  private static func four(_ bytes: UnsafeRawPointer, _ offset: Int) -> Numbers {
    unsafe bytes.loadUnaligned(fromByteOffset: offset, as: Numbers.self)
  }

  /// The fifth and the sixth number of a state.
  @inline(__always)
  private static func two(_ bytes: UnsafeRawPointer) -> SIMD2<Float> {
    unsafe bytes.loadUnaligned(fromByteOffset: 16, as: SIMD2<Float>.self)
  }

  /// Whether two of them are the same feature.
  @inline(__always)
  var isRepeating: Bool {
    let (first, second, third, fourth) = places
    return first == second || first == third || first == fourth || second == third
      || second == fourth || third == fourth
  }

  /// What the bets would be now by the values, and the squares of the normalized values.
  @inline(__always)
  func bets(_ alpha: Float) -> (bets: Numbers, squares: Numbers) {
    Self.bets(
      values, states.gradients, states.magnitudes, states.largest, states.wealth, states.bound,
      alpha)
  }

  /// Changes the states as `CoinState.apply` does, and puts them back to where they were.
  @inline(__always)
  func apply(_ update: CoinUpdate, _ states: UnsafeMutablePointer<CoinState>) {
    let changed = Self.changed(self.states, values, update)
    @inline(__always)
    func store(_ lane: Int, _ place: Int) {
      let state = unsafe UnsafeMutableRawPointer(states + place)
      unsafe state.storeBytes(
        of: Numbers(
          changed.weight[lane], changed.gradients[lane], changed.magnitudes[lane],
          changed.largest[lane]),
        as: Numbers.self)
      unsafe state.storeBytes(
        of: SIMD2(changed.wealth[lane], changed.bound[lane]), toByteOffset: 16,
        as: SIMD2<Float>.self)
    }
    store(0, places.0)
    store(1, places.1)
    store(2, places.2)
    store(3, places.3)
  }

  @inline(never)
  private static func bets(
    _ values: Numbers, _ gradients: Numbers, _ magnitudes: Numbers, _ before: Numbers,
    _ wealth: Numbers, _ bound: Numbers, _ alpha: Float
  ) -> (bets: Numbers, squares: Numbers) {
    let magnitude = magnitude(values)
    let largest = before.replacing(
      with: magnitude, where: (magnitude .> before) .| (before .!= before))
    let normalized = values / largest
    return (
      bet(gradients, magnitudes, largest, wealth, bound, alpha) * values,
      zero(normalized * normalized, unless: largest .> 0)
    )
  }

  @inline(never)
  private static func changed(
    _ states: States, _ values: Numbers, _ update: CoinUpdate
  ) -> States {
    let magnitude = magnitude(values)
    let gradient = update.gradient * values
    let largest = states.largest.replacing(
      with: magnitude, where: magnitude .> states.largest)
    let bound = states.bound.replacing(
      with: Numbers(repeating: update.bound),
      where: Numbers(repeating: update.magnitude) .> states.bound)
    let bet = bet(
      states.gradients, states.magnitudes, largest, states.wealth, bound, update.alpha)
    return States(
      weight: bet / update.averageNorm, gradients: states.gradients - gradient,
      magnitudes: states.magnitudes + Self.magnitude(gradient), largest: largest,
      wealth: states.wealth - gradient * bet, bound: bound)
  }

  @inline(__always)
  private static func bet(
    _ gradients: Numbers, _ magnitudes: Numbers, _ largest: Numbers, _ wealth: Numbers,
    _ bound: Numbers, _ alpha: Float
  ) -> Numbers {
    let scale = bound * largest
    let bet = ((alpha + wealth) / (scale * (scale + magnitudes))) * gradients
    return zero(bet, unless: scale .> 0)
  }
}

// By their bits: what is chosen by conditions becomes branches.
extension CoinFour {
  private typealias Bits = SIMD4<UInt32>

  @inline(__always)
  private static func bits(_ numbers: Numbers) -> Bits {
    unsafe unsafeBitCast(numbers, to: Bits.self)
  }

  @inline(__always)
  private static func numbers(_ bits: Bits) -> Numbers {
    unsafe unsafeBitCast(bits, to: Numbers.self)
  }

  @inline(__always)
  private static func mask(_ condition: SIMDMask<SIMD4<Int32>>) -> Bits {
    Bits(repeating: 0).replacing(with: Bits(repeating: .max), where: condition)
  }

  @inline(__always)
  private static func magnitude(_ value: Numbers) -> Numbers { numbers(bits(value) & 0x7FFF_FFFF) }

  @inline(__always)
  private static func zero(
    _ value: Numbers, unless condition: SIMDMask<SIMD4<Int32>>
  ) -> Numbers {
    numbers(bits(value) & mask(condition))
  }
}
