// When a service that handlers call becomes slow, requests come faster than they leave, and their
// number rises to rate times duration (Little's law) until a time-out ends each wait. No goroutine
// is lost: the number falls by itself when the service recovers. In the dump the waits are of all
// ages up to the time-out and none is older, although the process is. A leak has no such upper end.
#include "finding.h"
#include "model.h"
#include "waits.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::uint64_t kBacklog = 20;

bool calls_out(const Model& model, const GroupFacts& facts) {
  return runs_handler(model, facts) && !writes_dump(model, facts) && facts.boundary >= 0 &&
         facts.site != facts.top && is_blocked(facts.op) && !is_lock_wait(facts.op);
}

}  // namespace

void detect_request_backlog(const Model& model, Findings& out) noexcept {
  if (model.fragment() || model.is_profile()) return;
  const Waits all =
      waits_where(model, [&](const GroupFacts& facts) { return calls_out(model, facts); });
  for (const WaitSite& site : all.sites) {
    const Waits waits = waits_of(model, site.groups);
    // A minute at least: less is what a busy moment looks like.
    if (waits.count < kBacklog || !waits.old(1) || !end_by_themselves(model, waits)) continue;
    const GroupFacts& facts = model.group(waits.groups.front());
    const std::uint32_t callee = facts.frames[static_cast<std::size_t>(facts.boundary)];
    Finding finding("request_backlog");
    finding.confidence = Confidence::possible;
    fill(model, waits, finding);
    finding.rate.reset();
    finding.summary = count_of(waits.count, "request") + (waits.count == 1 ? " waits" : " wait") +
                      " for " + code(short_name(model.name(callee))) + in_places(model, waits) +
                      ", none for more than " + time_span(waits.ages.max) +
                      ": a backlog behind something slow that a time-out cuts, not a leak.";
    finding.supports(number(waits.count) + " wait at one place, " + number(waits.aged) +
                     " of them for a minute or more and none for more than " +
                     time_span(waits.ages.max));
    finding.supports("The process has goroutines that wait since " +
                     time_span(model.oldest_minutes()) + ": older waits at this place have ended");
    finding.against("1 dump cannot tell a time-out from an incident that began " +
                    time_span(waits.ages.max) + " ago");
    finding.next =
        "Take a second dump some minutes later: if none is older than now, a time-out ends "
        "them; then look at the service behind it";
    finding.restart = "A restart does not help while the service behind it is slow.";
    out.push_back(std::move(finding));
  }
}

}  // namespace gowhy::cause
