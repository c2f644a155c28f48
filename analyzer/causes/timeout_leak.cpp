// A goroutine computes an answer and sends it on an unbuffered channel; the one who asked has left
// by a time-out or an early return. chansend parks until a receiver comes (runtime/chan.go: "Block
// on the channel. Some receiver will complete our operation for us"), and none ever comes.
//
// What tells it from a producer whose consumer is slow: each of these goroutines was started by a
// call of its own, and that call is over: its goroutine is gone or has left the function that the
// `created by` line names.
#include "senders.h"
#include "wording.h"

namespace gowhy::cause {

void detect_timeout_leak(const Model& model, Findings& out) noexcept {
  for (const StuckSenders& senders : stuck_senders(model)) {
    if (senders.kind != StuckSenders::answer) continue;
    const Crowd& crowd = senders.crowd;
    Finding finding("timeout_leak");
    const bool one = crowd.count == 1;
    finding.summary =
        count_of(crowd.count, "goroutine") + (one ? " waits" : " wait") + " to send in " +
        place(model, crowd.site) + oldest_for(crowd.ages.max, crowd.count) + ", each " +
        started_by(model, crowd) + ", which has returned: nobody is left who receives it.";
    if (one) {
      finding.summary =
          "1 goroutine waits to send on a channel in " + place(model, crowd.site) +
          oldest_for(crowd.ages.max, crowd.count) + "; it was " + started_by(model, crowd) +
          from_absence(model, ", which does not wait for it any more", "that still waits for it");
    }
    fill(model, senders, finding);
    finding.next =
        "Look at " + place(model, crowd.created_by) +
        ": can it, or who reads for it, leave by a time-out, an error or a `break` before "
        "all that is sent has been received? Room for all in the channel, or a `select` "
        "with a `Done` beside each send, ends them";
    finding.restart = "A restart frees them; one more stays with each such call.";
    out.push_back(std::move(finding));
  }
}

}  // namespace gowhy::cause
