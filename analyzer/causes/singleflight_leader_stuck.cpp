// singleflight.Do lets the first caller of a key work (doCall) and parks all others in
// WaitGroup.Wait until it is done (golang.org/x/sync/singleflight). If that leader waits for
// something without a limit, everybody who asks for the key waits with it.
//
// Followers of a leader at work are what the package is for. What it waits for, for how long, and
// how many have gathered tells: a leader that sleeps or followers without minutes are a remark
// only.
#include <algorithm>

#include "finding.h"
#include "model.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::string_view kDo = "golang.org/x/sync/singleflight.(*Group).Do";
constexpr std::string_view kCall = "golang.org/x/sync/singleflight.(*Group).doCall";
constexpr std::uint64_t kSeveral = 5, kMany = 20;
constexpr std::size_t kMost = 16;  // leaders that are worth a finding

struct Flight {
  std::vector<std::uint32_t> followers;
  std::uint64_t count = 0;
  std::int32_t oldest = -1;
  bool minutes_missing = false;  // the dump prints minutes, but none of them has any
};

Flight followers_in(const Model& model) {
  Flight flight;
  for (const Hit& hit : model.find(kDo)) {
    const GroupFacts& facts = model.group(hit.group);
    if (facts.op != Operation::waitgroup || model.has(facts, {kCall})) continue;
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
  finding.supports("No goroutine is in `doCall`");
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
  const Flight flight = followers_in(model);
  if (flight.count == 0) return;
  if (model.find(kCall).empty() && flight.oldest >= kOldMinutes && !model.fragment()) {
    report_dead_key(model, flight, out);
    return;
  }
  std::vector<std::uint32_t> seen;
  for (const Hit& hit : model.find(kCall)) {
    const GroupFacts& facts = model.group(hit.group);
    if (!is_blocked(facts.op) && facts.op != Operation::unknown) continue;
    if (std::find(seen.begin(), seen.end(), hit.group) != seen.end()) continue;
    if (seen.size() >= kMost) return;
    seen.push_back(hit.group);
    const std::int32_t oldest = std::max(flight.oldest, facts.ages.known > 0 ? facts.ages.max : -1);
    const bool old = oldest >= kOldMinutes;
    Finding finding("singleflight_leader_stuck");
    finding.confidence = old ? Confidence::likely : Confidence::possible;
    // A busy cache always has flights, and a client's time-out or a deadline leaves no frame: the
    // network answers late more often than never, and some gather meanwhile.
    const bool request = model.has(facts, {"net/http.(*Transport).roundTrip"});
    const bool slow = !old && (flight.minutes_missing || facts.op == Operation::sleep ||
                               flight.count < (is_io(facts.op) ? kMany : kSeveral) || request);
    if (slow) finding.severity = Severity::info;
    finding.groups = {hit.group};
    if (!slow) finding.victim_groups = flight.followers;
    const std::uint32_t site = model.site_frame(facts);
    const std::string where = place(model, site != kNone ? site : facts.frames.front());
    finding.summary = "1 call that " + count_of(flight.count, "goroutine") + " share " +
                      std::string(doing_of(model, facts, false)) + " in " + where +
                      oldest_for(oldest) +
                      "; everybody who asks `singleflight` for the same key waits for it.";
    finding.site = site;
    finding.created_at = facts.created_by;
    finding.supports(number(flight.count) + " wait in `singleflight.(*Group).Do` for a result");
    finding.supports("1 goroutine is in `doCall` and " +
                     std::string(doing_of(model, facts, false)));
    if (!old)
      finding.against(
          "None of them have waited for two minutes, as far as is printed: the call may just be "
          "slow");
    finding.against(
        "No keys are printed: which of several leaders a follower waits for is not known");
    finding.next =
        "Take a second dump a minute later: stuck if the same goroutine is in `doCall` at the same "
        "line";
    finding.restart = "A restart frees the followers until a call hangs again.";
    out.push_back(std::move(finding));
  }
}

}  // namespace gowhy::cause
