@0xbf2d8ef193440c2f;

using import "/nupic/algorithms/backtracking_tm_cpp.capnp".BacktrackingTMCppProto;
using import "/nupic/proto/ConnectionsProto.capnp".ConnectionsProto;

struct TemporalMemoryShimProto {
  # A temporal memory in the clothes of the backtracking one. NuPIC cannot read this schema itself,
  # so that there are no such files.

  baseTM @0 :BacktrackingTMCppProto;
  predictiveCells @1 :List(UInt32);
  connections @2 :ConnectionsProto;
}
