// A send waits until somebody receives or, if buffered, until there is room; only a receiver or
// close wakes it (runtime/chan.go, chansend). When the receiver has returned, every sender stays.
//
// A slow consumer makes the same picture, so this stays silent while a goroutine is there that
// could receive: one that runs a method of the same type, or the call that started the senders.
#include "senders.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

std::string why(const Model& model, const StuckSenders& senders) {
  const Partners& partners = senders.partners;
  if (!senders.victims.empty()) {
    return ": " + count_of(goroutines_in(model, senders.victims), "goroutine") +
           " wait in turn to send what it would receive.";
  }
  if (partners.held_up_count > 0) {
    return ": who would receive from it waits to send itself, in " + held_up_at(model, partners) +
           ".";
  }
  if (partners.resting > 0 && partners.server_count == 0) {
    return from_absence(model,
                        ": the loops that could receive from it wait to send as well, so none "
                        "moves",
                        "anybody receives from it who does not wait to send as well");
  }
  return from_absence(model, ": whoever received from it has returned or never came",
                      "anybody still receives from it");
}

}  // namespace

void detect_chan_send_blocked(const Model& model, Findings& out) noexcept {
  for (const StuckSenders& senders : stuck_senders(model)) {
    if (senders.kind != StuckSenders::other) continue;
    const Crowd& crowd = senders.crowd;
    Finding finding("chan_send_blocked");
    const std::string starter = started_by(model, crowd);
    finding.summary = count_of(crowd.count, "goroutine") + (crowd.count == 1 ? " waits" : " wait") +
                      " to send on a channel in " + place(model, crowd.site) +
                      oldest_for(crowd.ages.max, crowd.count) +
                      (starter.empty() ? "" : ", " + starter) + why(model, senders);
    fill(model, senders, finding);
    finding.next =
        "Take a second dump a minute later: the same ids at the same line prove it; then look who "
        "receives from this channel and on which paths it returns";
    if (senders.shared_object) {
      finding.next += "; if the channel is a semaphore, which path does not give its place back";
    }
    finding.restart = "A restart frees them until the receiver leaves again.";
    if (!senders.victims.empty()) {
      finding.next = "Look who receives at " + place(model, crowd.site) +
                     ": if it first waits for this goroutine, neither goes on";
      finding.restart = "A restart frees them until that send waits again.";
    } else if (senders.partners.resting > 0) {
      finding.next =
          "Look whether these loops feed one another: in such a circle one place must drop, grow "
          "or "
          "give up instead of waiting";
      finding.restart = "A restart frees them until the queues between them are full again.";
    }
    out.push_back(std::move(finding));
  }
}

}  // namespace gowhy::cause
