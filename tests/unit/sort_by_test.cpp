#include "sort_by.h"

#include <catch2/catch.hpp>
#include <random>
#include <utility>

using namespace gowhy;

TEST_CASE("lists are sorted by their key, and equal keys stay in order", "[sort_by]") {
  std::mt19937_64 random(7);
  for (const std::size_t size : {0u, 1u, 2u, 1000u, 1024u, 5000u}) {
    for (const std::uint64_t largest : {std::uint64_t{0}, std::uint64_t{3}, std::uint64_t{2047},
                                        std::uint64_t{2048}, ~std::uint64_t{0}}) {
      INFO(size << " up to " << largest);
      std::vector<std::pair<std::uint64_t, std::size_t>> items(size);
      std::uniform_int_distribution<std::uint64_t> key(0, largest);
      for (std::size_t i = 0; i < size; ++i) items[i] = {key(random), i};
      sort_by(items, [](const auto& item) { return item.first; });
      REQUIRE(items.size() == size);
      CHECK(std::is_sorted(items.begin(), items.end()));
    }
  }
}
