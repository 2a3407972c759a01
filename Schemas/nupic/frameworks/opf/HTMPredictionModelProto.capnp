@0xabf2792aa23483be;

using import "/nupic/proto/NetworkProto.capnp".NetworkProto;
using import "/nupic/frameworks/opf/model.capnp".ModelProto;

struct HTMPredictionModelProto {
  # A whole model of the prediction framework: a network, and how it is used.

  modelBase @0 :ModelProto;
  numRunCalls @1 :UInt32;
  minLikelihoodThreshold @2 :Float32;
  maxPredictionsPerStep @3 :UInt32;
  network @4 :NetworkProto;
  spLearningEnabled @5 :Bool;
  tpLearningEnabled @6 :Bool;
  predictedFieldIdx :union {
    value @7 :UInt32;
    none @12 :Void;
  }
  predictedFieldName :union {
    value @8 :Text;
    none @13 :Void;
  }
  trainSPNetOnlyIfRequested @9 :Bool;
  finishedLearning @10 :Bool;
  numFields :union {
    value @11 :UInt32;
    none @14 :Void;
  }
}
