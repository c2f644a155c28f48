// time.Sleep parks on a timer and wakes (runtime/time.go, timeSleep), so each single wait is short
// and healthy; what is wrong is how many loops there are. A ticker's channel is never closed by
// Stop (time/tick.go), so `for range ticker.C` has no end of its own.
//
// A ticker loop shows as a receive. Told from other receivers by ages: it wakes at every tick, so
// old goroutines (small ids) print young waits, while a receiver that nobody serves grows old.
#include <algorithm>

#include "crowds.h"
#include "leak_verdict.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::uint64_t kAtOnce = 200;  // goroutines that a program may let sleep at the same time
constexpr std::uint64_t kLoops = 5;
constexpr std::int32_t kOldProcess = 3;  // minutes

// Others of the same birth that compute, read or lock: they pass through the sleep, no loop.
bool passes_through(const Model& model, const Crowd& crowd) {
  const std::string_view entry = model.entry(model.group(crowd.groups.front()));
  std::uint64_t elsewhere = 0;
  for (const GroupFacts& facts : model.groups()) {
    const bool same = facts.created_by == crowd.created_by && model.entry(facts) == entry;
    const bool here = facts.op == Operation::sleep && model.site_frame(facts) == crowd.site;
    if (same && !here) elsewhere += facts.count;
  }
  return elsewhere * 10 >= crowd.count;
}

// Born over half of the process's life and asleep for less than a minute each: they have woken up
// and gone to sleep again. Work that is only delayed is young, and so are the numbers of its
// goroutines.
bool has_looped(const Model& model, const Crowd& crowd) {
  if (model.oldest_minutes() < kOldProcess || crowd.count < kLoops) return false;
  if (crowd.ages.max * 2 > model.oldest_minutes()) return false;
  std::uint64_t smallest = UINT64_MAX;
  for (std::uint32_t g : crowd.groups) {
    for (std::uint32_t record : model.group(g).records) {
      smallest = std::min(smallest, model.dump().records[record].id);
    }
  }
  return smallest < model.largest_id() / 2;
}

}  // namespace

void detect_timer_loop_never_ends(const Model& model, Findings& out) noexcept {
  for (const Crowd& crowd : crowds_in(model, {Operation::sleep})) {
    if (crowd.handler) continue;
    LeakVerdict verdict = judge_leak(model, crowd, kAtOnce);
    if (verdict.level == LeakVerdict::none || passes_through(model, crowd)) continue;
    const bool looped = has_looped(model, crowd);
    const bool grows = verdict.growth.growing || verdict.level == LeakVerdict::proven;
    if (!looped && !grows && !model.fragment() && crowd.count < kAtOnce) continue;
    if (!looped && !grows) verdict.level = LeakVerdict::possible;
    // Only their number speaks, and the sleep is a part of some piece of work, not of a loop that
    // the goroutine was started for: a busy moment of that work.
    const bool piece = !looped && !grows && !model.fragment() &&
                       model.name(crowd.site) != model.group(crowd.groups.front()).own_entry;
    const bool retries = !grows && tries_again(model, model.group(crowd.groups.front()));
    Finding finding("timer_loop_never_ends");
    const std::string starter = started_by(model, crowd);
    finding.summary =
        count_of(crowd.count, "goroutine") + (crowd.count == 1 ? " sleeps" : " sleep") + " in " +
        place(model, crowd.site) + (starter.empty() ? "" : ", " + starter) +
        (retries ? ": they try something again, as it seems, until it succeeds."
         : piece ? ": that may be a piece of work that ends by itself."
                 : from_absence(model, ": loops that wait and go on, and nothing ends them",
                                "they become more and more", !is_open_in_profile(model, verdict)));
    fill(model, crowd, verdict, finding);
    if (retries) {
      finding.severity = Severity::info;
      finding.confidence = std::min(finding.confidence, Confidence::possible);
      finding.against(std::string(kTriesAgain));
    }
    if (piece) finding.severity = Severity::info;
    if (looped) {
      finding.supports(
          number(crowd.count) + " sleep for less than " + time_span(model.oldest_minutes() / 2) +
          ", though some of them are among the first goroutines of the process: they loop");
    }
    finding.against(
        "1 dump does not show whether they loop or sleep once: delayed work that ends "
        "looks the same");
    finding.next =
        "Take a second dump after several turns of the loop: ids that are still there loop";
    finding.restart = "A restart frees them until as many have been started again.";
    out.push_back(std::move(finding));
  }
}

}  // namespace gowhy::cause
