@0xc065162b7aa5ede9;

struct AnomalyRegionProto {
  # The region that tells how many of the active columns were not predicted.

  prevPredictedColumns @0 :List(UInt32);
}
