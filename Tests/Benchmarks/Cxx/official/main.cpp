// bench-cpp CASE MODE REUSE COMPRESSION ITERATIONS: one of the official workloads through generated
// C++ and libcapnp. Prints the bytes that were passed and the sum of the answers.

#include <kj/exception.h>

#include <cinttypes>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string_view>

#include "carsales.h"
#include "catrank.h"
#include "eval.h"
#include "harness.h"

namespace bench {
namespace {

class UsageError : public std::exception {};

struct Arguments {
  std::string_view workload, mode, reuse, compression;
  uint64_t iterations;
};

// Which of two words it is; anything else is a mistake of the caller.
bool isFirst(std::string_view word, std::string_view first, std::string_view second) {
  if (word != first && word != second) throw UsageError();
  return word == first;
}

template <typename Case, typename Memory>
Outcome run(const Arguments& arguments) {
  bool object = isFirst(arguments.mode, "object", "bytes");
  bool packed = isFirst(arguments.compression, "packed", "none");
  if (object) return passByObject<Case, Memory>(arguments.iterations);
  return packed ? passByBytes<Case, Memory, Packed>(arguments.iterations)
                : passByBytes<Case, Memory, Unpacked>(arguments.iterations);
}

template <typename Case>
Outcome run(const Arguments& arguments) {
  return isFirst(arguments.reuse, "reuse", "no-reuse") ? run<Case, Reuse>(arguments)
                                                       : run<Case, NoReuse>(arguments);
}

Outcome run(const Arguments& arguments) {
  if (arguments.workload == "carsales") return run<CarSales>(arguments);
  if (arguments.workload == "catrank") return run<CatRank>(arguments);
  if (arguments.workload == "eval") return run<Eval>(arguments);
  throw UsageError();
}

Arguments parse(int count, char** words) {
  if (count != 6) throw UsageError();
  char* end = nullptr;
  uint64_t iterations = std::strtoull(words[5], &end, 10);
  if (end == words[5] || *end != '\0') throw UsageError();
  return {words[1], words[2], words[3], words[4], iterations};
}

}  // namespace
}  // namespace bench

int main(int count, char** words) {
  try {
    bench::Outcome outcome = bench::run(bench::parse(count, words));
    std::printf("%" PRIu64 " %" PRIu64 "\n", outcome.throughput, outcome.checksum);
    return 0;
  } catch (const bench::UsageError&) {
    std::fprintf(stderr,
                 "usage: %s carsales|catrank|eval object|bytes reuse|no-reuse none|packed N\n",
                 words[0]);
    return 2;
  } catch (const kj::Exception& error) {
    std::fprintf(stderr, "error: %s\n", error.getDescription().cStr());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "error: %s\n", error.what());
  }
  return 1;
}
