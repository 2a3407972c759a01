# The strings workload of Cap'n Proto's official benchmark: search results, scored again and sorted.
@0x906a768286e9e37b;

# Both the request and the response.
struct SearchResultList {
  results @0 :List(SearchResult);
}

struct SearchResult {
  url @0 :Text;
  score @1 :Float64;
  snippet @2 :Text;
}
