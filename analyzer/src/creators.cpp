// Who started a crowd, and what became of them.
#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

#include "crowds.h"

namespace gowhy {
namespace {

constexpr std::uint64_t kOneCall = 4;  // stages or shards of one call that its caller reads

// Printed minutes of one goroutine of a group, -1 if none; records are in the order of their ids.
std::int32_t minutes_of(const Model& model, const GroupFacts& facts, std::uint64_t id) {
  const auto at = std::lower_bound(
      facts.records.begin(), facts.records.end(), id,
      [&](std::uint32_t record, std::uint64_t i) { return model.dump().records[record].id < i; });
  return at != facts.records.end() && model.dump().records[*at].id == id
             ? model.dump().records[*at].minutes
             : -1;
}

}  // namespace

std::string_view starter_of(const Model& model, const Crowd& crowd) noexcept {
  if (crowd.created_by == kNone) return {};
  const std::string_view creator = model.name(crowd.created_by);
  if (model.own(crowd.created_by)) return creator;
  const std::string_view entry = outermost_own(model, model.group(crowd.groups.front()));
  const std::size_t closure = entry.find(".func");
  return closure == std::string_view::npos ? creator : entry.substr(0, closure);
}

Creators creators_of(const Model& model, const Crowd& crowd) noexcept {
  Creators creators;
  std::vector<std::pair<std::uint64_t, std::int32_t>> born;  // creator, minutes
  for (std::uint32_t group : crowd.groups) {
    for (std::uint32_t index : model.group(group).records) {
      const Record& record = model.dump().records[index];
      if (record.creator == 0) continue;
      ++creators.known;
      born.emplace_back(record.creator, record.minutes);
    }
  }
  if (creators.known == 0 || crowd.created_by == kNone) return creators;
  std::sort(born.begin(), born.end());
  const std::string_view function = starter_of(model, crowd);
  std::unordered_map<std::uint32_t, bool> stays_in;
  for (std::size_t i = 0, count = 0; i < born.size(); i += count) {
    const std::uint64_t id = born[i].first;
    count = 1;
    while (i + count < born.size() && born[i + count].first == id) ++count;
    ++creators.distinct;
    if (count > 1) creators.siblings += count;
    const std::uint32_t group = model.group_of_id(id);
    if (group == kNone) {
      creators.left += count;
      continue;
    }
    const std::int32_t waits = minutes_of(model, model.group(group), id);
    for (std::size_t k = i; k < i + count; ++k) {
      if (waits - std::max(born[k].second, 0) >= kMoved) ++creators.moved;
    }
    const auto [stays, fresh] = stays_in.try_emplace(group, false);
    if (fresh) stays->second = on_stack(model, model.group(group), function);
    const GroupFacts& facts = model.group(group);
    if (!stays->second) {
      creators.left += count;
      // Waiting at a channel itself it does not read from theirs, where a sender is ready. And a
      // plain receive may be for what they bring: then it will not end them.
      const bool waits_itself =
          facts.site == facts.top &&
          (crowd.op == Operation::chan_send ? is_channel(facts.op)
                                            : facts.op == Operation::chan_receive);
      if (facts.site >= 0 && !waits_itself && !is_main(model, facts)) {
        creators.kept += std::min<std::uint64_t>(count, kOneCall);
      }
    } else if (facts.op == Operation::waitgroup) {
      creators.awaited += count;
    }
  }
  return creators;
}

}  // namespace gowhy
