@0xa056254b18cd20ca;

struct Pointers {
  name @0 :Text;
  blob @1 :Data;
  next @2 :Pointers;
  numbers @3 :List(Int32);
  names @4 :List(Text);
  all @5 :List(Pointers);
  any @6 :AnyPointer;
  anyStruct @7 :AnyStruct;
  service @8 :Service;
  table @9 :List(List(Float32));
}

interface Service {
  call @0 (text :Text) -> (number :Int32);

  struct Ticket {
    number @0 :Int32;
  }
}
