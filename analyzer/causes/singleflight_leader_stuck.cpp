// singleflight.Do lets the first caller of a key work and parks all others in WaitGroup.Wait until
// it is done (golang.org/x/sync/singleflight, doCall; its copies, as groupcache's, work in Do). If
// that leader waits for something without a limit, everybody who asks for the key waits with it.
//
// Followers of a leader at work are what the package is for. What it waits for, for how long, and
// how many have gathered tells: a leader that sleeps or followers without minutes are a remark
// only.
#include <algorithm>
#include <span>
#include <vector>

#include "finding.h"
#include "model.h"
#include "sort_by.h"
#include "stack_facts.h"
#include "waits.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::uint64_t kSeveral = 5, kMany = 20;
constexpr std::size_t kMost = 16;  // leaders that are worth a finding

struct Flight {
  std::vector<std::uint32_t> followers;
  std::uint64_t count = 0;
  std::int32_t oldest = -1;
  bool minutes_missing = false;  // the dump prints minutes, but none of them has any
};

// Where such a method of any package singleflight stands. That of the standard library joins
// lookups of names, which have a time-out.
std::vector<Hit> hits_of(const Model& model, std::string_view base) {
  constexpr std::string_view kPackage = "/singleflight";
  const Symbols& symbols = model.dump().symbols;
  std::vector<Hit> hits;
  for (std::uint32_t id = 0; id < symbols.function_count(); ++id) {
    const Function& function = symbols.function_at(id);
    const std::string_view package = function.package;
    if (function.receiver != "Group" || function.base != base || function.closure_depth > 0 ||
        package.size() < kPackage.size() ||
        package.substr(package.size() - kPackage.size()) != kPackage ||
        package == "internal/singleflight") {
      continue;
    }
    const std::span<const Hit> found = model.hits_of(id);
    hits.insert(hits.end(), found.begin(), found.end());
  }
  return hits;
}

bool follows(const Model& model, const Hit& hit) {
  const GroupFacts& facts = model.group(hit.group);
  return facts.op == Operation::waitgroup && facts.top == static_cast<int>(hit.position);
}

// Who works for a key: in doCall, or in Do above which the call stands.
std::vector<std::uint32_t> leaders_in(const Model& model, const std::vector<Hit>& calls) {
  std::vector<std::uint32_t> leaders;
  for (const Hit& hit : hits_of(model, "doCall")) leaders.push_back(hit.group);
  for (const Hit& hit : calls) {
    if (!follows(model, hit)) leaders.push_back(hit.group);
  }
  keep_distinct(leaders);
  return leaders;
}

Flight followers_in(const Model& model, const std::vector<Hit>& calls) {
  Flight flight;
  for (const Hit& hit : calls) {
    if (!follows(model, hit)) continue;
    const GroupFacts& facts = model.group(hit.group);
    flight.followers.push_back(hit.group);
    flight.count += facts.count;
    if (facts.ages.known > 0) flight.oldest = std::max(flight.oldest, facts.ages.max);
  }
  flight.minutes_missing = model.has_minutes() && flight.oldest < 0;
  return flight;
}

// Nobody is in doCall, and they have waited for minutes: their leader is gone without the end of
// its call, as it was to v0.0.0-20200317015054 when it panicked or called Goexit (golang/go#33519).
void report_dead_key(const Model& model, const Flight& flight, Findings& out) {
  const GroupFacts& facts = model.group(flight.followers.front());
  Finding finding("singleflight_leader_stuck");
  finding.confidence = Confidence::likely;
  finding.groups = flight.followers;
  finding.site = model.site_frame(facts);
  finding.created_at = facts.created_by;
  finding.summary =
      count_of(flight.count, "goroutine") + (flight.count == 1 ? " waits" : " wait") +
      " in `singleflight.(*Group).Do`" +
      (finding.site == kNone ? std::string() : ", called in " + place(model, finding.site)) +
      oldest_for(flight.oldest, flight.count) +
      ", and nobody is in the call that they share: it panicked or called `runtime.Goexit`, and "
      "its key stays taken.";
  finding.supports("No goroutine is in the call for which they wait");
  finding.supports(time_span(flight.oldest) + " is how long the oldest has waited for the result");
  finding.against(
      "No version of `golang.org/x/sync` is looked at: since October 2020 it passes a panic on");
  finding.next =
      "`go list -m golang.org/x/sync`, and search the log for a panic that was recovered at that "
      "time";
  finding.restart = "A restart frees the key until its call panics again.";
  out.push_back(std::move(finding));
}

}  // namespace

void detect_singleflight_leader_stuck(const Model& model, Findings& out) noexcept {
  const std::vector<Hit> calls = hits_of(model, "Do");
  const Flight flight = followers_in(model, calls);
  if (flight.count == 0) return;
  const std::vector<std::uint32_t> leaders = leaders_in(model, calls);
  if (leaders.empty() && flight.oldest >= kOldMinutes && !model.fragment()) {
    report_dead_key(model, flight, out);
    return;
  }
  // Which followers wait for which leader is not printed: on average so many for each.
  const std::uint64_t calls_made = std::max<std::uint64_t>(goroutines_in(model, leaders), 1);
  const std::uint64_t share = (flight.count + calls_made - 1) / calls_made;
  std::size_t told = 0;
  for (std::uint32_t leader : leaders) {
    const GroupFacts& facts = model.group(leader);
    if (!is_blocked(facts.op) && facts.op != Operation::unknown) continue;
    if (++told > kMost) return;
    const std::int32_t oldest = std::max(flight.oldest, facts.ages.known > 0 ? facts.ages.max : -1);
    const bool old = oldest >= kOldMinutes;
    Finding finding("singleflight_leader_stuck");
    finding.confidence = old ? Confidence::likely : Confidence::possible;
    // A busy cache always has flights, and a client's time-out or a deadline leaves no frame: the
    // network answers late more often than never, and some gather meanwhile.
    const bool request = model.has(facts, {"net/http.(*Transport).roundTrip"});
    // A place in an errgroup's limit comes free when one of its goroutines ends.
    const bool queues = has_prefix(model, facts, "golang.org/x/sync/errgroup.(*Group).Go");
    const bool slow = !old && (flight.minutes_missing || facts.op == Operation::sleep || queues ||
                               share < (is_io(facts.op) ? kMany : kSeveral) || request);
    if (slow) finding.severity = Severity::info;
    finding.groups = {leader};
    if (!slow) finding.victim_groups = flight.followers;
    const std::uint32_t site = model.site_frame(facts);
    const std::string where = place(model, site != kNone ? site : facts.frames.front());
    finding.summary =
        (calls_made == 1 ? "1 call that " : "1 of " + number(calls_made) + " calls that ") +
        count_of(flight.count, "goroutine") + (flight.count == 1 ? " shares " : " share ") +
        std::string(doing_of(model, facts, false)) + " in " + where + oldest_for(oldest) +
        "; everybody who asks `singleflight` for the same key waits for it.";
    finding.site = site;
    finding.created_at = facts.created_by;
    finding.supports(number(flight.count) + " wait in `singleflight.(*Group).Do` for a result");
    finding.supports("1 goroutine is in that call and " +
                     std::string(doing_of(model, facts, false)));
    if (!old)
      finding.against(
          "None of them have waited for two minutes, as far as is printed: the call may just be "
          "slow");
    finding.against(
        "No keys are printed: which of several leaders a follower waits for is not known");
    finding.next =
        "Take a second dump a minute later: stuck if the same goroutine is in that call at the "
        "same "
        "line";
    finding.restart = "A restart frees the followers until a call hangs again.";
    out.push_back(std::move(finding));
  }
}

}  // namespace gowhy::cause
