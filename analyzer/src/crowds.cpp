#include "crowds.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "wording.h"

namespace gowhy {
namespace {

// Fewer of anything are not a pattern.
constexpr std::uint64_t kFew = 3;
// The largest crowds are looked at: a dump of 58,000 different stacks has as many of one member.
constexpr std::size_t kMostCrowds = 32;
// A leak that is worth more than "possible" without ages.
constexpr std::uint64_t kMany = 20;

bool contains(std::initializer_list<Operation> operations, Operation op) noexcept {
  return std::find(operations.begin(), operations.end(), op) != operations.end();
}

std::vector<std::uint64_t> ids_of(const Model& model, const Crowd& crowd) {
  std::vector<std::uint64_t> ids;
  for (std::uint32_t group : crowd.groups) {
    for (std::uint32_t record : model.group(group).records) {
      if (model.dump().records[record].id != 0) ids.push_back(model.dump().records[record].id);
    }
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

// Goroutines that one loop starts on one P take ids in steps of one, or of k if each turn starts k;
// every 16th time the step is another (runtime.newproc1 takes ids from the P's cache,
// _GoidCacheBatch).
bool born_in_a_loop(const std::vector<std::uint64_t>& ids) {
  if (ids.size() < 3) return false;
  std::size_t steps[5] = {};
  for (std::size_t i = 1; i < ids.size(); ++i) {
    const std::uint64_t step = ids[i] - ids[i - 1];
    if (step < 5) ++steps[step];
  }
  return ids.size() - 1 - *std::max_element(steps + 1, steps + 5) <= ids.size() / 8 + 1;
}

std::uint64_t neighbours(const std::vector<std::uint64_t>& ids) {
  std::uint64_t found = 0;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const bool before = i > 0 && ids[i] - ids[i - 1] <= 1;
    const bool after = i + 1 < ids.size() && ids[i + 1] - ids[i] <= 1;
    if (before || after) ++found;
  }
  return found;
}

// The verdict where creators are printed.
void judge_by_creators(const Model& model, const Crowd& crowd, LeakVerdict& verdict) {
  const Creators& creators = verdict.creators;
  const std::string creator = place(model, crowd.created_by);
  const bool several = creators.distinct >= kFew && creators.distinct * 8 >= creators.known;
  if (creators.left * 2 < creators.known) {
    verdict.evidence.push_back({false,
                                number(creators.known - creators.left) +
                                    " were started by goroutines that are still in " + creator,
                                {}});
    return;
  }
  const bool leak = verdict.births.kind == Births::leak;
  if (!several) {
    if (!leak) return;
    verdict.level = crowd.count >= kMany ? LeakVerdict::likely : LeakVerdict::possible;
    return;
  }
  verdict.evidence.push_back({true,
                              number(creators.left) + " of " + number(creators.known) +
                                  " were started by goroutines that have left " + creator + ", " +
                                  number(creators.distinct) + " different ones",
                              {}});
  verdict.level = leak || crowd.count >= kMany ? LeakVerdict::likely : LeakVerdict::possible;
}

// The verdict of ids and ages alone (Go 1.20 and older, Delve).
void judge_by_births(const Model& model, const Crowd& crowd, std::uint64_t pool,
                     LeakVerdict& verdict) {
  if (verdict.births.kind == Births::leak) {
    verdict.level = crowd.count >= 8 ? LeakVerdict::likely : LeakVerdict::possible;
    return;
  }
  const std::vector<std::uint64_t> ids = ids_of(model, crowd);
  if (born_in_a_loop(ids)) {
    verdict.evidence.push_back(
        {false,
         number(ids.size()) +
             " ids follow each other evenly, as of goroutines that one loop started",
         {}});
    return;
  }
  const std::string_view creator = crowd.created_by == kNone ? "" : model.name(crowd.created_by);
  const std::uint64_t still = creator.empty() ? 0 : inside(model, creator);
  if (still * 8 >= crowd.count) {
    if (still > 0) {
      verdict.evidence.push_back(
          {false,
           count_of(still, "goroutine") + " is or are still in " + place(model, crowd.created_by),
           {}});
    }
    return;
  }
  if (crowd.count > pool) {
    verdict.level = crowd.count >= 4 * pool ? LeakVerdict::likely : LeakVerdict::possible;
  } else if (crowd.count >= kFew * 3) {
    verdict.level = LeakVerdict::possible;
  }
}

// Of all operations, in the order of their first groups.
std::vector<Crowd> all_crowds(const Model& model) {
  std::map<std::tuple<std::uint32_t, std::uint32_t, Operation, bool, bool>, std::size_t> at;
  std::vector<Crowd> crowds;
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const GroupFacts& facts = model.group(g);
    if (facts.site < 0 || facts.site != facts.top) continue;
    // main waits for signals or for its servers as long as it likes; a send wants a receiver.
    if (facts.role != nullptr) continue;
    if (is_main(model, facts) && facts.op != Operation::chan_send) continue;
    const std::uint32_t site = model.site_frame(facts);
    const bool leaked = (facts.flags & kLeaked) != 0;
    const auto [known, fresh] = at.try_emplace(
        {site, facts.created_by, facts.op, facts.nil_channel, leaked}, crowds.size());
    if (fresh) {
      Crowd crowd;
      crowd.op = facts.op;
      crowd.nil_channel = facts.nil_channel;
      crowd.leaked = leaked;
      crowd.site = site;
      crowd.created_by = facts.created_by;
      crowd.handler = runs_library_code(model, facts);
      crowds.push_back(std::move(crowd));
    }
    Crowd& crowd = crowds[known->second];
    crowd.groups.push_back(g);
    crowd.count += facts.count;
    if (facts.ages.known > 0) {
      crowd.ages.min =
          crowd.ages.known == 0 ? facts.ages.min : std::min(crowd.ages.min, facts.ages.min);
      crowd.ages.max = std::max(crowd.ages.max, facts.ages.max);
      crowd.ages.known += facts.ages.known;
    }
  }
  return crowds;
}

}  // namespace

std::vector<Crowd> crowds_in(const Model& model,
                             std::initializer_list<Operation> operations) noexcept {
  std::vector<const Crowd*> found;
  for (const Crowd& crowd : model.once(all_crowds)) {
    if (contains(operations, crowd.op)) found.push_back(&crowd);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Crowd* a, const Crowd* b) { return a->count > b->count; });
  if (found.size() > kMostCrowds) found.resize(kMostCrowds);
  std::vector<Crowd> crowds;
  for (const Crowd* crowd : found) crowds.push_back(*crowd);
  return crowds;
}

bool named_as_loop(const Function& function) noexcept {
  return named_like(function.base, {"work", "run", "loop", "consume", "send", "process", "pump",
                                    "drain", "dispatch", "flush"});
}

Creators creators_of(const Model& model, const Crowd& crowd) noexcept {
  Creators creators;
  std::vector<std::uint64_t> ids;
  for (std::uint32_t group : crowd.groups) {
    for (std::uint32_t record : model.group(group).records) {
      const std::uint64_t creator = model.dump().records[record].creator;
      if (creator == 0) continue;
      ++creators.known;
      ids.push_back(creator);
    }
  }
  if (creators.known == 0 || crowd.created_by == kNone) return creators;
  std::sort(ids.begin(), ids.end());
  const std::string_view function = model.name(crowd.created_by);
  std::unordered_map<std::uint32_t, bool> stays_in;
  for (std::size_t i = 0, count = 0; i < ids.size(); i += count) {
    count = 1;
    while (i + count < ids.size() && ids[i + count] == ids[i]) ++count;
    ++creators.distinct;
    if (count > 1) creators.siblings += count;
    const std::uint32_t group = model.group_of_id(ids[i]);
    if (group == kNone) {
      creators.left += count;
      continue;
    }
    const auto [stays, fresh] = stays_in.try_emplace(group, false);
    if (fresh) stays->second = on_stack(model, model.group(group), function);
    if (!stays->second) creators.left += count;
  }
  return creators;
}

bool made_in_a_row(const Creators& creators, const Births& births, std::uint64_t count) noexcept {
  return creators.distinct == 1 && creators.known * 10 >= count * 8 &&
         (births.contiguous || births.kind == Births::together);
}

Litter litter_of(const Model& model, const Crowd& crowd, const Creators& creators) noexcept {
  if (creators.known * 10 >= crowd.count * 8) {
    return creators.siblings * 2 >= creators.known ? Litter::several : Litter::one;
  }
  const std::vector<std::uint64_t> ids = ids_of(model, crowd);
  if (ids.empty()) return Litter::unknown;
  return neighbours(ids) * 2 >= ids.size() && ids.size() > 1 ? Litter::several : Litter::one;
}

LeakVerdict judge_leak(const Model& model, const Crowd& crowd, std::uint64_t pool) noexcept {
  LeakVerdict verdict;
  verdict.births = births_of(model, crowd.groups);
  verdict.growth = growth_of(model, crowd.groups);
  verdict.creators = creators_of(model, crowd);
  if (crowd.leaked) {
    verdict.level = LeakVerdict::proven;
    verdict.evidence.push_back(
        {true,
         count_of(crowd.count, "goroutine") + " carr" + (crowd.count == 1 ? "ies" : "y") +
             " the mark `(leaked)`: the runtime proved that nothing alive can wake them",
         {}});
    return verdict;
  }
  if (verdict.growth.known) {
    const std::vector<std::uint64_t>& counts = verdict.growth.counts;
    const std::string text = number(counts.front()) + " at the first snapshot, " +
                             number(counts.back()) + " at the last";
    verdict.evidence.push_back({verdict.growth.growing, text, {}});
    if (!verdict.growth.growing) return verdict;
    verdict.level = LeakVerdict::likely;
  } else if (model.fragment()) {
    verdict.level = LeakVerdict::possible;
    verdict.evidence.push_back(
        {false, "1 excerpt does not show how many there are in the whole process", {}});
  } else if (verdict.creators.known * 10 >= crowd.count * 8) {
    judge_by_creators(model, crowd, verdict);
  } else if (!ids_of(model, crowd).empty()) {
    judge_by_births(model, crowd, pool, verdict);
  } else if (crowd.count > pool && crowd.count * 3 >= model.goroutines()) {
    verdict.level = LeakVerdict::possible;
    verdict.evidence.push_back({false,
                                "No ids and ages are printed in a profile: a pool of " +
                                    number(crowd.count) + " looks the same",
                                {}});
  }
  if (verdict.births.kind == Births::leak) {
    verdict.evidence.push_back(
        {true,
         number(crowd.count) + " did not begin to wait together: " + verdict.births.words,
         {}});
  } else if (verdict.births.kind == Births::together && !verdict.growth.known) {
    verdict.evidence.push_back(
        {false, number(crowd.count) + " look born together: " + verdict.births.words, {}});
  }
  return verdict;
}

void fill(const Model& model, const Crowd& crowd, const LeakVerdict& verdict, Finding& finding) {
  finding.groups = crowd.groups;
  finding.site = crowd.site;
  finding.created_at = crowd.created_by;
  finding.confidence = verdict.level == LeakVerdict::proven   ? Confidence::certain
                       : verdict.level == LeakVerdict::likely ? Confidence::likely
                                                              : Confidence::possible;
  finding.rate = rate_of(model, verdict.births, crowd.groups);
  finding.evidence.insert(finding.evidence.end(), verdict.evidence.begin(), verdict.evidence.end());
}

std::string started_by(const Model& model, const Crowd& crowd) {
  if (crowd.created_by == kNone || crowd.handler) return {};
  return "started by " + place(model, crowd.created_by);
}

bool waits_with_context_alone(const Model& model, const Crowd& crowd) noexcept {
  // Program text and data lie low (0x400000 on Linux, 0x100000000 on macOS), heaps from
  // 0xc000000000.
  constexpr std::uint64_t kProgramEnd = 1ull << 36;
  constexpr std::size_t kSlots = 16, kSharers = 3, kEnough = 64;
  std::uint64_t common[kSlots] = {};
  bool shared[kSlots];
  std::fill_n(shared, kSlots, true);
  std::size_t seen = 0;
  for (std::uint32_t g : crowd.groups) {
    const GroupFacts& facts = model.group(g);
    for (std::uint32_t record : facts.records) {
      if (seen == kEnough) break;
      std::uint64_t words[kSlots] = {};
      for (const Arg& arg : model.args(record)) {
        if (static_cast<int>(arg.frame()) == facts.site) words[arg.slot()] = arg.address();
      }
      for (std::size_t slot = 0; slot < kSlots; ++slot) {
        if (seen == 0) common[slot] = words[slot];
        shared[slot] = shared[slot] && words[slot] == common[slot];
      }
      ++seen;
    }
  }
  const bool context = shared[0] && common[0] >= 4096 && common[0] < kProgramEnd && shared[1] &&
                       common[1] >= kProgramEnd;
  if (seen < kSharers || !context) return false;
  for (std::size_t slot = 2; slot < kSlots; ++slot) {
    if (shared[slot] && common[slot] >= kProgramEnd) return false;
  }
  return true;
}

}  // namespace gowhy
