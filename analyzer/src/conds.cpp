#include "conds.h"

#include <algorithm>
#include <map>
#include <unordered_set>
#include <utility>

#include "locks.h"
#include "sort_by.h"
#include "stack_facts.h"
#include "wait_workers.h"

namespace gowhy {
namespace {

// sync.runtime_notifyListWait(l *notifyList, t uint32) is given the list that lies in the Cond
// (sync/cond.go: "runtime_notifyListWait(&c.notify, t)"); its words are never printed stale.
std::uint64_t list_of(const Model& model, const GroupFacts& facts, std::uint32_t record) {
  for (const Arg& arg : model.args(record)) {
    const auto position = static_cast<int>(arg.frame());
    if (position >= facts.top) break;
    if (arg.slot() != 0 || arg.stale() || arg.address() < 4096) continue;
    const std::uint32_t frame = facts.frames[static_cast<std::size_t>(position)];
    if (model.name(frame) == "sync.runtime_notifyListWait") return arg.address();
  }
  return 0;
}

void add(Cond& cond, std::uint32_t group) {
  if (cond.groups.empty() || cond.groups.back() != group) cond.groups.push_back(group);
}

std::vector<Cond> find_conds(const Model& model) {
  std::map<std::pair<std::uint64_t, std::string_view>, std::size_t> at;
  std::vector<Cond> found;
  const auto cond_for = [&](std::uint64_t address, std::string_view type) -> Cond& {
    const auto [known, fresh] = at.try_emplace({address, type}, found.size());
    if (fresh) {
      found.emplace_back();
      found.back().address = address;
      found.back().type = type;
    }
    return found[known->second];
  };
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const GroupFacts& facts = model.group(g);
    if (facts.op != Operation::cond || facts.top < 0 || facts.elided) continue;
    const std::uint32_t frame = model.top_frame(facts);
    const std::string_view type = method_type(model.function(frame));
    if (type.empty()) continue;
    for (std::uint32_t record : facts.records) {
      Cond& cond = cond_for(list_of(model, facts, record), type);
      add(cond, g);
      cond.records.push_back(record);
      cond.count += 1;
      cond.oldest = std::max(cond.oldest, model.dump().records[record].minutes);
    }
    if (facts.records.empty()) {
      Cond& cond = cond_for(0, type);
      add(cond, g);
      cond.count += facts.count;
    }
  }
  for (Cond& cond : found) keep_distinct(cond.records);
  return found;
}

bool puts(const Function& function) noexcept {
  return named_like(function.base, {"push", "put", "enqueue", "offer", "write", "send", "add",
                                    "publish", "submit", "append", "insert"});
}

bool takes(const Function& function) noexcept {
  return named_like(function.base, {"pop", "take", "dequeue", "poll", "read", "recv", "receive",
                                    "get", "next", "fetch", "consume", "remove"});
}

// The types of which somebody who does not wait at a Cond is in a method.
std::unordered_set<std::string_view> types_at_work(const Model& model) {
  std::vector<bool> seen(model.dump().symbols.function_count());
  std::unordered_set<std::string_view> types;
  for (const GroupFacts& facts : model.groups()) {
    if (facts.op == Operation::cond) continue;
    for (std::uint32_t frame : facts.frames) {
      const std::uint32_t function = model.function_id(frame);
      if (seen[function]) continue;
      seen[function] = true;
      const std::string_view type = method_type(model.function(frame));
      if (!type.empty()) types.insert(type);
    }
  }
  return types;
}

// Counts the goroutines of a Cond that wait in one group, on the side that its method names.
void count_side(const Model& model, std::uint32_t group, std::uint64_t members, TwoSides& sides) {
  const GroupFacts& facts = model.group(group);
  const std::uint32_t frame = model.top_frame(facts);
  const bool put = puts(model.function(frame)), take = takes(model.function(frame));
  if (put == take) return;
  std::uint32_t& side = put ? sides.put : sides.take;
  if (side == kNone) side = frame;
  (put ? sides.putting : sides.taking) += members;
}

// With two Conds, a full queue may be another one than the empty one, and its worker busy.
bool nobody_works(const Model& model) {
  return std::none_of(model.groups().begin(), model.groups().end(),
                      [&](const GroupFacts& facts) { return may_come_to_cond(model, facts); });
}

void count_sides(const Model& model, const Cond& cond, TwoSides& sides) {
  for (std::uint32_t record : cond.records) {
    count_side(model, model.group_of_record(record), 1, sides);
  }
  for (std::uint32_t group : cond.groups) {
    const GroupFacts& facts = model.group(group);
    if (facts.records.empty()) count_side(model, group, facts.count, sides);
  }
}

// The only other Cond of the same type at which somebody waits.
const Cond* second_of(const std::vector<Cond>& all, const Cond& cond) {
  const Cond* second = nullptr;
  for (const Cond& other : all) {
    if (&other == &cond || other.type != cond.type) continue;
    if (second != nullptr) return nullptr;
    second = &other;
  }
  return second;
}

std::vector<TwoSides> find_two_sided(const Model& model) {
  std::vector<TwoSides> found;
  constexpr std::size_t kMost = 8;
  const std::vector<Cond>& all = conds(model);
  if (all.empty()) return found;
  const std::unordered_set<std::string_view> at_work = types_at_work(model);
  const bool idle = all.size() <= kMost && nobody_works(model);
  for (const Cond& cond : all) {
    if (at_work.count(cond.type) != 0) continue;
    TwoSides sides{&cond};
    count_sides(model, cond, sides);
    // Of two Conds the one at which they take tells about both.
    if (idle && sides.putting == 0) sides.other = second_of(all, cond);
    if (sides.other != nullptr) count_sides(model, *sides.other, sides);
    if (sides.putting > 0 && sides.taking > 0) found.push_back(sides);
    if (found.size() == kMost) break;
  }
  return found;
}

}  // namespace

bool may_come_to_cond(const Model& model, const GroupFacts& facts) noexcept {
  return facts.op != Operation::cond && !is_lock_wait(facts.op) && is_at_work(model, facts);
}

const std::vector<Cond>& conds(const Model& model) noexcept { return model.once(find_conds); }

const std::vector<TwoSides>& two_sided_conds(const Model& model) noexcept {
  return model.once(find_two_sided);
}

}  // namespace gowhy
