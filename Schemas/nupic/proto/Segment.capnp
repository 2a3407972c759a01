@0xf2eaadec04697984;

using Swift = import "/swift.capnp";
$Swift.values;

struct InSynapseProto {
  # A synapse of a segment in C++.

  srcCellIdx @0 :UInt32;
  permanence @1 :Float32;
}

struct SegmentProto $Swift.name("Cells4SegmentProto") {
  # A segment of the cells in C++.

  seqSegFlag @0 :Bool;
  frequency @1 :Float32;
  nConnected @2 :UInt32;
  totalActivations @3 :UInt32;
  positiveActivations @4 :UInt32;
  lastActiveIteration @5 :UInt32;
  lastPosDutyCycle @6 :Float32;
  lastPosDutyCycleIteration @7 :UInt32;
  synapses @8 :List(InSynapseProto);
}

struct CStateProto {
  # A state of every cell, a byte for each.

  version @0 :UInt16;
  fMemoryAllocatedByPython @1 :Bool;
  pData @2 :Data;
  # A byte for each cell.
  countOn @3 :UInt32;
  cellsOn @4 :List(UInt32);
}
