@0xeefc26a597cc6a4e;

struct SparseMatrixProto {
  # The elements of a matrix that are not zero.

  numRows @0 :UInt32;
  numColumns @1 :UInt32;
  rows @2 :List(SparseFloatList);
}

struct SparseFloatList {
  # A row, in the order of its columns.

  values @0 :List(SparseFloat);
}

struct SparseFloat {
  # A column and the number in it.

  index @0 :UInt32;
  value @1 :Float32;
}
