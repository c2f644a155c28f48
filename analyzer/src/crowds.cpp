#include "crowds.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "locks.h"
#include "roles.h"
#include "wording.h"

namespace gowhy {
namespace {

// Fewer of anything are not a pattern.
constexpr std::uint64_t kFew = 3;
// A leak that is worth more than "possible" without ages.
constexpr std::uint64_t kMany = 20;

bool is_main(const Model& model, const GroupFacts& facts) noexcept {
  return model.entry(facts) == "main.main" ||
         (!facts.records.empty() && model.dump().records[facts.records.front()].id == 1);
}

// The oldest frame that is not the runtime's: whose code the goroutine runs.
bool runs_library_code(const Model& model, const GroupFacts& facts) noexcept {
  for (std::size_t i = facts.frames.size(); i-- > 0;) {
    const Origin origin = model.origin(facts.frames[i]);
    if (origin == Origin::runtime || is_generic_root(model.name(facts.frames[i]))) continue;
    return origin != Origin::main;
  }
  return true;
}

bool contains(std::initializer_list<Operation> operations, Operation op) noexcept {
  return std::find(operations.begin(), operations.end(), op) != operations.end();
}

bool on_stack(const Model& model, const GroupFacts& facts, std::string_view name) noexcept {
  for (std::uint32_t frame : facts.frames) {
    const std::string_view found = model.name(frame);
    if (found.substr(0, name.size()) != name) continue;
    if (found.size() == name.size()) return true;
    // A closure of the function is still a part of it, but not the one that it has started.
    if (found[name.size()] == '.' && model.creator(facts) != name) return true;
  }
  return false;
}

// Goroutines of the snapshot by id, only those that are asked for.
std::unordered_map<std::uint64_t, std::uint32_t> groups_of_ids(
    const Model& model, const std::unordered_set<std::uint64_t>& ids) {
  std::unordered_map<std::uint64_t, std::uint32_t> found;
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    for (std::uint32_t record : model.group(g).records) {
      const std::uint64_t id = model.dump().records[record].id;
      if (ids.count(id) != 0) found.emplace(id, g);
    }
  }
  return found;
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

char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// Tells for each group what it may be to a crowd.
class Finder {
 public:
  Finder(const Model& model, const Crowd& crowd) : model_(model) {
    const Function& site = model.function(crowd.site);
    site_ = site.name;
    line_ = model.dump().symbols.frame_at(crowd.site).line;
    type_ = method_type(site);
    package_ = site.package;
    no_creators_ = !crowd.handler && crowd.created_by == kNone;
    sends_ = crowd.op == Operation::chan_send;
    if (!crowd.handler && crowd.created_by != kNone) creator_ = model.name(crowd.created_by);
    for (std::uint32_t frame : model.group(crowd.groups.front()).frames) {
      if (model.own(frame)) calls_.push_back(model.name(frame));
    }
  }

  [[nodiscard]] bool is_caller(const GroupFacts& facts) const {
    if (creator_ == "main.main") {
      // main never leaves main.main: it counts while it is busy there and not waiting in a call.
      return model_.site_frame(facts) != kNone && model_.name(model_.site_frame(facts)) == creator_;
    }
    if (!creator_.empty()) {
      if (on_stack(model_, facts, creator_)) return true;
      if (facts.created_by != kNone && model_.name(facts.created_by) == creator_ &&
          model_.site_frame(facts) != kNone && model_.name(model_.site_frame(facts)) != site_) {
        return true;
      }
    }
    // Without creators: a handler at work in the same package may be the call that waits for them.
    if (no_creators_ && facts.site >= 0 && runs_library_code(model_, facts) &&
        !is_main(model_, facts)) {
      return model_.function(model_.site_frame(facts)).package == package_;
    }
    const std::string_view starter = model_.creator(facts);
    return !starter.empty() && std::find(calls_.begin(), calls_.end(), starter) != calls_.end();
  }

  [[nodiscard]] bool is_server(const GroupFacts& facts) const {
    // Whoever waits at a send as well is a stage before the end, and a Cond is no channel.
    if (sends_ && (facts.op == Operation::chan_send || facts.op == Operation::cond)) return false;
    const bool own_goroutine = !runs_library_code(model_, facts);
    for (std::uint32_t frame : facts.frames) {
      const Function& function = model_.function(frame);
      if (function.name == site_) {
        if (model_.dump().symbols.frame_at(frame).line > line_) return true;
        continue;
      }
      if (own_goroutine && !type_.empty() && method_type(function) == type_) return true;
    }
    return false;
  }

 private:
  const Model& model_;
  std::string_view site_, type_, creator_;
  std::string_view package_;
  bool sends_ = false, no_creators_ = false;
  std::uint32_t line_ = 0;
  std::vector<std::string_view> calls_;
};

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

}  // namespace

std::vector<Crowd> crowds_in(const Model& model,
                             std::initializer_list<Operation> operations) noexcept {
  std::map<std::tuple<std::uint32_t, std::uint32_t, Operation, bool, bool>, std::size_t> at;
  std::vector<Crowd> crowds;
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const GroupFacts& facts = model.group(g);
    if (!contains(operations, facts.op) || facts.site < 0 || facts.site != facts.top) continue;
    if (facts.role != nullptr || is_main(model, facts)) continue;
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
  std::stable_sort(crowds.begin(), crowds.end(),
                   [](const Crowd& a, const Crowd& b) { return a.count > b.count; });
  return crowds;
}

Creators creators_of(const Model& model, const Crowd& crowd) noexcept {
  Creators creators;
  std::unordered_map<std::uint64_t, std::uint64_t> members;
  std::unordered_set<std::uint64_t> ids;
  for (std::uint32_t group : crowd.groups) {
    for (std::uint32_t record : model.group(group).records) {
      const std::uint64_t creator = model.dump().records[record].creator;
      if (creator == 0) continue;
      ++creators.known;
      ++members[creator];
      ids.insert(creator);
    }
  }
  if (creators.known == 0 || crowd.created_by == kNone) return creators;
  creators.distinct = members.size();
  const auto groups = groups_of_ids(model, ids);
  const std::string_view function = model.name(crowd.created_by);
  for (const auto& [creator, count] : members) {
    if (count > 1) creators.siblings += count;
    const auto found = groups.find(creator);
    const bool stays =
        found != groups.end() && on_stack(model, model.group(found->second), function);
    if (!stays) creators.left += count;
  }
  return creators;
}

std::uint64_t inside(const Model& model, std::string_view name) noexcept {
  std::uint64_t count = 0;
  for (const GroupFacts& facts : model.groups()) {
    if (on_stack(model, facts, name)) count += facts.count;
  }
  return count;
}

Partners partners_of(const Model& model, const Crowd& crowd) noexcept {
  Partners partners;
  const Finder finder(model, crowd);
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    if (std::binary_search(crowd.groups.begin(), crowd.groups.end(), g)) continue;
    const GroupFacts& facts = model.group(g);
    if (facts.role != nullptr && facts.role->name == "writes this dump") continue;
    if (facts.op == crowd.op && model.site_frame(facts) == crowd.site) continue;
    if (finder.is_caller(facts)) {
      partners.callers.push_back(g);
      partners.caller_count += facts.count;
    } else if (finder.is_server(facts)) {
      partners.servers.push_back(g);
      partners.server_count += facts.count;
      const bool idle = facts.op == Operation::chan_receive || facts.op == Operation::select ||
                        facts.op == Operation::cond;
      if (idle) partners.idle += facts.count;
    }
  }
  return partners;
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
                                "0 ids and ages are printed in a profile: a pool of " +
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

bool stands_still(const Model& model) noexcept {
  for (const Event& event : model.dump().events) {
    if (event.snapshot != model.snapshot_index()) continue;
    if (event.kind == Event::test_timeout) return true;
    if (event.message.find("are asleep") != std::string::npos ||
        event.message.find("are blocked") != std::string::npos) {
      return true;
    }
  }
  return false;
}

std::string_view outermost_own(const Model& model, const GroupFacts& facts) noexcept {
  for (std::size_t i = facts.frames.size(); i-- > 0;) {
    const std::string_view found = model.name(facts.frames[i]);
    if (!model.own(facts.frames[i]) || found.find(".gowrap") != std::string_view::npos ||
        found.find("dwrap\xC2\xB7") != std::string_view::npos) {
      continue;
    }
    return found;
  }
  return {};
}

std::string started_by(const Model& model, const Crowd& crowd) {
  if (crowd.created_by == kNone || crowd.handler) return {};
  return "started by " + place(model, crowd.created_by);
}

bool takes_a_context(const Model& model, const Crowd& crowd) noexcept {
  // Program text and data lie low (0x400000 on Linux, 0x100000000 on macOS), heaps from
  // 0xc000000000.
  constexpr std::uint64_t kProgramEnd = 1ull << 36;
  std::uint64_t seen = 0, found = 0;
  for (std::uint32_t g : crowd.groups) {
    const GroupFacts& facts = model.group(g);
    for (std::uint32_t record : facts.records) {
      std::uint64_t words[3] = {};
      for (const Arg& arg : model.args(record)) {
        if (static_cast<int>(arg.frame()) != facts.site || arg.slot() >= 3) continue;
        if (!arg.stale() || arg.address() >= kProgramEnd) words[arg.slot()] = arg.address();
      }
      ++seen;
      const bool first = words[0] >= 4096 && words[0] < kProgramEnd && words[1] >= kProgramEnd;
      const bool second = words[0] >= kProgramEnd && words[1] >= 4096 && words[1] < kProgramEnd &&
                          words[2] >= kProgramEnd;
      if (first || second) ++found;
      if (seen >= 64) break;
    }
  }
  return seen > 0 && found * 2 > seen;
}

bool named_like(std::string_view base, std::initializer_list<std::string_view> words) noexcept {
  for (std::string_view word : words) {
    for (std::size_t at = 0; at + word.size() <= base.size(); ++at) {
      std::size_t same = 0;
      while (same < word.size() && lower(base[at + same]) == word[same]) ++same;
      if (same == word.size()) return true;
    }
  }
  return false;
}

}  // namespace gowhy
