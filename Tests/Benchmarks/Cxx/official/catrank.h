// catrank: up to 999 search results come in by falling score; those about cats go to the front,
// those about dogs to the end.
#pragma once

#include <algorithm>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "catrank.capnp.h"
#include "random.h"

namespace bench {

class CatRank {
public:
  using Request = SearchResultList;
  using Response = SearchResultList;
  // How many results speak of a cat and of no dog.
  using Expectation = uint64_t;

  Expectation fill(SearchResultList::Builder list) {
    constexpr std::string_view prefix = "http://example.com/";
    uint32_t count = random.below(1000);
    Expectation good = 0;

    auto results = list.initResults(count);
    for (uint32_t i = 0; i < count; ++i) {
      SearchResult::Builder result = results[i];
      result.setScore(static_cast<double>(1000 - i));

      uint32_t pathSize = random.below(100);
      capnp::Text::Builder url = result.initUrl(prefix.size() + pathSize);
      char* end = std::copy(prefix.begin(), prefix.end(), url.begin());
      std::generate_n(end, pathSize, [&] { return static_cast<char>('a' + random.below(26)); });

      bool cat = random.oneIn(8);
      bool dog = random.oneIn(8);
      if (cat && !dog) ++good;

      snippet = " ";
      appendWords(random.below(20));
      if (cat) snippet += "cat ";
      if (dog) snippet += "dog ";
      appendWords(random.below(20));
      result.setSnippet(capnp::Text::Reader(snippet.c_str(), snippet.size()));
    }
    return good;
  }

  void handle(SearchResultList::Reader request, SearchResultList::Builder response) {
    std::vector<Scored> ranking;
    for (SearchResult::Reader result : request.getResults()) {
      double score = result.getScore();
      if (std::strstr(result.getSnippet().cStr(), " cat ") != nullptr) score *= 10000;
      if (std::strstr(result.getSnippet().cStr(), " dog ") != nullptr) score /= 10000;
      ranking.push_back({score, result});
    }
    std::sort(ranking.begin(), ranking.end(), [](const Scored& one, const Scored& other) {
      return one.score > other.score;
    });

    auto ranked = response.initResults(ranking.size());
    for (uint32_t i = 0; i < ranking.size(); ++i) {
      SearchResult::Builder result = ranked[i];
      result.setScore(ranking[i].score);
      result.setUrl(ranking[i].result.getUrl());
      result.setSnippet(ranking[i].result.getSnippet());
    }
  }

  bool check(SearchResultList::Reader response, Expectation expected) {
    Expectation good = 0;
    for (SearchResult::Reader result : response.getResults()) {
      if (result.getScore() <= 1001) break;
      ++good;
    }
    return good == expected;
  }

private:
  struct Scored {
    double score;
    SearchResult::Reader result;
  };

  void appendWords(uint32_t count) {
    for (uint32_t i = 0; i < count; ++i) snippet += random.element(snippetWords);
  }

  Random random;
  // Kept from one result to the next, so that it is not allocated for each.
  std::string snippet;
};

}  // namespace bench
