@0xc5bf8243b0c10764;

using import "/nupic/proto/ConnectionsProto.capnp".ConnectionsProto;
using import "/nupic/proto/RandomProto.capnp".RandomProto;

struct TemporalMemoryProto {
  # A temporal memory: its parameters, its connections, and which cells are active.

  columnDimensions @0 :List(UInt32);
  cellsPerColumn @1 :UInt32;
  activationThreshold @2 :UInt32;
  learningRadius @3 :UInt32;
  # Obsolete: never written.
  initialPermanence @4 :Float32;
  connectedPermanence @5 :Float32;
  minThreshold @6 :UInt32;
  maxNewSynapseCount @7 :UInt32;
  permanenceIncrement @8 :Float32;
  permanenceDecrement @9 :Float32;
  predictedSegmentDecrement @10 :Float32;
  maxSegmentsPerCell @11 :UInt16;
  maxSynapsesPerSegment @12 :UInt16;
  connections @13 :ConnectionsProto;
  random @14 :RandomProto;
  activeCells @15 :List(UInt32);
  winnerCells @16 :List(UInt32);
  activeSegments @17 :List(SegmentPath);
  matchingSegments @18 :List(SegmentPath);
  numActivePotentialSynapsesForSegment @19 :List(SegmentUInt32Pair);
  # One for each segment. Files of NuPIC also have entries for segments that are gone.
  iteration @20 :UInt64;
  lastUsedIterationForSegment @21 :List(SegmentUInt64Pair);
  # One for each segment, as above.
  checkInputs @22 :Bool;

  struct SegmentPath {
    # A segment, by its cell and its place there.

    cell @0 :UInt32;
    idxOnCell @1 :UInt32;
  }

  struct SegmentUInt32Pair {
    # A segment and a number.

    cell @0 :UInt32;
    idxOnCell @1 :UInt32;
    number @2 :UInt32;
  }

  struct SegmentUInt64Pair {
    # A segment and a large number.

    cell @0 :UInt32;
    idxOnCell @1 :UInt32;
    number @2 :UInt64;
  }
}
