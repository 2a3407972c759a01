@0xe47e349ec9c09c73;
# Generic types in each other.

struct Box(T) {
  item @0 :T;
  struct Lid { item @0 :T; box @1 :Box(T); other @2 :Box(Text); unbound @3 :Box; }
  lid @1 :Lid;
  group :group { item @2 :T; inner :group { list @3 :List(Box(T)); lid @4 :Lid; } }
  union { some @5 :T; none @6 :Void; more :group { a @7 :T; b @8 :List(List(Lid)); } }
  enum Color { red @0; green @1; }
  color @9 :Color = green;
  const limit :Int32 = 12;
  interface Opener { open @0 (box :Box(T)) -> (item :T); }
  opener @10 :Opener;
  annotation note (field) :Text;
  noted @11 :Text $note("in a generic");
}

struct L0(A) {
  struct L1(B) {
    struct L2(C) {
      struct L3(D) {
        struct L4(E) {
          struct L5(F) {
            struct L6(G) {
              struct L7(H) {
                struct L8(I) {
                  struct L9(J) {
                    struct L10 {
                      a @0 :A; b @1 :B; c @2 :C; d @3 :D; e @4 :E; f @5 :F; g @6 :G; h @7 :H;
                      i @8 :I; j @9 :J;
                      up @10 :L9(J);
                      again @11 :L9(A);
                      top @12 :L0(J);
                      half @13 :L5(List(Text));
                      same @14 :L10;
                      whole @15 : .L0(J).L1(I).L2(H).L3(G).L4(F).L5(E).L6(D).L7(C).L8(B).L9(A).L10;
                    }
                    ten @0 :L10;
                  }
                  nine @0 :L9(Text);
                }
                eight @0 :L8(B).L9(C);
              }
            }
          }
          five @0 :L5(E);
          unbound @1 :L5;
          deepUnbound @2 :L5.L6(Text).L7;
        }
      }
    }
  }
}

struct Uses {
  bound @0 :L0(Text).L1(Data).L2(Box(Text)).L3(List(Text)).L4(L0(Data));
  partly @1 :L0.L1(Data).L2.L3(Text);
  none @2 :L0.L1.L2;
  outer @3 :L0(Text).L1;
  lists @4 :List(List(List(Box(List(List(Text))))));
  lid @5 :Box(Box(Box(Text))).Lid;
  any @6 :Box(AnyPointer);
  struct @7 :Box(Box);
  list @8 :Box(L0);
  capability @9 :Box(Box.Opener);
  color @10 :Box(Text).Color = red;
  plainColor @11 :Box.Color = green;
  colors @12 :List(Box(Data).Color) = [red, green];
  opener @13 :Box(Box(Text)).Opener;
  default @14 :Box(Text) = (item = "a", lid = (item = "b", box = (item = "c")), more = (a = "d"));
  defaultList @15 :List(Box(List(Int32))) = [(item = [1, 2]), (group = (inner = (list = [(item = [3])])))];
  fromConstant @16 :Int32 = Box.limit;
  fromBoundConstant @17 :Int32 = .Box(Text).limit;
}

struct Shadowing(T, U) {
  struct Inner(T) { t @0 :T; u @1 :U; struct U { t @0 :T; } own @2 :U; }
  inner @0 :Inner(U);
  innerOwn @1 :Inner(T).U;
  shadow @2 :Shadowing(U, T);
}

struct Circle(T) { square @0 :Square(Circle(T)); triangle @1 :List(Square(T)); }
struct Square(T) { circle @0 :Circle(T); fixed @1 :Circle(Text); }

using Texts = Box(Text);
using Lid = Texts.Lid;
using Boxed = Box;
using Twice = Boxed(Boxed(Text));
struct Aliased(T) {
  using Own = Box(T);
  using Pair = L0(T).L1;
  texts @0 :Texts;
  lid @1 :Lid;
  twice @2 :Twice;
  own @3 :Own;
  ownLid @4 :Own.Lid;
  pair @5 :Pair(T);
  through @6 :Aliased(Text).Own;
  throughAll @7 :Aliased(Data).Pair(Text).L2(List(Data));
  struct Inner { own @0 :Own; pair @1 :Pair(Own); }
  unboundOwn @8 :Aliased.Own;
}
