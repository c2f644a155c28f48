#include "leak_verdict.h"

#include <algorithm>

#include "by_crowd.h"
#include "wording.h"

namespace gowhy {
namespace {

// Fewer of anything are not a pattern.
constexpr std::uint64_t kFew = 3;
// A leak that is worth more than "possible" without ages.
constexpr std::uint64_t kMany = 20;

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

std::string were(std::uint64_t count) { return number(count) + (count == 1 ? " was" : " were"); }

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

std::string calls_words(const Creators& creators) {
  const bool one = creators.distinct == 1;
  std::string words = one ? "all by the same" : number(creators.distinct) + " different ones";
  if (creators.calls != creators.distinct) {
    words += one ? ", a connection" : ", among them connections";
    words += " of `net/http`: by the ids " + number(creators.calls) + " calls or more";
  }
  return words;
}

// The verdict where creators are printed.
void judge_by_creators(const Model& model, const Crowd& crowd, LeakVerdict& verdict) {
  const Creators& creators = verdict.creators;
  const std::string creator = starter_words(model, crowd);
  const bool many = creators.calls >= kFew && creators.calls * 8 >= creators.known;
  const bool several = many || (creators.left == creators.known && creators.by_turns());
  if (crowd.op == Operation::chan_send && creators.awaited * 2 >= creators.known) {
    verdict.evidence.push_back({true,
                                were(creators.awaited) +
                                    " started by goroutines that wait in `WaitGroup.Wait` in " +
                                    creator + ", and do not receive meanwhile",
                                {}});
    return;
  }
  if (creators.left * 2 < creators.known) {
    verdict.evidence.push_back({false,
                                were(creators.known - creators.left) +
                                    " started by goroutines that are still in " + creator,
                                {}});
    return;
  }
  // A lease, a subscription, a feed: whoever called for it is still at what it wanted that for.
  const bool serves = !crowd.handler && may_serve(crowd.op);
  const std::uint64_t in_hand = creators.kept == 0 ? 0 : creators.kept + creators.by_main;
  if (serves && in_hand * 10 >= creators.known * 8) {
    verdict.evidence.push_back({false,
                                were(creators.kept) + " started by goroutines that have left " +
                                    creator + " but are still at work, and may end them",
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
                                  calls_words(creators),
                              {}});
  // One worker for each tenant, started by the first request of that tenant, looks the same while
  // it waits for the next: only time tells.
  const bool serves_tenant = may_serve(crowd.op) && creators.siblings * 2 < creators.known;
  // Nothing at all prints a minute: the process may be seconds old, and each of them end soon.
  const bool aged = model.oldest_minutes() >= 1 || stands_still(model) || model.fragment();
  const bool lost = aged && many && !serves_tenant && crowd.count >= kMany;
  verdict.level = leak || lost ? LeakVerdict::likely : LeakVerdict::possible;
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
    const bool many = crowd.count >= (may_serve(crowd.op) ? kMany : 8);
    const bool lasts = !may_serve(crowd.op) || crowd.ages.max >= kOldMinutes;
    verdict.level = many && lasts ? LeakVerdict::likely : LeakVerdict::possible;
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

// What ids, ages and creators tell of a crowd.
struct History {
  Births births;
  Growth growth;
  Creators creators;
};

History history_of(const Model& model, const Crowd& crowd) {
  return {births_of(model, crowd.groups), growth_of(model, crowd.groups),
          creators_of(model, crowd)};
}

}  // namespace

LeakVerdict judge_leak(const Model& model, const Crowd& crowd, std::uint64_t pool) noexcept {
  LeakVerdict verdict;
  const History& history = model.once(ByCrowd<History>::none).of(crowd, model, history_of);
  verdict.births = history.births;
  verdict.growth = history.growth;
  verdict.creators = history.creators;
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
  const bool young = verdict.births.kind == Births::burst && verdict.births.late;
  if (may_end && (young || verdict.births.latest) && crowd.ages.max < 1 && !verdict.growth.known &&
      !model.fragment()) {
    verdict.level = LeakVerdict::none;
  }
  if (verdict.births.kind == Births::leak) {
    verdict.evidence.push_back(
        {true,
         number(crowd.count) + " did not begin to wait together: " + verdict.births.words,
         {}});
  } else if (verdict.births.kind == Births::together && !verdict.growth.known &&
             verdict.creators.calls < kFew) {
    verdict.evidence.push_back(
        {false, number(crowd.count) + " look born together: " + verdict.births.words, {}});
  }
  return verdict;
}

bool is_open_in_profile(const Model& model, const LeakVerdict& verdict) noexcept {
  return model.is_profile() && !model.fragment() && verdict.level <= LeakVerdict::possible &&
         !verdict.growth.known;
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

}  // namespace gowhy
