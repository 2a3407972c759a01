@0x8602f38429407eb0;

struct AnomalyLikelihoodProto {
  # How likely the anomaly scores of late are, judged by those before them.

  iteration @0 :UInt64;
  historicalScores @1 :List(Score);
  distribution @2 :Distribution;
  probationaryPeriod @3 :UInt32;
  learningPeriod @4 :UInt32;
  reestimationPeriod @5 :UInt32;
  historicWindowSize @6 :UInt32;

  struct Score {
    # A value of the input and the anomaly score that it had.

    value @0 :Float64;
    anomalyScore @1 :Float64;
  }

  struct Distribution {
    # The normal distribution that the scores were found to follow; without a name there is none
    # yet.

    name @0 :Text;
    # Empty where there is no distribution yet.
    mean @1 :Float64;
    variance @2 :Float64;
    stdev @3 :Float64;
    movingAverage @4 :MovingAverage;
    historicalLikelihoods @5 :List(Float64);

    struct MovingAverage {
      # The latest scores, which are averaged before they are judged.

      windowSize @0 :UInt64;
      historicalValues @1 :List(Float64);
      total @2 :Float64;
    }
  }
}
