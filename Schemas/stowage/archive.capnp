@0x870a1d70e7037c2a;
# What stands at the beginning of every file of Stowage, in a message of its own.

struct Header {
  magic @0 :UInt64;
  # The bytes "stowage" and a line feed.
  checksum @1 :UInt64;
  # XXH3 of the bytes of this message, with this field zero.
  formatVersion @2 :UInt16;
  encoding @3 :Encoding;
  # Of the message behind this one.
  chunkSize @4 :UInt32;
  # How many bytes each of the checksums is for.
  payloadBytes @5 :UInt64;
  # The size of the message, as it is in the file.
  blobBytes @6 :UInt64;
  # The size of what follows it, up to the end: numbers of tensors. They begin at the next multiple
  # of 64 in the file.
  messageBytes @7 :UInt64;
  # The size of the message when it is not packed.
  structId @8 :UInt64;
  # The struct that the message holds.
  type @9 :Text;
  # The registered name of the object, where it has one.
  writer @10 :Text;
  # What wrote the file, and its version.
  metadata @11 :List(Metadatum);
  checksums @12 :List(UInt64);
  # XXH3 of each chunk of what stands behind this message: bytes, not words.
  schema @13 :Data;
  # The schema of the message, enough to print it: a CodeGeneratorRequest in a packed message.
}

enum Encoding {
  packed @0;
  binary @1;
}

struct Metadatum {
  key @0 :Text;
  value @1 :Text;
}

struct ReadableHeader {
  # What the first line of a file in JSON or text says of it.

  formatVersion @0 :UInt16;
  structId @1 :UInt64;
  # The struct that the rest is.
  type @2 :Text;
  # The registered name of the object, where it has one.
  writer @3 :Text;
  metadata @4 :List(Metadatum);
}
