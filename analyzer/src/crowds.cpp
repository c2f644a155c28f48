#include "crowds.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "sort_by.h"
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

// What serves others waits so between two pieces of work.
bool may_serve(Operation op) noexcept {
  return op == Operation::chan_receive || op == Operation::select;
}

bool has_ids(const Model& model, const Crowd& crowd) {
  return std::any_of(crowd.groups.begin(), crowd.groups.end(), [&](std::uint32_t group) {
    const auto& records = model.group(group).records;
    return std::any_of(records.begin(), records.end(),
                       [&](std::uint32_t record) { return model.dump().records[record].id != 0; });
  });
}

// The function that started them, with its line when that is the user's own.
std::string starter_words(const Model& model, const Crowd& crowd) {
  if (crowd.created_by == kNone || model.own(crowd.created_by)) {
    return place(model, crowd.created_by);
  }
  const std::string_view starter = starter_of(model, crowd);
  return starter.empty() ? place(model, crowd.created_by) : code(short_name(starter));
}

// A third of the process, alone or with crowds of the same number, as the stages of one pipeline
// are, of which each call leaves one.
bool is_large_part(const Model& model, const Crowd& crowd) {
  std::uint64_t together = crowd.count;
  for (const GroupFacts& facts : model.groups()) {
    if (facts.count == crowd.count && facts.site >= 0 && facts.site == facts.top &&
        model.site_frame(facts) != crowd.site && facts.op == crowd.op) {
      together += facts.count;
    }
  }
  return together * 3 >= model.goroutines();
}

// The verdict where creators are printed.
void judge_by_creators(const Model& model, const Crowd& crowd, LeakVerdict& verdict) {
  const Creators& creators = verdict.creators;
  const std::string creator = starter_words(model, crowd);
  const bool several = creators.distinct >= kFew && creators.distinct * 8 >= creators.known;
  if (crowd.op == Operation::chan_send && creators.awaited * 2 >= creators.known) {
    verdict.evidence.push_back(
        {true,
         number(creators.awaited) +
             " were started by goroutines that wait in `WaitGroup.Wait` in " + creator +
             ", and do not receive meanwhile",
         {}});
    return;
  }
  if (creators.left * 2 < creators.known) {
    verdict.evidence.push_back({false,
                                number(creators.known - creators.left) +
                                    " were started by goroutines that are still in " + creator,
                                {}});
    return;
  }
  // A lease, a subscription, a feed: whoever called for it is still at what it wanted that for.
  const bool serves = !crowd.handler && may_serve(crowd.op);
  if (serves && creators.kept * 10 >= creators.known * 8) {
    verdict.evidence.push_back({false,
                                number(creators.kept) +
                                    " were started by goroutines that have left " + creator +
                                    " but are still at work, and may end them",
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
  // One worker for each tenant, started by the first request of that tenant, looks the same while
  // it waits for the next: only time tells.
  const bool serves_tenant = may_serve(crowd.op) && creators.siblings * 2 < creators.known;
  verdict.level = leak || (!serves_tenant && crowd.count >= kMany) ? LeakVerdict::likely
                                                                   : LeakVerdict::possible;
}

// In a profile only the name of a closure tells who started it, and that is still at it.
bool starter_stays(const Model& model, const Crowd& crowd) {
  if (!may_serve(crowd.op)) return false;
  const std::string_view entry = model.group(crowd.groups.front()).own_entry;
  const std::size_t closure = entry.find(".func");
  return closure != std::string_view::npos &&
         in_call_of(model, entry.substr(0, closure)) * 8 >= crowd.count;
}

// net/http calls ServeHTTP for each request. What a closure of it receives comes from that request,
// and none is in it any more.
bool started_by_requests(const Model& model, const Crowd& crowd) {
  return crowd.op == Operation::chan_receive &&
         model.group(crowd.groups.front()).own_entry.find(".ServeHTTP.func") !=
             std::string_view::npos;
}

// One call in progress for each may be what they serve: without creators nothing else tells.
bool may_serve_calls(const Model& model, const Crowd& crowd) {
  return may_serve(crowd.op) && !crowd.handler && calls_in_progress(model) >= crowd.count;
}

// The verdict of ids and ages alone (Go 1.20 and older, Delve).
void judge_by_births(const Model& model, const Crowd& crowd, std::uint64_t pool,
                     LeakVerdict& verdict) {
  if (verdict.births.kind == Births::leak) {
    // Sessions that were opened one after the other have as many loops, and those live on.
    verdict.level = crowd.count >= (may_serve(crowd.op) ? kMany : 8) ? LeakVerdict::likely
                                                                     : LeakVerdict::possible;
    return;
  }
  if (verdict.births.in_a_loop) {
    verdict.evidence.push_back(
        {false,
         number(verdict.births.count) +
             " ids follow each other evenly, as of goroutines that one loop started",
         {}});
    return;
  }
  const std::string_view creator = crowd.created_by == kNone ? "" : model.name(crowd.created_by);
  const std::uint64_t still = creator.empty() ? 0 : inside(model, creator);
  if (still * 8 >= crowd.count) {
    if (still > 0) {
      verdict.evidence.push_back({false,
                                  count_of(still, "goroutine") + (still == 1 ? " is" : " are") +
                                      " still in " + place(model, crowd.created_by),
                                  {}});
    }
    return;
  }
  if (may_serve_calls(model, crowd)) return;
  if (crowd.count > pool) {
    verdict.level = crowd.count >= 4 * pool ? LeakVerdict::likely : LeakVerdict::possible;
  } else if (crowd.count >= kFew * 3) {
    verdict.level = LeakVerdict::possible;
  }
}

// A generator of a library: it runs the user's function in a goroutine of its own and sends what
// that hands to it, as samber/lo's Generator does.
bool yields_to_library(const Model& model, const GroupFacts& facts) {
  if (facts.op != Operation::chan_send || facts.site <= 0 || facts.boundary != facts.top) {
    return false;
  }
  const std::uint32_t top = facts.frames[static_cast<std::size_t>(facts.top)];
  const std::uint32_t oldest = facts.frames.back();
  return model.origin(top) == Origin::module && model.origin(oldest) == Origin::module &&
         model.function(top).package == model.function(oldest).package;
}

// The line at which they wait themselves, kNone if that is a library's affair. A library's line
// counts where they have waited to send for minutes: that is no way to rest, whoever's it is.
std::uint32_t waiting_line(const Model& model, const GroupFacts& facts, bool yields) {
  const bool old_send = facts.op == Operation::chan_send && facts.ages.max >= 1;
  if (old_send && facts.top >= 0 && facts.site != facts.top && !yields) {
    const std::uint32_t top = facts.frames[static_cast<std::size_t>(facts.top)];
    return model.origin(top) == Origin::module ? top : kNone;
  }
  if (facts.site < 0 || (facts.site != facts.top && !yields) || facts.role != nullptr) return kNone;
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

bool made_in_a_row(const Creators& creators, const Births& births, std::uint64_t count) noexcept {
  return creators.distinct == 1 && creators.known * 10 >= count * 8 &&
         (births.contiguous || births.kind == Births::together);
}

namespace {

// One idle goroutine of an excerpt that nothing speaks against: it has waited for less than a
// minute (traceback.go, goroutineheader, prints minutes from the first on), or others beside it
// have waited for a lock for minutes, and they are what was meant.
bool only_idles(const Model& model, const Crowd& crowd) {
  constexpr std::uint64_t kExcerpt = 16;
  if (!may_serve(crowd.op) || crowd.count > 1 || model.goroutines() > kExcerpt) return false;
  if (model.snapshot().format == Format::traceback && !model.snapshot().crash &&
      crowd.ages.max < 1) {
    return true;
  }
  return std::any_of(model.groups().begin(), model.groups().end(), [](const GroupFacts& facts) {
    return is_lock_wait(facts.op) && facts.ages.max >= 1;
  });
}

}  // namespace

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
    if (only_idles(model, crowd)) return verdict;
    verdict.level = LeakVerdict::possible;
    verdict.evidence.push_back(
        {false, "1 excerpt does not show how many there are in the whole process", {}});
  } else if (starts_what_it_is_given(model, crowd.created_by)) {
    // Somebody keeps count of these, to wait for their end: loops of connections and of objects.
    if (verdict.births.kind == Births::leak && crowd.count > pool) {
      verdict.level = LeakVerdict::possible;
    }
  } else if (verdict.creators.known * 10 >= crowd.count * 8) {
    judge_by_creators(model, crowd, verdict);
  } else if (has_ids(model, crowd)) {
    judge_by_births(model, crowd, pool, verdict);
  } else if (crowd.count > (started_by_requests(model, crowd) ? kFew * 3 : pool) &&
             is_large_part(model, crowd) && !starter_stays(model, crowd) &&
             !may_serve_calls(model, crowd)) {
    verdict.level = LeakVerdict::possible;
    verdict.evidence.push_back({false,
                                "No ids and ages are printed in a profile: a pool of " +
                                    number(crowd.count) + " looks the same",
                                {}});
  }
  // A loop with a ticker is woken too, but then no wait is as old as the process.
  const bool since_start = crowd.ages.max * 10 >= model.oldest_minutes() * 8;
  if (verdict.level > LeakVerdict::none && verdict.births.kind == Births::leak &&
      !verdict.growth.known && since_start) {
    const std::uint64_t woken = woken_in(model, crowd.groups);
    verdict.in_use = woken * 4 >= crowd.count;
    if (verdict.in_use) {
      verdict.level = LeakVerdict::possible;
      verdict.evidence.push_back(
          {false,
           number(woken) + " began to wait after others that were started later: they have been "
                           "woken since, and still get work",
           {}});
    }
  }
  // A leak has left something of the calls before. None of these is old in a process that is, so
  // they end: by a timer or a deadline, which a receive or a select may wait for.
  const bool may_end = may_serve(crowd.op) || crowd.op == Operation::sleep;
  if (may_end && verdict.births.kind == Births::burst && verdict.births.late &&
      !verdict.growth.known && !model.fragment()) {
    verdict.level = LeakVerdict::none;
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
  finding.site = crowd.site != kNone && model.own(crowd.site)
                     ? crowd.site
                     : model.site_frame(model.group(crowd.groups.front()));
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
