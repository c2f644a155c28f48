#include "logged_stacks.h"

#include <algorithm>

#include "crash.h"
#include "sort_by.h"

namespace gowhy {
namespace {

std::vector<std::uint32_t> find_logged_stacks(const Model& model) {
  std::vector<std::uint32_t> groups;
  for (const Crash& crash : crashes_of(model)) {
    if (!crash.logged || crash.group == kNone) continue;
    const GroupFacts& facts = model.group(crash.group);
    if (facts.count == 1 && model.has(facts, {"panic"})) groups.push_back(crash.group);
  }
  keep_distinct(groups);
  return groups;
}

}  // namespace

const std::vector<std::uint32_t>& logged_stacks(const Model& model) noexcept {
  return model.once(find_logged_stacks);
}

}  // namespace gowhy
