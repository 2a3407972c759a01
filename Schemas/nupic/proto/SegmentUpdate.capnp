@0xe7a17ea776969175;

using Swift = import "/swift.capnp";
$Swift.values;

struct SegmentUpdateProto $Swift.name("Cells4SegmentUpdateProto") {
  # A change to a segment of the cells in C++ that waits.

  sequenceSegment @0 :Bool;
  cellIdx @1 :UInt32;
  segIdx @2 :UInt32;
  timestamp @3 :UInt32;
  synapses @4 :List(UInt32);
  phase1Flag @5 :Bool;
  weaklyPredicting @6 :Bool;
}
