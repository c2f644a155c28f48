// Workers range over a channel of jobs and end only when it is closed (runtime/chan.go, closechan
// wakes all receivers). A pool that is made again and again and never closed leaves all its
// workers.
//
// One pool that is kept looks the same. What tells: several workers have one creator (siblings),
// and there are several such creators which have left the constructor; or they did not begin
// together. While somebody stops one of them, and waits for its workers, they are seen to end.
#include "crowds.h"
#include "leak_verdict.h"
#include "wait_workers.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::uint64_t kPool = 32;

bool is_pool(const Model& model, const Crowd& crowd, const LeakVerdict& verdict) {
  const Litter litter = litter_of(model, crowd, verdict.creators);
  if (litter == Litter::several) return true;
  return litter == Litter::unknown && named_like(model.function(crowd.site).base, {"worker"});
}

std::string pools(const Crowd& crowd, const Creators& creators) {
  if (creators.known != crowd.count || creators.distinct < 2) return {};
  std::string text = " in " + number(creators.distinct) + " pools";
  if (crowd.count % creators.distinct == 0) {
    text += " of " + number(crowd.count / creators.distinct);
  }
  return text;
}

bool being_stopped(const Model& model, const Crowd& crowd) {
  for (const WaitingCall& call : waiting_calls(model)) {
    const GroupFacts& facts = model.group(call.group);
    if (facts.ages.max >= kOldMinutes || !ends_something(model.function(model.site_frame(facts))))
      continue;
    for (std::uint32_t worker : call.relatives) {
      if (model.site_frame(model.group(worker)) == crowd.site) return true;
    }
  }
  return false;
}

}  // namespace

void detect_worker_pool_not_stopped(const Model& model, Findings& out) noexcept {
  for (const Crowd& crowd : crowds_in(model, {Operation::chan_receive})) {
    if (crowd.nil_channel || crowd.handler) continue;
    const LeakVerdict verdict = judge_leak(model, crowd, kPool);
    if (verdict.level == LeakVerdict::none || !is_pool(model, crowd, verdict)) continue;
    if (verdict.level < LeakVerdict::proven &&
        (being_stopped(model, crowd) || siblings_work(model, crowd))) {
      continue;
    }
    Finding finding("worker_pool_not_stopped");
    const std::string starter = started_by(model, crowd);
    finding.summary =
        count_of(crowd.count, "worker") + pools(crowd, verdict.creators) +
        (crowd.count == 1 ? " waits" : " wait") + " for jobs in " + place(model, crowd.site) +
        oldest_for(crowd.ages.max, crowd.count) + (starter.empty() ? "" : ", " + starter) +
        (verdict.in_use
             ? std::string(kInUse)
             : from_absence(model,
                            ": their pools were never closed, and nobody "
                            "has jobs for them any more",
                            "their pools are still in use", verdict.level > LeakVerdict::possible));
    fill(model, crowd, verdict, finding);
    if (verdict.in_use) finding.severity = Severity::info;
    finding.against(
        "1 pool that is kept on purpose has the same stacks: only their number and births tell");
    finding.next =
        "Take a second dump after some more work: a pool keeps its number, a leak grows by "
        "the size of a pool each time";
    finding.restart = "A restart frees them until as many pools have been made again.";
    out.push_back(std::move(finding));
  }
}

}  // namespace gowhy::cause
