@0xde743269294008c4;
# What files of Stowage hold of averages and of anomaly scores: more than NuPIC's files do.

using Likelihood = import "/nupic/algorithms/anomaly_likelihood.capnp".AnomalyLikelihoodProto;

struct MovingAverageState {
  # The average of the last numbers of a series.

  windowSize @0 :UInt32;
  slidingWindow @1 :List(Float64);
  # The oldest first.
  total @2 :Float64;
  # The sum, as it came about by adding and subtracting.
}

struct AnomalyState {
  # Anomaly scores of one record after another.

  enum Mode {
    pure @0;
    likelihood @1;
    weighted @2;
  }

  mode @0 :Mode;
  binaryAnomalyThreshold :union {
    none @1 :Void;
    value @2 :Float64;
  }
  movingAverage @3 :MovingAverageState;
  # Null where scores are not averaged.
  likelihood @4 :Likelihood;
  # Null in the mode pure.
}
