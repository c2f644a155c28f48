#include "handed_objects.h"

#include <algorithm>
#include <utility>

#include "sort_by.h"
#include "stack_facts.h"

namespace gowhy {
namespace {

using Given = std::vector<std::pair<std::uint64_t, std::uint32_t>>;  // address, group; sorted

bool works(const GroupFacts& facts) noexcept {
  switch (facts.op) {
    case Operation::chan_send:
    case Operation::chan_receive:
    case Operation::select:
    case Operation::select_none:
    case Operation::cond:
    case Operation::waitgroup:
      return facts.site != facts.top;  // in a call of a library
    default:
      return true;
  }
}

// Of each such stack its first goroutine; linear in the groups and their arguments.
Given find_given(const Model& model) {
  Given given;
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const GroupFacts& facts = model.group(g);
    if (facts.site < 0 || facts.records.empty() || facts.role != nullptr || facts.elided ||
        !works(facts) || is_main(model, facts) || runs_library_code(model, facts)) {
      continue;
    }
    for (const Arg& arg : model.args(facts.records.front())) {
      const auto position = static_cast<std::size_t>(arg.frame());
      if (arg.stale() || position >= facts.frames.size()) continue;
      if (model.own(facts.frames[position])) given.emplace_back(arg.address(), g);
    }
  }
  sort_by(given, [](const auto& one) { return one.first; });
  given.erase(std::unique(given.begin(), given.end()), given.end());
  return given;
}

}  // namespace

std::vector<std::uint32_t> given_object_of(const Model& model, const Crowd& crowd) {
  std::vector<std::uint32_t> groups;
  if (crowd.ages.max >= kOldMinutes || crowd.groups.empty()) return groups;
  const GroupFacts& first = model.group(crowd.groups.front());
  if (first.records.empty() || model.function(crowd.site).receiver.empty()) return groups;
  bool exact = false;
  const std::uint64_t object = model.receiver(first.records.front(), first.site, &exact);
  if (object == 0 || !exact) return groups;
  const Given& given = model.once(find_given);
  auto at = std::lower_bound(given.begin(), given.end(), Given::value_type{object, 0});
  for (; at != given.end() && at->first == object; ++at) {
    if (!std::binary_search(crowd.groups.begin(), crowd.groups.end(), at->second)) {
      groups.push_back(at->second);
    }
  }
  return groups;
}

}  // namespace gowhy
