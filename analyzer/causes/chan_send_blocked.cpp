// A send waits until somebody receives or, if buffered, until there is room; only a receiver or
// close wakes it (runtime/chan.go, chansend). When the receiver has returned, every sender stays.
//
// A slow consumer makes the same picture, so this stays silent while a goroutine is there that
// could receive: one that runs a method of the same type, or the call that started the senders.
//
// A library that reads a connection for others may send what it reads to a channel of the program's
// (amqp091-go: NotifyPublish, confirms.confirm in the goroutine of Connection.reader). When nobody
// takes it, the calls that wait for the next answer on that connection wait for ever.
#include <algorithm>

#include "roles.h"
#include "senders.h"
#include "wait_workers.h"
#include "waits.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

bool is_in_one_of(const Model& model, std::span<const std::uint32_t> groups, std::uint32_t frame) {
  return std::any_of(groups.begin(), groups.end(), [&](std::uint32_t g) {
    const std::span<const std::uint32_t> frames = model.group(g).frames;
    return std::find(frames.begin(), frames.end(), frame) != frames.end();
  });
}

// Where others send at the same line, as in a method that asks an actor: the call by which this
// goroutine, unlike them, got there. kNone if they do not.
std::uint32_t call_of_its_own(const Model& model, const StuckSenders& senders) {
  if (!is_in_one_of(model, senders.victims, senders.crowd.site)) return kNone;
  const GroupFacts& facts = model.group(senders.crowd.groups.front());
  for (std::size_t i = static_cast<std::size_t>(facts.site) + 1; i < facts.frames.size(); ++i) {
    const std::uint32_t frame = facts.frames[i];
    if (model.own(frame) && !is_in_one_of(model, senders.victims, frame)) return frame;
  }
  return kNone;
}

std::string why(const Model& model, const StuckSenders& senders) {
  const Partners& partners = senders.partners;
  const OwnLoops loops = own_loops_of(model, senders.crowd);
  if (!senders.victims.empty()) {
    const std::uint64_t victims = goroutines_in(model, senders.victims);
    if (loops.count > 0 && is_in_one_of(model, senders.victims, senders.crowd.site)) {
      const bool one = senders.crowd.count == 1;
      return "; if " + place(model, loops.frame) + ", with which " + (one ? "it" : "they") +
             " began, is who receives there, " +
             (one ? "it waits for itself" : "they wait for themselves") + ", and " +
             count_of(victims, "more goroutine") + (victims == 1 ? " waits" : " wait") +
             (one ? " for it." : " for them.");
    }
    if (senders.hub) {
      return ", and nobody else is in the middle of anything: " + count_of(victims, "goroutine") +
             " that wait to send meanwhile may wait for it.";
    }
    return ": " + count_of(victims, "goroutine") + (victims == 1 ? " waits" : " wait") +
           " in turn to send what " + (senders.crowd.count == 1 ? "it" : "they") +
           " would receive.";
  }
  if (senders.early_stage) return ": the next stage of the pipeline waits to send as well.";
  if (!senders.stages.empty()) {
    return ", the last stage of a pipeline" +
           from_absence(model, ": whoever received from it has returned or never came",
                        "anybody still receives from it", partners.server_count == 0);
  }
  if (loops.count > 0 && loops.count < senders.crowd.count &&
      partners.server_count == partners.idle) {
    return ": " + number(loops.count) + " of them began with " + place(model, loops.frame) +
           ", and if that is who receives there, " +
           (loops.count == 1 ? "it waits for itself and the others for it."
                             : "they wait for themselves and the others for them.");
  }
  if (partners.held_up_count > 0) {
    return ": who would receive from it waits to send itself, in " + held_up_at(model, partners) +
           ".";
  }
  if (senders.behind_lock) {
    return ": who receives from it may wait for a lock.";
  }
  if (partners.resting > 0 && partners.server_count == 0) {
    return from_absence(model,
                        ": the loops that could receive from it wait to receive from another "
                        "channel, as a value for one that waits here is handed over at once",
                        "anybody receives from it who does not wait at another channel");
  }
  return from_absence(model, ": whoever received from it has returned or never came",
                      "anybody still receives from it", partners.server_count == 0);
}

constexpr std::uint64_t kQueue = 20;

std::string_view package_at(const Model& model, const GroupFacts& facts, int position) {
  return position < 0 ? std::string_view{}
                      : model.function(facts.frames[static_cast<std::size_t>(position)]).package;
}

// Who has called this library and waits in it.
Waits callers_of(const Model& model, std::string_view package) {
  return waits_where(model, [&](const GroupFacts& facts) {
    return facts.site >= 0 && is_blocked(facts.op) &&
           package_at(model, facts, facts.boundary) == package;
  });
}

// It serves a client, and stands in a send of the library's own.
bool is_held_reader(const Model& model, const GroupFacts& facts) {
  if (facts.role == nullptr || facts.op != Operation::chan_send || facts.site >= 0) return false;
  return facts.role->per == Role::Per::client && facts.top >= 0 &&
         model.origin(model.top_frame(facts)) == Origin::module;
}

// While the library itself calls the program there, what that does holds the reader up.
bool calls_back(const Model& model, std::string_view package) {
  const auto& groups = model.groups();
  return std::any_of(groups.begin(), groups.end(), [&](const GroupFacts& facts) {
    return facts.site >= 0 &&
           package_at(model, facts, static_cast<int>(facts.frames.size()) - 1) == package;
  });
}

void report_held_readers(const Model& model, Findings& out) {
  const Waits all =
      waits_where(model, [&](const GroupFacts& facts) { return is_held_reader(model, facts); });
  if (all.count == 0) return;
  const GroupFacts& first = model.group(all.groups.front());
  const std::string_view package = package_at(model, first, first.top);
  const Waits callers = callers_of(model, package);
  const bool old = all.old(kOldMinutes) && callers.old(kOldMinutes);
  // Young, whoever is at work may come back and receive.
  const bool paced =
      std::any_of(model.groups().begin(), model.groups().end(),
                  [&](const GroupFacts& facts) { return sleeps_on_its_own(model, facts); });
  const bool piled = callers.count >= kQueue && workers_at_work(model) == 0 && !paced;
  if ((!old && !piled) || calls_back(model, package)) return;
  Finding finding("chan_send_blocked");
  finding.confidence = old && !model.fragment() ? Confidence::likely : Confidence::possible;
  fill(model, all, finding);
  finding.victim_groups = callers.groups;
  finding.summary =
      count_of(all.count, "goroutine") + " of " + std::string(first.role->library) +
      (all.count == 1 ? " waits" : " wait") + " to send in " +
      code(short_name(model.name(first.frames[static_cast<std::size_t>(first.top)]))) +
      oldest_for(all.ages.max, all.count) +
      ": nobody receives from a channel that was given to the library, and the calls" +
      in_places(model, callers) + " wait behind it.";
  finding.supports(count_of(callers.count, "goroutine") + " in calls of that library");
  finding.against("No frames show whose channel it is, nor whether somebody comes back to it");
  finding.next = "Look which channels the library was given, and who receives from them";
  finding.restart = "A restart frees them until the channel is full again.";
  out.push_back(std::move(finding));
}

}  // namespace

void detect_chan_send_blocked(const Model& model, Findings& out) noexcept {
  report_held_readers(model, out);
  for (const StuckSenders& senders : stuck_senders(model)) {
    if (senders.kind != StuckSenders::other) continue;
    const Crowd& crowd = senders.crowd;
    Finding finding("chan_send_blocked");
    const std::string starter = started_by(model, crowd);
    const std::uint32_t caller = call_of_its_own(model, senders);
    finding.summary = count_of(crowd.count, "goroutine") + (crowd.count == 1 ? " waits" : " wait") +
                      " to send on a channel in " + place(model, crowd.site) +
                      (caller == kNone ? "" : ", called from " + place(model, caller)) +
                      oldest_for(crowd.ages.max, crowd.count) +
                      (starter.empty() ? "" : ", " + starter) + why(model, senders);
    fill(model, senders, finding);
    // Neither a process that has ended nor a proof needs a second dump.
    finding.next = crowd.leaked || stands_still(model) ? "Look"
                   : model.is_profile()
                       ? "Take two dumps with `debug=2`, a minute apart: the same ids at the same "
                         "line prove it; then look"
                       : "Take a second dump a minute later: the same ids at the same line prove "
                         "it; then look";
    finding.next += " who receives from this channel and on which paths it returns";
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
