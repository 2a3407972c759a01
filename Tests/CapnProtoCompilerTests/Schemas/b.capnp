@0xd5b3a4f1c2e6a7b0; struct Bee(K) { k @0 :K; o @1 :Other; struct N { n @0 :Other2; } } struct Other { q @0 :Other2; } struct Other2 {} struct Unrelated{}
