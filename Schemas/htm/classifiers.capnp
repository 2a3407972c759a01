@0xd143446d640a4476;
# What files of Stowage hold of classifiers: more than NuPIC's files do.

using Sdr = import "/nupic/proto/SdrClassifier.capnp".SdrClassifierProto;
using Knn = import "/nupic/algorithms/knn_classifier.capnp".KNNClassifierProto;

struct ActualValueState {
  # What a bucket stands for.

  union {
    none @0 :Void;
    number @1 :Float64;
    category @2 :Text;
  }
}

struct SDRClassifierState {
  enum Implementation {
    python @0;
    cpp @1;
  }

  implementation @0 :Implementation;
  classifier @1 :Sdr;
  # All of it but the values.
  actualValues @2 :List(ActualValueState);
}

struct KNNClassifierState {
  classifier @0 :Knn;
  # All of it but what follows.
  distanceNorm @1 :Float64;
  distThreshold @2 :Float64;
  binarizationThreshold @3 :Float64;
  sparseThreshold @4 :Float64;
  minSparsity @5 :Float64;
  fractionOfMax @6 :Float64;
  categoryRecency @7 :List(Int64);
  # The number of the learning step in which each pattern came or came again.
  partitionIds @8 :List(Float64);
  # Infinity for none.
  s @9 :List(Float64);
  vt @10 :List(List(Float64));
  mean @11 :List(Float64);
}
