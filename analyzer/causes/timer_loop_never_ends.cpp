// time.Sleep parks on a timer and wakes (runtime/time.go, timeSleep), so each single wait is short and
// healthy; what is wrong is how many loops there are. A ticker's channel is never closed by Stop
// (time/tick.go), so `for range ticker.C` has no end of its own.
//
// A ticker loop shows as a receive. Told from other receivers by ages: it wakes at every tick, so
// old goroutines (small ids) print young waits, while a receiver that nobody serves grows old.
#include "crowds.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::uint64_t kAtOnce = 32;  // goroutines that a program may let sleep at the same time
constexpr std::uint64_t kLoops = 10;

// Others of the same birth that compute, read or lock: they pass through the sleep, no loop.
bool passes_through(const Model& model, const Crowd& crowd) {
  if (crowd.created_by == kNone) return false;
  std::uint64_t elsewhere = 0;
  for (const GroupFacts& facts : model.groups()) {
    if (facts.created_by == crowd.created_by && facts.op != Operation::sleep) elsewhere += facts.count;
  }
  return elsewhere * 10 >= crowd.count;
}

}  // namespace

void detect_timer_loop_never_ends(const Model& model, Findings& out) noexcept {
  for (const Crowd& crowd : crowds_in(model, {Operation::sleep})) {
    if (crowd.handler) continue;
    LeakVerdict verdict = judge_leak(model, crowd, kAtOnce);
    if (verdict.level == LeakVerdict::none || passes_through(model, crowd)) continue;
    if (crowd.count < kLoops && verdict.level < LeakVerdict::likely && !model.fragment()) continue;
    Finding finding("timer_loop_never_ends");
    const std::string starter = started_by(model, crowd);
    finding.summary = count_of(crowd.count, "goroutine") + (crowd.count == 1 ? " sleeps" : " sleep") +
                      " in " + place(model, crowd.site) + (starter.empty() ? "" : ", " + starter) +
                      ": loops that wait and go on, and nothing ends them.";
    fill(model, crowd, verdict, finding);
    finding.against("1 dump does not show whether they loop or sleep once: delayed work that ends "
                    "looks the same");
    finding.next = "Take a second dump after several turns of the loop: ids that are still there loop";
    finding.restart = "A restart frees them until as many have been started again.";
    out.push_back(std::move(finding));
  }
}

}  // namespace gowhy::cause
