// The random numbers and words that the official workloads are made of.
//
// Byte totals are only comparable when every program draws the same numbers in the same order, so
// the seeds, the reduction to a range and the words below are part of the workload's definition.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace bench {

// Marsaglia's xorshift128.
class Random {
public:
  uint32_t next() {
    uint32_t mixed = x ^ (x << 11);
    x = y;
    y = z;
    z = w;
    w ^= (w >> 19) ^ mixed ^ (mixed >> 8);
    return w;
  }

  uint32_t below(uint32_t range) { return next() % range; }

  double upTo(double range) { return next() * range / UINT32_MAX; }

  bool oneIn(uint32_t range) { return below(range) == 0; }

  bool coin() { return below(2) != 0; }

  template <typename T, size_t count>
  const T& element(const T (&choices)[count]) {
    return choices[below(count)];
  }

private:
  uint32_t x = 0x1d2acd47;
  uint32_t y = 0x58ca3e14;
  uint32_t z = 0xf563f232;
  uint32_t w = 0x0bc76199;
};

inline constexpr std::string_view snippetWords[] = {
    "foo ",    "bar ",   "baz ",  "qux ",   "quux ",  "corge ", "grault ",
    "garply ", "waldo ", "fred ", "plugh ", "xyzzy ", "thud ",
};

}  // namespace bench
