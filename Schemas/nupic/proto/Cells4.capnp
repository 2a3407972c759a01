@0xd5c4908fa0384eda;

using Swift = import "/swift.capnp";
using import "/nupic/proto/Cell.capnp".CellProto;
using import "/nupic/proto/RandomProto.capnp".RandomProto;
using import "/nupic/proto/Segment.capnp".CStateProto;
using import "/nupic/proto/SegmentUpdate.capnp".SegmentUpdateProto;
$Swift.values;

struct Cells4Proto {
  # The cells of the backtracking temporal memory in C++, numbered by column and then within it.

  version @0 :UInt16;
  ownsMemory @1 :Bool;
  # Whether the states are here, or with the owner of the cells.
  rng @2 :RandomProto;
  nColumns @3 :UInt32;
  nCellsPerCol @4 :UInt32;
  activationThreshold @5 :UInt32;
  minThreshold @6 :UInt32;
  newSynapseCount @7 :UInt32;
  nIterations @8 :UInt32;
  nLrnIterations @9 :UInt32;
  segUpdateValidDuration @10 :UInt32;
  initSegFreq @11 :Float32;
  permInitial @12 :Float32;
  permConnected @13 :Float32;
  permMax @14 :Float32;
  permDec @15 :Float32;
  permInc @16 :Float32;
  globalDecay @17 :Float32;
  doPooling @18 :Bool;
  pamLength @19 :UInt32;
  maxInfBacktrack @20 :UInt32;
  maxLrnBacktrack @21 :UInt32;
  maxSeqLength @22 :UInt32;
  learnedSeqLength @23 :UInt32;
  avgLearnedSeqLength @24 :Float32;
  maxAge @25 :UInt32;
  verbosity @26 :UInt8;
  maxSegmentsPerCell @27 :UInt32;
  maxSynapsesPerSegment @28 :UInt32;
  checkSynapseConsistency @29 :Bool;
  resetCalled @30 :Bool;
  avgInputDensity @31 :Float32;
  pamCounter @32 :UInt32;
  learnActiveStateT @33 :CStateProto;
  learnActiveStateT1 @34 :CStateProto;
  learnPredictedStateT @35 :CStateProto;
  learnPredictedStateT1 @36 :CStateProto;
  infActiveStateT @39 :CStateProto;
  infActiveStateT1 @40 :CStateProto;
  infPredictedStateT @41 :CStateProto;
  infPredictedStateT1 @42 :CStateProto;
  cellConfidenceT @43 :List(Float32);
  cellConfidenceT1 @44 :List(Float32);
  colConfidenceT @45 :List(Float32);
  colConfidenceT1 @46 :List(Float32);
  prevInfPatterns @47 :List(List(UInt32));
  prevLrnPatterns @48 :List(List(UInt32));
  cells @37 :List(CellProto);
  segmentUpdates @38 :List(SegmentUpdateProto);
}
