#include "crowds.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "sort_by.h"
#include "wording.h"

namespace gowhy {
namespace {

// The largest crowds are looked at: a dump of 58,000 different stacks has as many of one member.
constexpr std::size_t kMostCrowds = 32;

bool contains(std::initializer_list<Operation> operations, Operation op) noexcept {
  return std::find(operations.begin(), operations.end(), op) != operations.end();
}

// A generator of a library: it runs the user's function in a goroutine of its own and sends what
// that hands to it, as samber/lo's Generator does.
bool yields_to_library(const Model& model, const GroupFacts& facts) {
  if (facts.op != Operation::chan_send || facts.site <= 0 || facts.boundary != facts.top) {
    return false;
  }
  const std::uint32_t top = model.top_frame(facts);
  const std::uint32_t oldest = facts.frames.back();
  return model.origin(top) == Origin::module && model.origin(oldest) == Origin::module &&
         model.function(top).package == model.function(oldest).package;
}

// The line at which they wait themselves, kNone if that is a library's affair. A library's line
// counts where they have waited to send for minutes: that is no way to rest, whoever's it is.
std::uint32_t waiting_line(const Model& model, const GroupFacts& facts, bool yields) {
  const bool old_send = facts.op == Operation::chan_send && facts.ages.max >= 1;
  if (old_send && facts.top >= 0 && facts.site != facts.top && !yields) {
    const std::uint32_t top = model.top_frame(facts);
    return model.origin(top) == Origin::module ? top : kNone;
  }
  // A library's goroutine that runs the user's code and waits to send there is theirs.
  const bool theirs = facts.op == Operation::chan_send && facts.site == facts.top;
  if (facts.site < 0 || (facts.site != facts.top && !yields)) return kNone;
  if (facts.role != nullptr && !theirs) return kNone;
  return model.site_frame(facts);
}

// Of all operations, in the order of their first groups.
std::vector<Crowd> all_crowds(const Model& model) {
  std::map<std::tuple<std::uint32_t, std::uint32_t, Operation, bool, bool>, std::size_t> at;
  std::vector<Crowd> crowds;
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const GroupFacts& facts = model.group(g);
    const bool yields = yields_to_library(model, facts);
    const std::uint32_t site = waiting_line(model, facts, yields);
    // main waits for signals or for its servers as long as it likes; a send wants a receiver.
    if (site == kNone || (is_main(model, facts) && facts.op != Operation::chan_send)) continue;
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
      crowd.yields = yields;
      crowd.handler = !yields && facts.site >= 0 && runs_library_code(model, facts);
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
  sort_stably(found, [](const Crowd* a, const Crowd* b) { return a->count > b->count; });
  if (found.size() > kMostCrowds) found.resize(kMostCrowds);
  std::vector<Crowd> crowds;
  for (const Crowd* crowd : found) crowds.push_back(*crowd);
  return crowds;
}

bool named_as_loop(const Function& function) noexcept {
  return named_like(function.base, {"work", "run", "loop", "consume", "send", "process", "pump",
                                    "drain", "dispatch", "flush"});
}

bool named_as_taker(const Function& function) noexcept {
  return named_as_loop(function) ||
         named_like(function.base, {"get", "pop", "next", "take", "dequeue", "receive"});
}

bool made_in_a_row(const Creators& creators, const Births& births, std::uint64_t count) noexcept {
  return creators.calls == 1 && creators.known * 10 >= count * 8 &&
         (births.contiguous || births.kind == Births::together);
}

std::string started_by(const Model& model, const Crowd& crowd) {
  if (crowd.created_by == kNone || crowd.handler) return {};
  return "started by " + place(model, crowd.created_by);
}

bool siblings_work(const Model& model, const Crowd& crowd) noexcept {
  const std::string_view entry = model.group(crowd.groups.front()).own_entry;
  const std::vector<Record>& records = model.dump().records;
  std::uint64_t first = UINT64_MAX, last = 0, working = 0;
  for (std::uint32_t g : crowd.groups) {
    for (std::uint32_t record : model.group(g).records) {
      first = std::min(first, records[record].id);
      last = std::max(last, records[record].id);
    }
  }
  for (const GroupFacts& facts : model.groups()) {
    if (facts.own_entry != entry || facts.created_by != crowd.created_by ||
        model.site_frame(facts) == crowd.site) {
      continue;
    }
    for (std::uint32_t record : facts.records) {
      working += first < records[record].id && records[record].id < last;
    }
  }
  return working > 0 && working * 8 >= crowd.count;
}

bool waits_with_context_alone(const Model& model, const Crowd& crowd) noexcept {
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
