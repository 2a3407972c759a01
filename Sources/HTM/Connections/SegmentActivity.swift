/// How many synapses of a segment come from cells that are active.
struct SegmentActivity: Sendable, Hashable, BitwiseCopyable {
  /// All of them.
  var potential: UInt32 = 0

  /// Those that are connected.
  var connected: UInt32 = 0
}
