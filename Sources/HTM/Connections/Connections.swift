/// The segments on a set of cells, and the synapses on each segment.
///
/// Segments of a cell and synapses of a segment are in the order in which they were made. It is the
/// order that files have, and that decides between equals.
public struct Connections: Sendable {
  /// A place for a segment.
  ///
  /// Another segment has it when this one was destroyed.
  public struct Segment: Sendable, Hashable {
    /// Its place, from 0 on to less than `segmentFlatListLength`.
    public let index: Int
  }

  /// A connection from a cell to a segment.
  public struct Synapse: Sendable, Hashable, BitwiseCopyable {
    /// The cell that it comes from.
    public var presynapticCell: UInt32

    /// How firm it is, from 0 to 1.
    public var permanence: Float

    /// Makes a synapse.
    public init(presynapticCell: UInt32, permanence: Float) {
      (self.presynapticCell, self.permanence) = (presynapticCell, permanence)
    }
  }

  /// How far below the threshold a permanence still counts as connected.
  static let epsilon: Float = 0.00001

  static let noCell = UInt32.max

  /// The number of cells.
  public let numCells: Int

  /// The number of segments.
  public private(set) var numSegments = 0

  /// The number of synapses.
  public internal(set) var numSynapses = 0

  /// The permanence from which on a synapse is connected.
  public private(set) var connectedPermanence: Float

  private(set) var threshold: Float

  /// For each cell, its segments.
  private(set) var segmentStore = RowStore<UInt32>(filler: 0)

  /// For each segment, its synapses.
  var synapseStore = RowStore(filler: Synapse(presynapticCell: 0, permanence: 0))

  /// For each cell, the segments that it has a synapse on.
  var presynaptic: PresynapticIndex

  /// The cell of each segment, or none where it was destroyed.
  private(set) var cellOfSegment: [UInt32] = []

  private var destroyed: [UInt32] = []

  /// What NuPIC's version says in the files that it writes.
  var version: UInt16 = 2

  /// Makes cells without segments.
  ///
  /// - Parameters:
  ///   - numCells: the number of cells, below 2^32.
  ///   - connectedPermanence: the permanence from which on a synapse counts as connected.
  /// - Throws: `HTMError` where one of them is out of range.
  public init(numCells: Int, connectedPermanence: Float = 0.5) throws(HTMError) {
    guard (0..<Int(Self.noCell)).contains(numCells) else {
      throw .parameter("numCells", "\(numCells) is not from 0 to 2^32 - 2")
    }
    guard (0...1).contains(connectedPermanence) else {
      throw .parameter("connectedPermanence", "\(connectedPermanence) is not from 0 to 1")
    }
    self.init(cells: numCells, connectedPermanence)
  }

  /// Makes cells without segments, of numbers that were checked.
  init(cells: Int, _ connectedPermanence: Float) {
    numCells = cells
    self.connectedPermanence = connectedPermanence
    threshold = connectedPermanence - Self.epsilon
    presynaptic = PresynapticIndex()
  }

  /// How many segments there are room for, those that were destroyed counted in.
  public var segmentFlatListLength: Int { cellOfSegment.count }
}

extension Connections {
  /// Lets synapses count as connected from another permanence on.
  mutating func reconnect(at permanence: Float) {
    connectedPermanence = permanence
    threshold = permanence - Self.epsilon
    rebuildIndex()
  }

  /// Finds anew what each cell has synapses on.
  mutating func rebuildIndex() {
    presynaptic = PresynapticIndex(
      synapseStore, segments: segmentFlatListLength, cells: numCells, threshold: threshold)
  }
}

// What the algorithms use: they know that their cells and segments are there.
extension Connections {
  mutating func addSegment(_ cell: Int) -> Int {
    let segment: Int
    if let place = destroyed.popLast() {
      segment = Int(place)
      cellOfSegment[segment] = UInt32(truncatingIfNeeded: cell)
    } else {
      segment = cellOfSegment.count
      cellOfSegment.append(UInt32(truncatingIfNeeded: cell))
    }
    segmentStore.append(UInt32(truncatingIfNeeded: segment), to: cell)
    numSegments += 1
    return segment
  }

  mutating func removeSegment(_ segment: Int) {
    let cell = Int(cellOfSegment[segment])
    if let place = segmentStore.row(cell).firstIndex(of: UInt32(truncatingIfNeeded: segment)) {
      segmentStore.remove(at: place - segmentStore.range(cell).lowerBound, of: cell)
    }
    vacate(segment)
  }

  /// Removes segments of which those of a cell are beside each other.
  ///
  /// One by one, each would move all that are younger on its cell.
  mutating func removeSegments(_ segments: [UInt32]) {
    var cells: [Int] = []
    // A file may have named one twice.
    for segment in segments where cellOfSegment[Int(segment)] != Self.noCell {
      let cell = Int(cellOfSegment[Int(segment)])
      if cells.last != cell { cells.append(cell) }
      vacate(Int(segment))
    }
    for cell in cells {
      segmentStore.filter(cell) { cellOfSegment[Int($0)] != Self.noCell }
    }
  }

  /// Removes all of a segment but its place among those of its cell.
  private mutating func vacate(_ segment: Int) {
    for synapse in synapseStore.row(segment) {
      presynaptic.remove(segment, from: synapse.presynapticCell, isConnected(synapse))
    }
    numSynapses -= synapseStore.count(segment)
    synapseStore.truncate(segment, to: 0)
    cellOfSegment[segment] = Self.noCell
    destroyed.append(UInt32(truncatingIfNeeded: segment))
    numSegments -= 1
  }

  mutating func addSynapse(_ segment: Int, _ synapse: Synapse) {
    synapseStore.append(synapse, to: segment)
    presynaptic.add(segment, to: synapse.presynapticCell, isConnected(synapse))
    numSynapses += 1
  }

  mutating func removeSynapse(_ segment: Int, at offset: Int) {
    let synapse = synapseStore.row(segment)[synapseStore.range(segment).lowerBound + offset]
    presynaptic.remove(segment, from: synapse.presynapticCell, isConnected(synapse))
    synapseStore.remove(at: offset, of: segment)
    numSynapses -= 1
  }

  func isConnected(_ synapse: Synapse) -> Bool { synapse.permanence >= threshold }

  /// Which of its cell's segments a segment is, by age.
  func indexOnCell(_ segment: Int) -> Int {
    let cell = Int(cellOfSegment[segment])
    var index = 0
    for other in segmentStore.row(cell) {
      if Int(other) == segment { return index }
      index += 1
    }
    return index
  }

  /// The segment of a cell that is the oldest but so many.
  func segment(_ cell: Int, _ indexOnCell: Int) -> Int? {
    guard cell < numCells, indexOnCell < segmentStore.count(cell) else { return nil }
    return Int(segmentStore.elements[segmentStore.range(cell).lowerBound + indexOnCell])
  }
}
