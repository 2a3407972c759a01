import Foundation
import Stowage
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where and how files are put in place.
@Suite struct SavedFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func path(_ name: String) -> String { folder.url.path + "/" + name }

  private func names(_ path: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url.path + path).sorted()
  }

  private func mode(_ path: String) throws -> Int {
    try #require(
      FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
  }

  /// Expects a save to fail, with the path in the error and nothing left over.
  private func expectFailure(_ path: String, mentions text: String) throws {
    let before = try names()
    #expect {
      try save(path, ["new": 1])
    } throws: { error in
      let error = error as? StowageError
      return error?.code == .inputOutput && error?.path == path
        && "\(error?.message ?? "")".contains(text)
    }
    #expect(try names() == before)
  }

  @Test(arguments: [
    "with space", "Gewölbe", "貯蔵", "a\u{301}", "-", ".hidden", "'\"$\\", "line\nfeed",
    String(repeating: "x", count: 246), String(repeating: "x", count: 247),
    String(repeating: "x", count: 255), String(repeating: "ö", count: 127),
  ])
  func names(name: String) throws {
    for number in 0..<2 {
      try save(path(name), ["number": Value(number)])
      #expect(try load(path(name)) == ["number": Value(number)])
    }
    #expect(try names().count == 1)
  }

  @Test func aNameThatIsTooLong() throws {
    try expectFailure(path(String(repeating: "x", count: 256)), mentions: "shorter")
  }

  @Test func draftsOfLongNamesAreTakenOver() throws {
    let name = String(repeating: "x", count: 255)
    try save(path(name), 1)
    // Only the names tell it from that of another long one.
    try save(path("y" + name.dropFirst()), 2)
    #expect(try load(path(name)) == 1)
  }

  @Test func aFolderIsNoFile() throws {
    try expectFailure(folder.url.path, mentions: "folder")
    try expectFailure(folder.url.path + "/", mentions: "folder")
    try expectFailure(path("none/model"), mentions: "folder")
    try expectFailure(path("none/"), mentions: "No such file")
    try save(path("file"), 1)
    try expectFailure(path("file/model"), mentions: "folder")
    try expectFailure(path("file/"), mentions: "Not a directory")
    try expectFailure("", mentions: "no path")
    try expectFailure(path("zero\0byte"), mentions: "no path")
    #expect(try load(path("file")) == 1)
  }

  @Test func whatIsNoRegularFileStays() throws {
    #expect(unsafe mkfifo(path("pipe"), 0o600) == 0)
    try expectFailure(path("pipe"), mentions: "FileHandle")
    try expectFailure("/dev/null", mentions: "FileHandle")
  }

  @Test func throughLinks() throws {
    let manager = FileManager.default
    try manager.createDirectory(atPath: path("other"), withIntermediateDirectories: true)
    try save(path("other/model"), 1)
    try manager.createSymbolicLink(atPath: path("link"), withDestinationPath: "other/model")
    try manager.createSymbolicLink(atPath: path("link2"), withDestinationPath: path("link"))
    try save(path("link2"), 2)
    #expect(try load(path("other/model")) == 2)
    #expect(try manager.destinationOfSymbolicLink(atPath: path("link")) == "other/model")
    // One that leads to what is not there yet.
    try manager.createSymbolicLink(atPath: path("dangling"), withDestinationPath: "other/new")
    try save(path("dangling"), 3)
    #expect(try load(path("other/new")) == 3)
    #expect(try names("/other") == ["model", "new"])
    try manager.createSymbolicLink(atPath: path("circle"), withDestinationPath: "circle")
    try expectFailure(path("circle"), mentions: "symbolic links")
  }

  @Test(arguments: [0o600, 0o644, 0o400, 0o751, 0o200, 0o4755])
  func permissionsAreKept(permissions: Int) throws {
    try save(path("model"), 1)
    #expect(unsafe chmod(path("model"), mode_t(permissions)) == 0)
    try save(path("model"), 2)
    #expect(try mode(path("model")) == permissions)
  }

  @Test func newFilesAreLikeAnyOther() throws {
    try Data().write(to: URL(filePath: path("plain")))
    let descriptor = unsafe open(path("opened"), O_CREAT | O_WRONLY, 0o666 as mode_t)
    close(descriptor)
    try save(path("model"), 1)
    #expect(try mode(path("model")) == mode(path("opened")))
  }

  @Test func whatLiesInTheWayOfTheDraftIsNotOverwritten() throws {
    let manager = FileManager.default
    let victim = Data("somebody's own".utf8)
    try victim.write(to: URL(filePath: path("victim")))
    try manager.createSymbolicLink(
      atPath: path(".model.stowing"), withDestinationPath: "victim")
    try save(path("model"), 1)
    try manager.linkItem(atPath: path("victim"), toPath: path(".model.stowing"))
    try save(path("model"), 2)
    #expect(try Data(contentsOf: URL(filePath: path("victim"))) == victim)
    #expect(try load(path("model")) == 2)
    #expect(try names() == ["model", "victim"])
  }

  @Test func whatWasLeftOverIsTakenAway() throws {
    try Data(count: 1 << 20).write(to: URL(filePath: path(".model.stowing")))
    #expect(unsafe chmod(path(".model.stowing"), 0) == 0)
    try save(path("model"), 1)
    #expect(try load(path("model")) == 1)
    #expect(try names() == ["model"])
  }

  @Test func anObjectThatFailsLeavesTheEarlierFile() throws {
    try save(path("model"), Reservoir(name: "first", sample: [1, 2]))
    let before = try Data(contentsOf: URL(filePath: path("model")))
    for format in Format.allCases {
      #expect(throws: Unwritable.Failure()) {
        try save(path("model"), Unwritable(), format: format)
      }
    }
    #expect(try Data(contentsOf: URL(filePath: path("model"))) == before)
    #expect(try names() == ["model"])
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
  func aFolderThatMayNotBeWrittenTo() throws {
    #expect(unsafe chmod(folder.url.path, 0o500) == 0)
    try expectFailure(path("model"), mentions: "may be written to")
    #expect(unsafe chmod(folder.url.path, 0o700) == 0)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/mem")))
  func aFileSystemThatTakesNoFiles() throws {
    #expect { try save("/proc/model", 1) } throws: { ($0 as? StowageError)?.code == .inputOutput }
    #expect { try load("/proc/none") } throws: { ($0 as? StowageError)?.code == .inputOutput }
  }

  @Test func loadingWhatIsNoFile() throws {
    for name in ["", "none", "none/model"] {
      #expect {
        try load(path(name))
      } throws: { error in
        let error = error as? StowageError
        return error?.code == .inputOutput && error?.path == path(name)
      }
    }
    try Data().write(to: URL(filePath: path("empty")))
    #expect { try load(path("empty")) } throws: { ($0 as? StowageError)?.code == .truncated }
  }
}
