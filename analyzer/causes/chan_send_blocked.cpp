// A send waits until somebody receives or, if buffered, until there is room; only a receiver or
// close wakes it (runtime/chan.go, chansend). When the receiver has returned, every sender stays.
//
// A slow consumer makes the same picture, so this stays silent while a goroutine is there that
// could receive: one that runs a method of the same type, or the call that started the senders.
#include "senders.h"
#include "wording.h"

namespace gowhy::cause {

void detect_chan_send_blocked(const Model& model, Findings& out) noexcept {
  for (const StuckSenders& senders : stuck_senders(model)) {
    if (senders.kind != StuckSenders::other) continue;
    const Crowd& crowd = senders.crowd;
    Finding finding("chan_send_blocked");
    const std::string starter = started_by(model, crowd);
    finding.summary = count_of(crowd.count, "goroutine") + (crowd.count == 1 ? " waits" : " wait") +
                      " to send on a channel in " + place(model, crowd.site) +
                      oldest_for(crowd.ages.max, crowd.count) +
                      (starter.empty() ? "" : ", " + starter) +
                      from_absence(model, ": whoever received from it has returned or never came",
                                   "anybody still receives from it");
    fill(model, senders, finding);
    finding.next =
        "Take a second dump a minute later: the same ids at the same line prove it; then look who "
        "receives from this channel and on which paths it returns";
    finding.restart = "A restart frees them until the receiver leaves again.";
    out.push_back(std::move(finding));
  }
}

}  // namespace gowhy::cause
