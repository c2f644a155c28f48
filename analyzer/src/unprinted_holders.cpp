#include "unprinted_holders.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "sort_by.h"

namespace gowhy {
namespace {

// Goroutines of one stack whose pointers are looked at.
constexpr std::size_t kMostRecords = 64;

using Places = std::unordered_map<std::string_view, std::vector<Hit>>;

bool waits_at_channel(const GroupFacts& facts) noexcept {
  return is_channel(facts.op) || facts.parked_on_channel;
}

// Where methods of the types whose locks somebody waits for stand, in goroutines that wait at a
// channel. The closure that a go statement makes of its arguments calls what it starts, and no
// more. Linear in the functions and the places of those methods.
Places find_places(const Model& model) {
  Places places;
  for (const LockView& view : lock_views(model)) {
    if (!view.lock->type.empty()) places.try_emplace(view.lock->type);
  }
  if (places.empty()) return places;
  const auto& symbols = model.dump().symbols;
  for (std::uint32_t id = 0; id < symbols.function_count(); ++id) {
    const Function& function = symbols.function_at(id);
    const auto found = places.find(method_type(function));
    if (found == places.end()) continue;
    for (const Hit& hit : model.find(function.name)) {
      const GroupFacts& facts = model.group(hit.group);
      if (waits_at_channel(facts) && !model.is_go_wrapper(facts, facts.frames[hit.position])) {
        found->second.push_back(hit);
      }
    }
  }
  for (auto& [type, hits] : places) {
    sort_stably(hits, [](const Hit& a, const Hit& b) {
      return a.group != b.group ? a.group < b.group : a.position < b.position;
    });
  }
  return places;
}

// The first goroutine of the stack whose receiver there is not known to be another object.
bool first_unknown(const Model& model, const GroupFacts& facts, int position, LockHolder& holder) {
  if (facts.records.empty()) return true;
  const std::size_t most = std::min(facts.records.size(), kMostRecords);
  for (std::uint32_t record : facts.records.first(most)) {
    bool exact = false;
    if (model.receiver(record, position, &exact) != 0 && exact) continue;
    holder.record = record;
    return true;
  }
  return false;
}

}  // namespace

std::vector<LockHolder> unprinted_holders(const Model& model, const LockView& view) {
  std::vector<LockHolder> holders;
  const Places& places = model.once(find_places);
  const auto found = places.find(view.lock->type);
  if (found == places.end()) return holders;
  std::uint32_t last = kNone;
  for (const Hit& hit : found->second) {
    if (hit.group == last) continue;
    LockHolder holder;
    holder.group = hit.group;
    holder.position = static_cast<int>(hit.position);
    if (!first_unknown(model, model.group(hit.group), holder.position, holder)) continue;
    last = hit.group;
    holders.push_back(holder);
  }
  return holders;
}

}  // namespace gowhy
