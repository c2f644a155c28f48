// `select {}` is compiled to runtime.block, which parks for good ("waits forever",
// runtime/select.go); the state says so: `select (no cases)`. In main it keeps the process alive;
// in a function that runs for each session it leaves one goroutine for each.
#include "crowds.h"
#include "leak_verdict.h"
#include "wording.h"

namespace gowhy::cause {
namespace {
constexpr std::uint64_t kParts = 3;  // parts of a program that may rightly live as long as it
constexpr std::uint64_t kMany = 20;
}  // namespace

void detect_select_no_cases(const Model& model, Findings& out) noexcept {
  for (const Crowd& crowd : crowds_in(model, {Operation::select_none})) {
    const LeakVerdict verdict = judge_leak(model, crowd, kParts);
    const bool once = crowd.count < kParts && verdict.level != LeakVerdict::proven &&
                      !verdict.growth.growing && !model.fragment();
    if (once || (verdict.growth.known && !verdict.growth.growing)) continue;
    if (verdict.level == LeakVerdict::none && verdict.creators.left * 2 < verdict.creators.known) {
      continue;
    }
    Finding finding("select_no_cases");
    finding.summary = count_of(crowd.count, "goroutine") + (crowd.count == 1 ? " has" : " have") +
                      " ended in `select {}` in " + place(model, crowd.site) +
                      oldest_for(crowd.ages.max, crowd.count) + ", and nothing can ever wake " +
                      (crowd.count == 1 ? "it." : "them.");
    fill(model, crowd, verdict, finding);
    finding.supports(number(crowd.count) +
                     " × `select (no cases)` is what the runtime prints: no "
                     "channel, timer or context can end it");
    if (crowd.count >= kMany && finding.confidence == Confidence::possible) {
      finding.confidence = Confidence::likely;
    }
    finding.against(
        "1 part of a program that lives as long as the process may wait like this on purpose");
    finding.next =
        "Count them again later: `curl -s 'http://HOST/debug/pprof/goroutine?debug=2' | grep "
        "-c 'select (no cases)'`";
    finding.restart = "A restart frees them; one more comes with each call.";
    out.push_back(std::move(finding));
  }
}

}  // namespace gowhy::cause
