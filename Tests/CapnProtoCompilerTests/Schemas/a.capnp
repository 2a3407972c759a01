@0xd5b3a4f1c2e6a7b9;
# file doc
using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("x");
using import "sub/../b.capnp".Bee;
struct S(T) { # doc S
  # more
  a @0 :Text; # doc a
  b @1 :T ;
  g :group { # doc g
    x @2 :Data; 
    # doc x
  }
  i @3 :Inner;
  bee @4 :Bee(Text);
  lst @5 :List(Inner) ;
  struct Inner { }
} # late
interface I(U) {
  foo @0 [V] (a :V, b :U) -> (c :List(Text)); # foo doc
  bar @1 ();
  baz @2 (x :Int32) -> stream;
}
