@0xa4b686d6f1d55b4b;

# snippet: committee-schema
# committee.capnp
struct CommitteeProto {
  # Models that vote.

  chair @0 :AnyPointer;
  members @1 :AnyPointer;
}
# end snippet
