@0x929156e0dfbd37d6;

using Swift = import "/swift.capnp";
using import "/nupic/algorithms/backtracking_tm.capnp".BacktrackingTMProto;
using import "/nupic/proto/Cells4.capnp".Cells4Proto;
$Swift.values;

struct BacktrackingTMCppProto {
  # The backtracking temporal memory whose segments are in C++: what Python keeps, and the cells.

  baseTM @0 :BacktrackingTMProto;
  cells4 @1 :Cells4Proto;
  makeCells4Ephemeral @2 :Bool;
  seed @3 :Int64;
  checkSynapseConsistency @4 :Bool;
  initArgs @5 :Text;
  # The arguments of the initializer, as JSON.
}
