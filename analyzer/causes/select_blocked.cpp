// A goroutine in select waits for the first of its channels (runtime/select.go, selectgo). A loop
// around it that serves a session or device needs a case that ends it; without one, or if nobody
// fires it, one goroutine stays for each.
//
// Loops that live as long as the process look the same, and so do the loops of open connections:
// those were started once, or stand beside a goroutine that reads from the connection.
#include "crowds.h"
#include "leak_verdict.h"
#include "partners.h"
#include "readers_beside.h"
#include "wait_workers.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::uint64_t kPool = 32;

std::string served_words(const Model& model, const Crowd& crowd, const LeakVerdict& verdict) {
  const bool one = crowd.count == 1;
  if (is_open_in_profile(model, verdict)) {
    return one ? ": a session, a worker at rest, or left behind" + std::string(kProfileTellsNot)
               : ": open sessions, workers at rest, or left behind" + std::string(kProfileTellsNot);
  }
  // Some may still belong to a call in progress.
  const Creators& creators = verdict.creators;
  const bool some = creators.known == crowd.count && creators.left > 0 &&
                    creators.left < crowd.count && !verdict.growth.known;
  const std::string they = some ? number(creators.left) + " of them" : "they";
  return from_absence(
      model,
      one ? std::string(": what it served is gone, and no case of the `select` "
                        "ends it")
          : ": what " + they + " served is gone, and no case of the `select` ends them",
      one ? "what it serves is still there" : "what they serve is still there",
      verdict.level > LeakVerdict::possible);
}

// Each of as many calls has left one that is below a function of its own, and no loop: a job that
// goes on after the answer.
bool is_a_job_each(const Model& model, const Crowd& crowd, const LeakVerdict& verdict) {
  const Creators& creators = verdict.creators;
  return verdict.level == LeakVerdict::possible && creators.known == crowd.count &&
         creators.siblings * 2 < creators.known &&
         model.name(crowd.site) != model.group(crowd.groups.front()).own_entry;
}

}  // namespace

void detect_select_blocked(const Model& model, Findings& out) noexcept {
  for (const Crowd& crowd : crowds_in(model, {Operation::select})) {
    if (crowd.handler && !crowd.leaked) continue;
    LeakVerdict verdict = judge_leak(model, crowd, kPool);
    if (verdict.level == LeakVerdict::none) continue;
    // As many requests in progress in that package may wait for what these bring: a profile tells
    // no creators.
    if (model.is_profile() && !crowd.leaked &&
        partners_of(model, crowd).caller_count * 8 >= crowd.count) {
      continue;
    }
    // Somebody waits until these have ended, as Stop does for what is still at work: young, they
    // may be.
    const bool young = crowd.ages.max < kOldMinutes && !verdict.growth.growing;
    if (!crowd.leaked && young && !stands_still(model) &&
        (is_waited_for(model, crowd.groups.front()) || is_a_job_each(model, crowd, verdict))) {
      continue;
    }
    // Whom it has started is still at it: that ends it.
    if (verdict.level < LeakVerdict::likely && partners_of(model, crowd).children >= crowd.count) {
      continue;
    }
    if (verdict.level < LeakVerdict::proven && siblings_work(model, crowd)) continue;
    const std::uint64_t readers = readers_beside(model, crowd);
    if (!crowd.leaked && readers * 10 >= crowd.count * 8) continue;
    if (verdict.level < LeakVerdict::likely && reads_from_clients(model, crowd)) continue;
    const bool retries = verdict.level == LeakVerdict::possible && !crowd.leaked &&
                         !verdict.growth.growing &&
                         tries_again(model, model.group(crowd.groups.front()));
    Finding finding("select_blocked");
    const std::string starter = started_by(model, crowd);
    finding.summary =
        count_of(crowd.count, "goroutine") + (crowd.count == 1 ? " waits" : " wait") +
        " in the `select` of " + place(model, crowd.site) +
        oldest_for(crowd.ages.max, crowd.count) + (starter.empty() ? "" : ", " + starter) +
        (verdict.in_use ? std::string(kInUse)
         : retries      ? std::string(": they try something again, until it succeeds, as it seems.")
                        : served_words(model, crowd, verdict));
    if (is_open_in_profile(model, verdict)) {
      finding.supports(number(crowd.count) + " of " + count_of(model.goroutines(), "goroutine") +
                       " stand there");
    }
    fill(model, crowd, verdict, finding);
    if (verdict.in_use) finding.severity = Severity::info;
    if (retries) {
      finding.severity = Severity::info;
      finding.against(std::string(kTriesAgain));
    }
    finding.against(
        "No cases of a `select` are printed: one that ends these goroutines later cannot be "
        "excluded");
    finding.next =
        "Compare their number with the sessions or connections that are open, twice with "
        "some minutes between: it must fall when those end";
    if (!is_open_in_profile(model, verdict))
      finding.restart = "A restart frees them until as many have been served again.";
    out.push_back(std::move(finding));
  }
}

}  // namespace gowhy::cause
