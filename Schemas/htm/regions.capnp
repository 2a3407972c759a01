@0xc4c449d8a4b3f093;
# What files of Stowage hold of regions that classify: more than NuPIC's files do.

using Classifiers = import "classifiers.capnp";
using Sdr = import "/nupic/regions/SDRClassifierRegion.capnp".SDRClassifierRegionProto;
using Knn = import "/nupic/regions/knn_classifier_region.capnp".KNNClassifierRegionProto;
using KnnAnomaly = import "/nupic/regions/knn_anomaly_classifier_region.capnp".KNNAnomalyClassifierRegionProto;

struct SDRClassifierRegionState {
  region @0 :Sdr;
  # All of it but the classifier.
  classifier @1 :Classifiers.SDRClassifierState;
}

struct KNNClassifierRegionState {
  region @0 :Knn;
  # All of it but the classifier.
  classifier @1 :Classifiers.KNNClassifierState;
  acceptanceProbability @2 :Float64;
}

struct KNNAnomalyClassifierRegionState {
  region @0 :KnnAnomaly;
  # All of it but the region within.
  classifier @1 :KNNClassifierRegionState;
  anomalyThreshold @2 :Float64;
  classificationMaxDist @3 :Float64;
  anomalyScores @4 :List(Float64);
  # One for each record that is kept.
}
