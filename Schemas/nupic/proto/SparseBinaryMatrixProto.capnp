@0xcd9e11090abd44ca;

struct SparseBinaryMatrixProto {
  # Which elements of a matrix are set: the ascending columns of each row.

  numRows @0 :UInt32;
  numColumns @1 :UInt32;
  indices @2 :List(List(UInt32));
}
