// While a collection marks, who allocates must pay for it (runtime/mgcmark.go, gcAssistAlloc): it
// marks objects itself ("GC assist marking") and, when there is nothing left that it could mark,
// waits in the assist queue until the background workers have earned enough ("GC assist wait"). "GC
// sweep wait" of a user's goroutine is the same for sweeping. One or two are ordinary in a program
// that allocates; many mean that the program allocates faster than the collector follows, or that a
// memory limit makes it collect without a pause.
#include <algorithm>

#include "finding.h"
#include "model.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::string_view kId = "gc_pressure";
constexpr std::uint64_t kMany = 16;

bool helps_collector(const GroupFacts& facts) noexcept {
  return facts.state == "GC assist wait" || facts.state == "GC assist marking" ||
         (facts.state == "GC sweep wait" && facts.site >= 0);
}

}  // namespace

void detect_gc_pressure(const Model& model, Findings& out) noexcept {
  Finding finding(kId);
  std::uint64_t waiting = 0, marking = 0, running = 0;
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const GroupFacts& facts = model.group(g);
    if (facts.op == Operation::running || facts.op == Operation::runnable) running += facts.count;
    if (!helps_collector(facts)) continue;
    (facts.state == "GC assist marking" ? marking : waiting) += facts.count;
    finding.groups.push_back(g);
  }
  const std::uint64_t total = waiting + marking;
  // A fifth of all that has work to do: below that the collector is not what holds the program up.
  if (total < kMany || total * 5 < total + running) return;
  finding.confidence = total >= 2 * kMany ? Confidence::likely : Confidence::possible;
  finding.site = model.site_frame(model.group(finding.groups.front()));
  finding.summary =
      number(total) + " goroutines cannot go on because they must help the garbage collector";
  if (finding.site != kNone)
    finding.summary += ", most of them where " + place(model, finding.site) + " allocates";
  finding.summary += ": the program allocates faster than the collector can follow.";
  if (waiting > 0) {
    finding.supports(number(waiting) + " wait for the collector to catch up, and " +
                     number(running) + " can run");
  }
  if (marking > 0)
    finding.supports(number(marking) + " mark objects instead of doing their own work");
  finding.against(
      "1 dump is one moment of one collection: how often they run, and whether a memory limit "
      "forces them, is not in the text");
  finding.next =
      "Run it with `GODEBUG=gctrace=1`: several lines a second, with nearly the same size before "
      "and after, is too little memory for what is alive";
  finding.restart = "A restart helps until as much is alive again.";
  out.push_back(std::move(finding));
}

}  // namespace gowhy::cause
