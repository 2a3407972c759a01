@0x9a5bed31ab676f5a;

using import "/htm/encoders.capnp".MultiEncoderState;
using import "/nupic/algorithms/anomaly_likelihood.capnp".AnomalyLikelihoodProto;
using import "/nupic/proto/SpatialPoolerProto.capnp".SpatialPoolerProto;
using import "/nupic/proto/TemporalMemoryProto.capnp".TemporalMemoryProto;

struct AnomalyDetectorState {
  # What finds the unusual in a metric.

  encoder @0 :MultiEncoderState;
  pooler @1 :SpatialPoolerProto;
  memory @2 :TemporalMemoryProto;
  likelihood @3 :AnomalyLikelihoodProto;

  timestampField @4 :Text;
  valueField @5 :Text;

  rows @6 :UInt64;
  # How many values it has seen.

  hasRange @7 :Bool;
  # Whether it has seen any; the least and the largest, and the last one with its time, follow.

  minval @8 :Float64;
  maxval @9 :Float64;
  lastTimestamp @10 :Text;
  lastValue @11 :Float64;

  outputBytes @12 :UInt64;
  # How many bytes were written about these values by who goes on with it.
}
