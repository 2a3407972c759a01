internal import Foundation
internal import Reductions

/// What a file is that neither Stowage nor Cap'n Proto made, as far as its bytes tell.
enum ForeignFile: CaseIterable {
  case gzip
  case zip
  case hdf5
  case pickle
  case reductionml
  case json
  case text

  /// Models are read as a whole to be known, so only up to this size.
  private static let checkedBytes = 64 << 20

  init?(_ bytes: Data) {
    guard let kind = Self.allCases.first(where: { $0.fits(bytes) }) else { return nil }
    self = kind
  }

  private func fits(_ bytes: Data) -> Bool {
    switch self {
    case .gzip: bytes.starts(with: [0x1f, 0x8b, 8])
    case .zip: bytes.starts(with: [0x50, 0x4b, 3, 4])
    case .hdf5: bytes.starts(with: [0x89, 0x48, 0x44, 0x46, 13, 10, 26, 10])
    case .pickle:
      // The protocols from 2 on name themselves, and all end with a stop.
      bytes.count > 2 && bytes.first == 0x80 && (2...5).contains(bytes[bytes.startIndex + 1])
        && bytes.last == 0x2e
    case .reductionml: bytes.count <= Self.checkedBytes && (try? Workspace(model: bytes)) != nil
    case .json:
      Self.firstLetter(bytes).map { "{[".utf8.contains($0) } ?? false && Self.isText(bytes)
    case .text: Self.isText(bytes)
    }
  }

  private static func firstLetter(_ bytes: Data) -> UInt8? {
    bytes.prefix(64).first { ![9, 10, 13, 32].contains($0) }
  }

  private static func isText(_ bytes: Data) -> Bool {
    // The last character may be cut.
    let start = bytes.prefix(512)
    return start.count > 1 && !start.contains { $0 < 32 && ![9, 10, 13].contains($0) }
      && (0..<min(4, start.count)).contains {
        String(validating: start.dropLast($0), as: UTF8.self) != nil
      }
  }

  /// What it is, and what can be done with it.
  var explanation: String {
    switch self {
    case .gzip: "but gzip: unpack it first, with `gunzip`"
    case .zip: "but a zip archive, as Keras writes: unpack it first, with `unzip`"
    case .hdf5: "but HDF5, which nothing here reads"
    case .pickle:
      "but a Python pickle, which runs code when it is read, so nothing here does; NuPIC saves "
        + "Cap'n Proto with writeToCheckpoint, or with writeToFile"
    case .reductionml:
      "but a model of reductionml: `stow import-model <file> -o <model>` makes a file of Stowage of it"
    case .json:
      "but JSON without the header of a file of Stowage: `stow convert json:binary` makes a message "
        + "of it by a schema"
    case .text:
      "but text: `stow convert text:binary` makes a message of Cap'n Proto text by a schema"
    }
  }
}
