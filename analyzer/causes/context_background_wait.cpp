// `<-ctx.Done()` waits until somebody cancels that context. If it is the one of the process instead
// of the one of the request, a goroutine stays for each request (context/context.go, Done returns
// the channel that cancel closes).
//
// The dump shows a plain channel receive. That it waits for a context is read from the arguments:
// an interface, the same in all, and nothing else that all share, so no channel to receive from. A
// method is never taken for one: its receiver may keep the channel.
#include "crowds.h"
#include "leak_verdict.h"
#include "wording.h"

namespace gowhy::cause {

void detect_context_background_wait(const Model& model, Findings& out) noexcept {
  for (const Crowd& crowd : crowds_in(model, {Operation::chan_receive})) {
    if (crowd.nil_channel || crowd.handler || !waits_with_context_alone(model, crowd)) continue;
    const LeakVerdict verdict = judge_leak(model, crowd, 32);
    if (verdict.level == LeakVerdict::none) continue;
    Finding finding("context_background_wait");
    fill(model, crowd, verdict, finding);
    const std::string starter = started_by(model, crowd);
    finding.summary =
        count_of(crowd.count, "goroutine") + (crowd.count == 1 ? " waits" : " wait") + " in " +
        place(model, crowd.site) + oldest_for(crowd.ages.max, crowd.count) +
        (starter.empty() ? "" : ", " + starter) +
        ", most probably for the end of a context that does not end with what they serve.";
    finding.supports("1 interface is the first argument of " +
                     code(short_name(model.name(crowd.site))) +
                     " in all of them, as one context is, and no channel is passed beside it");
    finding.against(
        "No names of channels are printed: it may wait for another channel than `ctx.Done()`");
    finding.next =
        "See which context is passed where they are started: the one of the request, or the one of "
        "the process?";
    finding.restart = "A restart frees them until as many have been started again.";
    out.push_back(std::move(finding));
  }
}

}  // namespace gowhy::cause
