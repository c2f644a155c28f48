// Cond.Wait unlocks, parks in a list and waits for Signal or Broadcast; a wake-up that comes while
// nobody waits is lost (sync/cond.go, runtime/sema.go notifyList). The workers of a queue that wait
// for their next job look the same and are healthy.
//
// Told apart as with channels: workers were started together by one constructor that is kept; the
// ones left behind by many calls were not. And a worker takes its job through its queue, so Wait is
// below its own loop function; a goroutine whose outermost function waits itself waits for an
// event.
//
// A queue is not full and empty at once: if some wait to put and others to take at one Cond, the
// wake-up was taken by one of the wrong side ("Signal wakes one goroutine waiting on c", whichever
// it is, sync/cond.go). With a Cond for each side it was not sent for each item.
#include <algorithm>

#include "conds.h"
#include "crowds.h"
#include "leak_verdict.h"
#include "partners.h"
#include "readers_beside.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::uint64_t kPool = 32;
constexpr std::uint64_t kGate =
    5;  // goroutines that wait for one event in their outermost function

// The loop of a worker may take its next job without a function between, and is named so.
bool waits_at_entry(const Model& model, const Crowd& crowd) {
  if (named_as_loop(model.function(crowd.site))) return false;
  for (std::uint32_t g : crowd.groups) {
    const GroupFacts& facts = model.group(g);
    if (model.name(model.site_frame(facts)) != facts.own_entry) return false;
  }
  return true;
}

// One that runs the same loop is in the middle of something: it will come to the Cond as well, as
// to a barrier at which all others wait for it.
bool one_is_missing(const Model& model, const Crowd& crowd) {
  const std::string_view entry = model.entry(model.group(crowd.groups.front()));
  return std::any_of(model.groups().begin(), model.groups().end(), [&](const GroupFacts& facts) {
    return model.entry(facts) == entry && may_come_to_cond(model, facts);
  });
}

// What a function of such a name waits for, somebody else has and gives back. Where nobody is in
// the middle of anything, nobody has it: it was given back without a wake-up, or not at all. A loop
// of the type may hand out new ones by a timer.
bool nobody_gives_back(const Model& model, const Crowd& crowd) {
  return named_like(model.function(crowd.site).base, {"acquire"}) && crowd.count >= kGate &&
         calls_in_progress(model) <= crowd.count && partners_of(model, crowd).server_count == 0;
}

// Each was started as a closure by a function that has waited since, for what it brings: no worker
// whose queue is empty. main waits so for its signal.
bool makers_wait(const Model& model, const Crowd& crowd) {
  if (crowd.created_by == kNone || crowd.ages.max < kOldMinutes || crowd.handler ||
      named_as_taker(model.function(crowd.site))) {
    return false;
  }
  const std::string_view maker = model.name(crowd.created_by);
  if (!is_closure(model.group(crowd.groups.front()).own_entry, maker)) return false;
  std::uint64_t waiting = 0;
  for (const Hit& hit : model.find(maker)) {
    const GroupFacts& facts = model.group(hit.group);
    const bool waits = facts.op == Operation::chan_receive && facts.site == facts.top &&
                       model.name(model.site_frame(facts)) == maker &&
                       facts.ages.max >= kOldMinutes && !is_main(model, facts);
    if (waits) waiting += facts.count;
  }
  return waiting >= crowd.count;
}

LeakVerdict::Level level_of(const Model& model, const Crowd& crowd, const LeakVerdict& verdict,
                            bool gate) {
  if (crowd.leaked || verdict.growth.known) return verdict.level;
  if (makers_wait(model, crowd)) return std::max(verdict.level, LeakVerdict::possible);
  // Requests of a long poll wait in one too; a profile does not tell for how long.
  const bool young = crowd.ages.max < kOldMinutes;
  if (crowd.handler && young) {
    return nobody_gives_back(model, crowd) ? LeakVerdict::possible : LeakVerdict::none;
  }
  if (young && verdict.level < LeakVerdict::likely && one_is_missing(model, crowd)) {
    return LeakVerdict::none;
  }
  if (verdict.level != LeakVerdict::none) return verdict.level;
  if (crowd.handler) {
    return partners_of(model, crowd).server_count == 0 ? LeakVerdict::possible : LeakVerdict::none;
  }
  const bool pool = made_in_a_row(verdict.creators, verdict.births, crowd.count);
  if ((crowd.count > kPool && !pool) || (gate && crowd.count >= kGate))
    return LeakVerdict::possible;
  return LeakVerdict::none;
}

void report_two_sides(const Model& model, const TwoSides& sides, Findings& out) {
  const Cond& cond = *sides.cond;
  const std::string put = place(model, sides.put), take = place(model, sides.take);
  Finding finding("cond_wait_stuck");
  // A queue whose takers were told to pause fills up, and then both sides wait as well.
  finding.confidence = cond.address != 0 && sides.other == nullptr && model.all_asleep()
                           ? Confidence::likely
                           : Confidence::possible;
  finding.groups = cond.groups;
  finding.records = cond.records;
  std::int32_t oldest = cond.oldest;
  std::string where =
      cond.address != 0 ? "one `Cond`, " + hex(cond.address) : "`Cond`s of one type";
  std::string_view why = "may have woken one of the wrong side and was lost.";
  if (sides.other != nullptr) {
    for (std::uint32_t group : sides.other->groups) finding.groups.push_back(group);
    for (std::uint32_t record : sides.other->records) finding.records.push_back(record);
    oldest = std::max(oldest, sides.other->oldest);
    where = "2 `Cond`s of one type";
    why = "was lost or never sent.";
  }
  finding.goroutines = sides.putting + sides.taking;
  finding.site = sides.take;
  finding.created_at = model.group(cond.groups.front()).created_by;
  finding.summary = count_of(sides.putting, "goroutine") +
                    (sides.putting == 1 ? " waits" : " wait") + " in " + put + " and " +
                    number(sides.taking) + " in " + take + ", all in `Cond.Wait`" +
                    oldest_for(oldest, finding.goroutines) +
                    ": a queue is not full and empty at once, so a `Signal` ";
  finding.summary += why;
  finding.supports(number(finding.goroutines) + " wait at " + where +
                   ", on both sides of the queue");
  if (sides.other) {
    finding.supports("No goroutine is at work that would come back");
    finding.against("1 assumption: both `Cond`s belong to one queue, and not to two of its type");
  }
  finding.supports("No other goroutine is in a method of " + code(short_name(cond.type)));
  if (cond.address == 0)
    finding.against("No addresses are printed in this format: these may be several queues");
  if (!model.all_asleep()) {
    finding.against(
        "1 queue whose takers pause until somebody resumes them looks the same when full");
  }
  finding.against("1 assumption: that " + put + " puts and " + take +
                  " takes is read from their names");
  finding.next =
      "Read where the two call `Signal`: it wakes any one waiter. Use `Broadcast`, or a "
      "`Cond` for each side, and call it for each item that is put or taken";
  finding.restart = "A restart frees them until a wake-up is lost again.";
  out.push_back(std::move(finding));
}

// How many Conds the crowd waits at, 0 if some of their addresses are not printed.
std::uint64_t conds_of(const Model& model, const Crowd& crowd) {
  std::uint64_t count = 0;
  for (const Cond& cond : conds(model)) {
    const bool of_crowd = std::any_of(cond.groups.begin(), cond.groups.end(), [&](auto group) {
      return std::binary_search(crowd.groups.begin(), crowd.groups.end(), group);
    });
    if (!of_crowd) continue;
    if (cond.address == 0) return 0;
    ++count;
  }
  return count;
}

bool is_two_sided(const Model& model, const Crowd& crowd) {
  const auto has = [&](const Cond* cond) {
    return cond != nullptr && std::any_of(cond->groups.begin(), cond->groups.end(), [&](auto g) {
             return std::binary_search(crowd.groups.begin(), crowd.groups.end(), g);
           });
  };
  const std::vector<TwoSides>& all = two_sided_conds(model);
  return std::any_of(all.begin(), all.end(),
                     [&](const TwoSides& sides) { return has(sides.cond) || has(sides.other); });
}

}  // namespace

void detect_cond_wait_stuck(const Model& model, Findings& out) noexcept {
  for (const TwoSides& sides : two_sided_conds(model)) report_two_sides(model, sides, out);
  for (const Crowd& crowd : crowds_in(model, {Operation::cond})) {
    if (is_two_sided(model, crowd)) continue;
    // The loop that writes to a connection, beside the one that reads: it has its turn.
    if (!crowd.handler && !crowd.leaked && readers_beside(model, crowd) >= crowd.count) continue;
    LeakVerdict verdict = judge_leak(model, crowd, kPool);
    const bool gate = !crowd.handler && waits_at_entry(model, crowd);
    verdict.level = level_of(model, crowd, verdict, gate);
    if (verdict.level == LeakVerdict::none) continue;
    Finding finding("cond_wait_stuck");
    const std::string starter = started_by(model, crowd);
    finding.summary =
        count_of(crowd.count, "goroutine") + (crowd.count == 1 ? " waits" : " wait") +
        " in `Cond.Wait`, called by " + place(model, crowd.site) +
        oldest_for(crowd.ages.max, crowd.count) + (starter.empty() ? "" : ", " + starter) +
        from_absence(
            model, ": the `Signal` or `Broadcast` that should wake them was missed or never comes",
            "anybody is left who calls `Signal` or `Broadcast`",
            verdict.level > LeakVerdict::possible);
    finding.supports(count_of(crowd.count, "goroutine") + (crowd.count == 1 ? " waits" : " wait") +
                     " at one `Cond.Wait`");
    const std::uint64_t different = conds_of(model, crowd);
    if (different > 1) {
      finding.supports(number(different) +
                       " different `Cond`s, by the addresses printed: no pool that shares a queue");
    }
    fill(model, crowd, verdict, finding);
    if (gate)
      finding.supports(
          "1 function, the outermost of each, waits itself: for an event and not for the next job "
          "of a queue");
    if (makers_wait(model, crowd)) {
      finding.supports(count_of(crowd.count, "goroutine") +
                       (crowd.count == 1 ? " waits in " : " wait in ") +
                       code(short_name(model.name(crowd.created_by))) +
                       " for what these should bring, and started them for it");
    }
    if (crowd.handler && nobody_gives_back(model, crowd)) {
      finding.supports("No other goroutines are in the middle of anything, so none has what " +
                       place(model, crowd.site) + " waits for and gives it back");
    }
    if (!crowd.leaked) {
      finding.against(std::string(crowd.handler ? "1 long poll that waits for news"
                                                : "1 pool of workers whose queue is empty") +
                      " waits in the same way, for as long as it likes");
    }
    finding.next =
        "Look at every place that changes the condition: does it call `Broadcast`, and is the "
        "condition tested in a loop before `Wait`?";
    finding.restart = "A restart frees them until a wake-up is missed again.";
    out.push_back(std::move(finding));
  }
}

}  // namespace gowhy::cause
