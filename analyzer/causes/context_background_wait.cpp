// `<-ctx.Done()` waits until somebody cancels that context. If it is the one of the process instead
// of the one of the request, a goroutine stays for each request (context/context.go, Done returns
// the channel that cancel closes).
//
// The dump shows a plain channel receive. That it waits for a context is read from the arguments:
// the function takes an interface, two words of which the first lies in the program and the second
// in the heap, first or right behind its receiver, where Go programs pass their context.
#include "crowds.h"
#include "wording.h"

namespace gowhy::cause {

void detect_context_background_wait(const Model& model, Findings& out) noexcept {
  for (const Crowd& crowd : crowds_in(model, {Operation::chan_receive})) {
    if (crowd.nil_channel || crowd.handler || !takes_a_context(model, crowd)) continue;
    const LeakVerdict verdict = judge_leak(model, crowd, 32);
    if (verdict.level == LeakVerdict::none) continue;
    Finding finding("context_background_wait");
    fill(model, crowd, verdict, finding);
    const std::string starter = started_by(model, crowd);
    finding.summary =
        count_of(crowd.count, "goroutine") + (crowd.count == 1 ? " waits" : " wait") + " in " +
        place(model, crowd.site) + oldest_for(crowd.ages.max) +
        (starter.empty() ? "" : ", " + starter) +
        ", most probably for the end of a context that does not end with what they serve.";
    finding.supports("1 interface is the first parameter of " +
                     code(short_name(model.name(crowd.site))) +
                     ", as a context is, and the function waits to receive");
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
