// A goroutine dump with debug=2 (and runtime.Stack of all) stops the world until every stack is
// printed (runtime.Stack, mprof.go); only one goroutine may stop the world at a time, so the others
// wait for worldsema: "semacquire" to 1.19, "stopping the world" from 1.20 where it is not another
// semaphore. CPU profiles and traces exclude each other too, and sleep for their seconds, which is
// how they work and not counted here.
#include <algorithm>

#include "finding.h"
#include "model.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::string_view kId = "profiling_pileup";
constexpr std::uint64_t kFew = 3;  // one dump is being printed, somebody else may ask by chance

std::vector<Hit> taking_profiles(const Model& model) noexcept {
  return model.find({"runtime/pprof.writeGoroutineStacks", "runtime/pprof.writeGoroutine",
                     "runtime/pprof.(*Profile).WriteTo", "runtime/pprof.StartCPUProfile",
                     "runtime/pprof.runtime_goroutineProfileWithLabels", "runtime.Stack",
                     "runtime.GoroutineProfile", "runtime/trace.Start",
                     "runtime/debug.WriteHeapDump"});
}

}  // namespace

void detect_profiling_pileup(const Model& model, Findings& out) noexcept {
  Finding finding(kId);
  std::uint64_t all = 0, waiting = 0;
  std::vector<std::uint32_t> waiters;
  for (const Hit& hit : taking_profiles(model)) {
    const std::uint32_t g = hit.group;
    if (!finding.groups.empty() && finding.groups.back() == g) continue;
    const GroupFacts& facts = model.group(g);
    all += facts.count;
    finding.groups.push_back(g);
    if (facts.op != Operation::semaphore && facts.op != Operation::lock) continue;
    waiting += facts.count;
    waiters.insert(waiters.end(), facts.records.begin(), facts.records.end());
  }
  // Profiles do not say what a goroutine waits for; being inside at the same time is all there is.
  const bool states = !model.is_profile();
  if (states ? waiting < kFew : all <= 2 * kFew) return;
  finding.goroutines = all;
  finding.confidence = waiting >= 2 * kFew ? Confidence::likely : Confidence::possible;
  finding.summary =
      count_of(all, "goroutine") + " take goroutine dumps or profiles at the same time" +
      (waiting > 0 ? ", and " + number(waiting) + " of them wait for their turn" : "") +
      ": each dump stops the whole program while it is printed, so it hardly gets to run.";
  finding.supports(number(all) + " goroutines are inside `runtime/pprof` or `runtime.Stack`");
  if (waiting > 0) {
    finding.supports(number(waiting) + " wait to stop the world, which only one may do at a time",
                     waiters);
  }
  if (model.goroutines() >= 1000) {
    finding.supports(number(model.goroutines()) + " goroutines have to be printed each time");
  }
  finding.against(
      "1 dump does not show whether this lasts: several people may have asked at this "
      "moment because something else was wrong");
  finding.next =
      "See who asks: `ss -tnp state established | grep ':PPROF_PORT'`; take `debug=1`, "
      "which stops the world only for a moment since Go 1.19";
  out.push_back(std::move(finding));
}

}  // namespace gowhy::cause
