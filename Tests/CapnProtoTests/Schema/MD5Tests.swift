import CapnProto
import Testing

/// The digest, against what `md5sum` gives.
struct MD5Tests {
  private func hex(_ text: String) -> String {
    MD5.digest(Array(text.utf8)).map { byte in
      String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }.joined()
  }

  @Test(arguments: [
    ("", "d41d8cd98f00b204e9800998ecf8427e"), ("a", "0cc175b9c0f1b6a831c399e269772661"),
    ("message digest", "f96b697d7cb7938d525a2f31aaf161d0"),
    (String(repeating: "1234567890", count: 8), "57edf4a22be3c955ac49da2e2107b67a"),
  ])
  func digests(_ text: String, _ expected: String) { #expect(hex(text) == expected) }

  /// Lengths around the end of a block, where the padding takes another one.
  @Test(arguments: [
    (55, "04364420e25c512fd958a70738aa8f72"), (56, "668a72d5ba17f08e62dabcafad6db14b"),
    (64, "c1bb4f81d892b2d57947682aeb252456"),
  ])
  func padding(_ count: Int, _ expected: String) {
    #expect(hex(String(repeating: "x", count: count)) == expected)
  }
}
