// A send to or a receive from a nil channel parks without a queue to be found in (runtime/chan.go:
// "if c == nil … gopark(nil, nil, waitReasonChanSendNilChan, …)"), so nobody can wake it; the state
// names it. In a select a nil channel is only a case that is switched off, and the state is
// `select`.
#include "crowds.h"
#include "leak_verdict.h"
#include "wording.h"

namespace gowhy::cause {

void detect_chan_nil(const Model& model, Findings& out) noexcept {
  for (const Crowd& crowd : crowds_in(model, {Operation::chan_send, Operation::chan_receive})) {
    if (!crowd.nil_channel) continue;
    const bool sends = crowd.op == Operation::chan_send;
    Finding finding("chan_nil");
    fill(model, crowd, {}, finding);
    finding.confidence = Confidence::certain;
    finding.summary = count_of(crowd.count, "goroutine") + (crowd.count == 1 ? " waits" : " wait") +
                      (sends ? " to send to" : " to receive from") + " a nil channel in " +
                      place(model, crowd.site) + oldest_for(crowd.ages.max, crowd.count) +
                      ": the channel was never made, so nothing can wake " +
                      (crowd.count == 1 ? "it." : "them.");
    finding.supports(number(crowd.count) + " × `" +
                     std::string(sends ? "chan send" : "chan receive") +
                     " (nil chan)` is what the runtime prints");
    if (sends) {
      finding.against("No lines show why the channel was not made: it may depend on a setting");
    } else {
      finding.against(
          "1 other reading: `<-ctx.Done()` of a context made from `context.Background()` "
          "without `WithCancel` is a nil channel too");
    }
    finding.next = "Look for the `make` of the channel used in " + place(model, crowd.site) +
                   ": on which path is it left out?";
    finding.restart = "A restart frees them until the same path is taken again.";
    out.push_back(std::move(finding));
  }
}

}  // namespace gowhy::cause
