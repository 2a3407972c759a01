@0xe06bf2673760a815;

struct ArrayProto {
  # Numbers of any of the types that flow between regions.

  union {
    byteArray @0 :List(UInt8);
    int16Array @1 :List(Int16);
    uint16Array @2 :List(UInt16);
    int32Array @3 :List(Int32);
    uint32Array @4 :List(UInt32);
    int64Array @5 :List(Int64);
    uint64Array @6 :List(UInt64);
    real32Array @7 :List(Float32);
    real64Array @8 :List(Float64);
  }
}
