import CapnProto

/// Up to 999 search results come in by falling score; those about cats go to the front, those
/// about dogs to the end.
enum CatRank {
  static var workload: Workload {
    Workload(
      fill: { request, random in
        try fill(request.initRoot(SearchResultList.self), &random)
      },
      handle: { request, response in
        try handle(request.root(SearchResultList.self), response.initRoot(SearchResultList.self))
      },
      check: { response, answer in
        try countGood(response.root(SearchResultList.self)) == answer
      },
      passByObject: { request, response, random in
        let list = try request.initRoot(SearchResultList.self)
        let answer = try fill(list, &random)
        let ranked = try response.initRoot(SearchResultList.self)
        try handle(list.asReader, ranked)
        return try countGood(ranked.asReader) == answer ? answer : nil
      })
  }

  private static let words: [StaticString] = [
    "foo ", "bar ", "baz ", "qux ", "quux ", "corge ", "grault ", "garply ", "waldo ", "fred ",
    "plugh ", "xyzzy ", "thud ",
  ]

  private static let urlPrefix: StaticString = "http://example.com/"

  // Gives the number of results that speak of a cat and of no dog.
  private static func fill(
    _ list: SearchResultList.Builder, _ random: inout Random
  ) throws(CapnProtoError) -> UInt64 {
    let count = Int(random.below(1000))
    var good: UInt64 = 0
    // Kept from one result to the next, so that it is not allocated for each.
    var snippet: [UInt8] = []

    let results = try list.initResults(count: count)
    for index in 0..<count {
      let result = results[index]
      result.score = Double(1000 - index)

      let pathSize = Int(random.below(100))
      let url = try result.initUrl(byteCount: urlPrefix.utf8CodeUnitCount + pathSize)
      unsafe url.withMutableUTF8 { bytes in
        let pathStart = urlPrefix.withUTF8Buffer { unsafe bytes.update(fromContentsOf: $0) }
        for position in pathStart..<bytes.count {
          unsafe bytes[position] = UInt8(ascii: "a") + UInt8(random.below(26))
        }
      }

      let isCat = random.oneIn(8)
      let isDog = random.oneIn(8)
      if isCat && !isDog { good += 1 }

      snippet.removeAll(keepingCapacity: true)
      snippet.append(utf8Of: " ")
      for _ in 0..<random.below(20) { snippet.append(utf8Of: random.element(of: words)) }
      if isCat { snippet.append(utf8Of: "cat ") }
      if isDog { snippet.append(utf8Of: "dog ") }
      for _ in 0..<random.below(20) { snippet.append(utf8Of: random.element(of: words)) }
      let text = try result.initSnippet(byteCount: snippet.count)
      unsafe text.withMutableUTF8 { _ = unsafe $0.update(fromContentsOf: snippet) }
    }
    return good
  }

  private static func handle(
    _ request: SearchResultList.Reader, _ response: SearchResultList.Builder
  ) throws(CapnProtoError) {
    let results = try request.results
    var ranking: [(score: Double, index: Int)] = []
    ranking.reserveCapacity(results.count)
    for index in results.indices {
      let snippet = try results[index].snippet
      var score = results[index].score
      if snippet.contains(word: " cat ") { score *= 10000 }
      if snippet.contains(word: " dog ") { score /= 10000 }
      ranking.append((score, index))
    }
    ranking.sort { $0.score > $1.score }

    let ranked = try response.initResults(count: ranking.count)
    for (position, entry) in ranking.enumerated() {
      let target = ranked[position]
      let source = results[entry.index]
      target.score = entry.score
      try target.setUrl(source.url)
      try target.setSnippet(source.snippet)
    }
  }

  // The good ones come first, and nothing else scores as high.
  private static func countGood(_ list: SearchResultList.Reader) throws(CapnProtoError) -> UInt64 {
    var good: UInt64 = 0
    for result in try list.results {
      if result.score <= 1001 { break }
      good += 1
    }
    return good
  }
}

extension [UInt8] {
  fileprivate mutating func append(utf8Of text: StaticString) {
    text.withUTF8Buffer { unsafe append(contentsOf: $0) }
  }
}
