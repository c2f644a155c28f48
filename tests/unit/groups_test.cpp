#include "groups.h"

#include <catch2/catch.hpp>

using namespace gowhy;

TEST_CASE("a group is found again, however many share its stack", "[groups]") {
  Dump dump;
  constexpr std::uint32_t kStacks = 40, kStates = 30;
  for (std::uint32_t i = 0; i < kStacks; ++i) {
    const std::string name = "main.f" + std::to_string(i);
    const std::uint32_t frame =
        dump.symbols.frame(dump.symbols.function(name), "main.go:1", Frame::call, false);
    dump.symbols.child(0, frame);
  }
  const auto nth = [](std::uint32_t i) {
    Group group;
    // Every third stack has one group only.
    group.stack = i % kStacks;
    group.state = group.stack % 3 == 0 ? 0 : i / kStacks;
    group.created_by = group.state % 2 == 0 ? kNone : 7;
    group.flags = group.state % 5 == 0 ? kLeaked : 0;
    return group;
  };
  std::vector<std::uint32_t> ids;
  for (std::uint32_t i = 0; i < kStacks * kStates; ++i) ids.push_back(intern_group(dump, nth(i)));
  CHECK(dump.groups.size() == 14 + 26 * kStates);
  for (std::uint32_t i = 0; i < ids.size(); ++i) {
    const Group wanted = nth(i), &found = dump.groups[ids[i]];
    CHECK(found.stack == wanted.stack);
    CHECK(found.state == wanted.state);
    CHECK(found.created_by == wanted.created_by);
    CHECK(found.flags == wanted.flags);
    CHECK(intern_group(dump, wanted) == ids[i]);
  }
}
