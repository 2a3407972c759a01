@0xb1b8a459d70716ad;

struct ConnectionsProto {
  # The segments and synapses between cells; every cell is listed, in the order of its number.

  cells @0 :List(CellProto);
  version @1 :UInt16;

  struct SynapseProto {
    # A synapse: the cell that it listens to, and how strong it is.

    presynapticCell @0 :UInt32;
    permanence @1 :Float32;
  }

  struct SegmentProto {
    # A segment; its synapses are in the order in which they were made.

    synapses @0 :List(SynapseProto);
  }

  struct CellProto {
    # A cell; its segments are in the order in which they were made.

    segments @0 :List(SegmentProto);
  }
}
