@0xa6dff860970f17c3; # File, same line.
# File, next line.   
#	With a tab, 日本語, and 	trailing space.  

# Not part of it.
struct A { # On the brace.
  # Below the brace.

  # Above the field: not its own.
  a @0 :Int32; # Beside a.
  #
  # After an empty line of comment.
    # Indented.
  b @1 :Text;
  # Below b.
  # ünïcödé 🚢 \n "quotes" \
  c @2 :Bool = true; d @3 :Void; # Beside d, not c.
  union { # On the union.
    e @4 :Int8; # Beside e.
    f @5 :Int8;

    # Apart from f.
  } # Behind the union.
  g :group { h @6 :Text; # Beside h.
  } # Behind the group.
  i :group # Before the brace.
  {
    # In the group.
    j @7 :Text; }
  # Late.
}
# Behind A.

struct B {} # Beside B.
struct C {
}
# Below C.

struct D
# Before the brace of D.
{ }
enum E { # E.
  a @0; # E.a
  b @1;
  # E.b
} # late E
enum F { a @0; } # Late F.
interface I {
  # I.
  a @0 (x :Int32, # x
    y :Int32) # y
    -> (z :Int32); # I.a
  b @1 ();
  # I.b
} # late I
const c :Int32 = 5; # A constant.
annotation note (*) # before
  :Text; # An annotation.
using X = A; # An alias.
struct G { # G
# H
#I
	# J
}
struct K{a@0:Int32;b@1:List(Int32)=[1,2];c@2:Text="x"#y
;#z
}
# The end, without a new line
# really