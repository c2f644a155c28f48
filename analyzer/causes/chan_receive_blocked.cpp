// A receive waits for a value or for close (runtime/chan.go, chanrecv); `for range` over a channel
// ends only with close. A receiver whose sender has returned without either stays for ever.
//
// A worker that waits for its next job looks the same. Two things tell them apart: who made it
// (many calls that are over, or one loop at the start) and, for a handler that waits for a reply,
// whether anybody works on it: when all goroutines of that type are idle themselves, nobody does.
#include "crowds.h"
#include "leak_verdict.h"
#include "locks.h"
#include "partners.h"
#include "readers_beside.h"
#include "waits.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::uint64_t kPool = 32;   // quiet receivers that may be a pool when nothing else tells
constexpr std::uint64_t kCrowd = 64;  // so many do not wait for their deadlines at one time
constexpr std::int32_t kTimed = 5;    // minutes for which a handler may wait by design
constexpr std::uint64_t kSeveral = 5;

// By its name or type it keeps something open for whoever asked: what it waits for is the end.
bool keeps_open(const Model& model, const Crowd& crowd) {
  const Function& site = model.function(crowd.site);
  const auto says_so = [](std::string_view name) {
    return named_like(name, {"stream", "watch", "subscri", "follow", "tunnel", "hijack", "event",
                             "sse", "feed", "listen", "notif"});
  };
  return says_so(site.base) || says_so(site.receiver);
}

// A request that waits for a reply which nobody prepares.
LeakVerdict::Level judge_handlers(const Model& model, const Crowd& crowd,
                                  const Partners& partners) {
  if (model.is_profile() || model.fragment()) return LeakVerdict::none;
  if (partners.caller_count > 0 || partners.server_count > partners.idle) return LeakVerdict::none;
  // Other libraries run what lives as long as the program: actors, services, subscribers.
  const bool served = runs_handler(model, model.group(crowd.groups.front()));
  if (!served && crowd.count < kSeveral) return LeakVerdict::none;
  const bool young = crowd.ages.max < kOldMinutes;
  if (young && (partners.server_count == 0 || partners.in_select > 0)) return LeakVerdict::none;
  if (!served || (partners.idle == 0 && keeps_open(model, crowd))) return LeakVerdict::none;
  // A deadline or time.AfterFunc, which have no goroutine, may end it: for some minutes on purpose.
  const bool timed = (partners.server_count == 0 || young) && crowd.count < kCrowd &&
                     crowd.ages.max < kTimed && !stands_still(model);
  if (timed) return LeakVerdict::possible;
  if (crowd.count >= kSeveral || crowd.ages.max >= kOldMinutes) return LeakVerdict::likely;
  return LeakVerdict::possible;
}

bool is_pool(const Model& model, const Crowd& crowd, const LeakVerdict& verdict) {
  const Litter litter = litter_of(model, crowd, verdict.creators);
  if (litter == Litter::several) return true;
  return litter == Litter::unknown && named_like(model.function(crowd.site).base, {"worker"});
}

std::string summary(const Model& model, const Crowd& crowd, const LeakVerdict& verdict) {
  const bool sure = verdict.level > LeakVerdict::possible;
  const std::string starter = started_by(model, crowd);
  std::string text = count_of(crowd.count, "goroutine") + (crowd.count == 1 ? " waits" : " wait") +
                     " to receive from a channel in " + place(model, crowd.site) +
                     oldest_for(crowd.ages.max, crowd.count) +
                     (starter.empty() ? "" : ", " + starter);
  if (verdict.in_use) return text.append(kInUse);
  if (!crowd.handler && is_open_in_profile(model, verdict)) {
    return text + ": at rest until their next job, or left behind by whoever should close it" +
           std::string(kProfileTellsNot);
  }
  return text + (crowd.handler ? from_absence(model, ": nobody works on the value they wait for",
                                              "anybody works on the value they wait for")
                               : from_absence(model, ": nobody sends to it or closes it any more",
                                              "anybody still sends to it or closes it", sure));
}

}  // namespace

void detect_chan_receive_blocked(const Model& model, Findings& out) noexcept {
  for (const Crowd& crowd : crowds_in(model, {Operation::chan_receive})) {
    const GroupFacts& first = model.group(crowd.groups.front());
    if (outlasts_websocket(model, first) || serves_stream(model, first)) continue;
    if (crowd.nil_channel || (!crowd.handler && waits_with_context_alone(model, crowd))) continue;
    LeakVerdict verdict = judge_leak(model, crowd, kPool);
    const bool waits_for_reply = crowd.handler && !crowd.leaked;
    if (!waits_for_reply && (verdict.level == LeakVerdict::none ||
                             (!crowd.handler && is_pool(model, crowd, verdict)))) {
      continue;
    }
    const Partners& partners = partners_of(model, crowd);
    if (waits_for_reply) verdict.level = judge_handlers(model, crowd, partners);
    // Whom it has started is still there, as the two copies of a proxy's connection: that ends it.
    if (verdict.level < LeakVerdict::likely && partners.children >= crowd.count) continue;
    // Both loops of a connection, started by the same call: as long as it is read it is there, and
    // the one that writes to it has its turn.
    if (!crowd.handler && !crowd.leaked && crowd.created_by != kNone &&
        readers_beside(model, crowd) >= crowd.count) {
      continue;
    }
    if (!crowd.leaked && reads_from_clients(model, crowd)) continue;
    // A profile tells no creators: a request in progress in that package for each may be it, or the
    // reader of a connection.
    if (model.is_profile() && verdict.level < LeakVerdict::likely && !crowd.handler &&
        (partners.caller_count >= crowd.count || readers_beside(model, crowd) >= crowd.count)) {
      continue;
    }
    if (verdict.level == LeakVerdict::none) continue;
    Finding finding("chan_receive_blocked");
    finding.summary = summary(model, crowd, verdict);
    finding.supports(count_of(crowd.count, "goroutine") + (crowd.count == 1 ? " waits" : " wait") +
                     " at the receive in " + place(model, crowd.site));
    fill(model, crowd, verdict, finding);
    if (verdict.in_use) finding.severity = Severity::info;
    if (partners.idle > 0) {
      const bool typed = !method_type(model.function(crowd.site)).empty();
      finding.supports(count_of(partners.idle, "goroutine") + " of the same " +
                       (typed ? "type" : "package") + " could send, and " +
                       (partners.idle == 1 ? "waits" : "each waits") + " for work itself");
    }
    if (!crowd.leaked)
      finding.against(
          "No senders can be seen: one that comes later, from a timer or a connection, "
          "cannot be excluded");
    finding.next = crowd.leaked || stands_still(model)
                       ? "Look"
                       : "Take a second dump a few minutes later: more of them is a leak, the same "
                         "number is a pool or waits for an event; then look";
    finding.next += " who closes this channel, on every path";
    if (crowd.handler || !is_open_in_profile(model, verdict))
      finding.restart = "A restart frees them until the same path is taken again.";
    out.push_back(std::move(finding));
  }
}

}  // namespace gowhy::cause
