#include "sender_level.h"

#include <algorithm>

#include "at_work.h"
#include "blocked_holders.h"
#include "late_answers.h"
#include "stack_facts.h"
#include "wait_workers.h"

namespace gowhy {
namespace {

constexpr std::uint64_t kWidest = 64;  // senders that one goroutine of the next stage may hold back
constexpr std::uint64_t kOneCall = 4;  // senders that one request may read from
constexpr std::uint64_t kManySenders = 16;
constexpr std::uint64_t kManyCalls = 32;  // that are over, and have each left one: no coincidence
constexpr std::uint64_t kFewCalls = 3;    // as many constructors a pipeline may have
constexpr std::uint64_t kSet = 16;        // stages that main sets up when it starts

// A value for one that waits in a receive is handed over at once (runtime/chan.go, chansend), so
// these wait at other channels. A consumer that keeps a pace does so too; a loop that is named as
// one that keeps house hardly reads what a closure sends.
bool only_loops_idle(const Model& model, const StuckSenders& senders) {
  const Partners& partners = senders.partners;
  if (model.function(senders.crowd.site).closure_depth == 0 || senders.crowd.handler ||
      senders.crowd.count < kSeveralSenders || partners.caller_count > 0) {
    return false;
  }
  for (std::uint32_t group : partners.servers) {
    const GroupFacts& facts = model.group(group);
    if (facts.op != Operation::chan_receive || !is_idle_loop(model, facts) ||
        !named_like(facts.own_entry, {"expire", "evict", "clean", "refresh", "rotate"})) {
      return false;
    }
  }
  return true;
}

// A value for one that waits in a receive or a select is handed over at once: those who are there
// wait at other channels, as the actors of other objects do, or the goroutines that a request has
// started to bring it what others send.
bool all_wait_elsewhere(const Model& model, const StuckSenders& senders) {
  const Partners& partners = senders.partners;
  return senders.crowd.ages.max >= kOldMinutes && partners.server_count == partners.idle &&
         std::all_of(partners.callers.begin(), partners.callers.end(), [&](std::uint32_t group) {
           const GroupFacts& facts = model.group(group);
           return facts.op == Operation::chan_receive && facts.site == facts.top &&
                  facts.ages.max >= kOldMinutes;
         });
}

// All who could receive wait to receive themselves, or for a peer, and one loop, which sends, holds
// all up.
bool is_held_by_hub(const Model& model, const StuckSenders& senders) {
  const auto takes_nothing = [&](std::uint32_t group) {
    const GroupFacts& facts = model.group(group);
    return facts.op == Operation::io_accept || facts.op == Operation::io_read ||
           (facts.op == Operation::chan_receive && facts.site == facts.top);
  };
  const Partners& partners = senders.partners;
  return senders.crowd.count >= kSeveralSenders && sending_hub(model) != kNone &&
         std::all_of(partners.servers.begin(), partners.servers.end(), takes_nothing) &&
         std::all_of(partners.callers.begin(), partners.callers.end(), takes_nothing);
}

// Each sends from a closure of a call of its own, and all these calls are over. Who runs a method
// of the type waits in a receive or a select meanwhile: at this channel it would have been handed
// the value.
bool calls_are_over(const Model& model, const StuckSenders& senders) {
  const Creators& creators = senders.verdict.creators;
  const Crowd& crowd = senders.crowd;
  if (crowd.handler || crowd.count < kManyCalls ||
      senders.partners.server_count != senders.partners.idle) {
    return false;
  }
  // A profile names no creators: then hardly anybody is in the function whose closure they run.
  if (model.is_profile()) {
    constexpr std::uint64_t kShards = 8;
    const Function& site = model.function(crowd.site);
    const std::string_view encloses = site.name.substr(0, site.name.rfind(".func"));
    return site.closure_depth == 1 && in_call_of(model, encloses) * kShards < crowd.count;
  }
  return creators.known == crowd.count && creators.left * 10 >= crowd.count * 9 &&
         creators.calls * 2 >= crowd.count &&
         is_closure(model.name(crowd.site), model.name(crowd.created_by));
}

// Whoever called is still there and may yet receive, or a goroutine of the same type is at work.
bool may_be_received(const Model& model, const StuckSenders& senders) {
  const Creators& creators = senders.verdict.creators;
  const std::uint64_t count = senders.crowd.count;
  if (is_held_by_hub(model, senders)) return false;
  if (senders.partners.server_count > 0 && !only_loops_idle(model, senders) &&
      !calls_are_over(model, senders)) {
    return true;
  }
  if (!senders.crowd.handler && creators.known * 10 >= count * 8)
    return (creators.left - creators.kept + creators.awaited) * 2 < creators.known ||
           (creators.awaited * 2 >= creators.known && senders.partners.caller_count * 8 >= count);
  return senders.partners.caller_count * 8 >= count;
}

std::vector<std::uint32_t> groups_at_work(const Model& model) {
  std::vector<std::uint32_t> groups;
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const GroupFacts& facts = model.group(g);
    // Who sleeps in its own loop may keep a pace, and receives again when it wakes.
    const bool paces =
        facts.op == Operation::sleep && own_goroutine(model, facts) && !is_main(model, facts);
    if (paces || is_at_work(model, facts)) groups.push_back(g);
  }
  return groups;
}

// Goroutines in the middle of something, which may be the next stage, whose pace holds the senders
// back: often in another package, to which the channel was given.
std::uint64_t works_beside(const Model& model, const Crowd& crowd) {
  const std::string_view entry = model.entry(model.group(crowd.groups.front()));
  std::uint64_t count = 0;
  for (std::uint32_t g : model.once(groups_at_work)) {
    const GroupFacts& facts = model.group(g);
    // Others of the same stage, and whoever waits at a send as well, receive from somebody else.
    if (facts.op != Operation::chan_send && model.entry(facts) != entry) count += facts.count;
  }
  return count;
}

// Requests in progress, each of which may read what a few senders bring.
std::uint64_t requests_in_progress(const Model& model) {
  std::uint64_t count = 0;
  for (const GroupFacts& facts : model.groups()) {
    // One that waits at a channel itself reads from another one: here a sender is ready.
    const bool waits_itself =
        (is_channel(facts.op) || facts.parked_on_channel) && facts.site == facts.top;
    if (facts.op == Operation::chan_send || facts.op == Operation::waitgroup || waits_itself ||
        is_lock_wait(facts.op)) {
      continue;
    }
    if (is_request(model, facts)) count += facts.count;
  }
  return count;
}

// Some of them are below a method of the type in a goroutine of their own, as an actor that asks
// itself is, everybody else of the type waits, and nobody is in the middle of anything.
bool ask_themselves(const Model& model, const StuckSenders& senders) {
  const std::uint64_t loops = own_loops_of(model, senders.crowd).count;
  const Partners& partners = senders.partners;
  return loops > 0 && loops < senders.crowd.count && partners.server_count == partners.idle &&
         partners.caller_count == 0 && model.once(requests_in_progress) == 0 &&
         works_beside(model, senders.crowd) == 0;
}

// The only goroutine that alone runs its function and waits to send, or of several the only one
// named as a loop, while many others wait to send and nobody is in the middle of anything: a hub,
// from which they would be received.
std::uint32_t find_sending_hub(const Model& model) {
  std::vector<std::uint32_t> alone, loops;
  std::vector<std::string_view> entries;  // of the others who send
  std::uint64_t others = 0;
  if (model.is_profile() || model.fragment()) return kNone;
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const GroupFacts& facts = model.group(g);
    if (facts.op != Operation::chan_send || facts.site != facts.top || is_main(model, facts)) {
      continue;
    }
    if (facts.count > 1 || !own_goroutine(model, facts)) {
      others += facts.count;
      entries.push_back(model.entry(facts));
      continue;
    }
    alone.push_back(g);
    const Function* const entry = own_entry_function(model, facts);
    if (entry != nullptr && named_as_loop(*entry)) loops.push_back(g);
  }
  const std::vector<std::uint32_t>& hubs = alone.size() == 1 ? alone : loops;
  if (hubs.size() != 1 || others < kManySenders) return kNone;
  if (model.once(requests_in_progress) > 0) return kNone;
  for (std::uint32_t g : model.once(groups_at_work)) {
    // Who runs what the others run will send as well.
    const GroupFacts& facts = model.group(g);
    const bool sends =
        facts.op == Operation::chan_send ||
        std::find(entries.begin(), entries.end(), model.entry(facts)) != entries.end();
    if (!sends) return kNone;
  }
  return hubs.front();
}

// As many requests of that package stand in a call that does not return: one each may be who
// receives, as the two halves of a connection that one handler copies between.
bool are_held_up_with_requests(const Model& model, const Crowd& crowd) {
  const std::string_view package = model.function(crowd.site).package;
  std::uint64_t count = 0;
  for (const GroupFacts& facts : model.groups()) {
    const bool calls = facts.op == Operation::io_write || facts.op == Operation::io_read ||
                       facts.op == Operation::syscall;
    if (calls && is_request(model, facts) && facts.ages.max >= crowd.ages.max &&
        model.function(model.site_frame(facts)).package == package) {
      count += facts.count;
    }
  }
  return !crowd.handler && count * 10 >= crowd.count * 8;
}

// What they wait for may come with the next turn of somebody who is at work now.
bool may_be_a_moment(const Model& model, const StuckSenders& senders, bool young) {
  if (!young && !model.is_profile()) return false;
  const Crowd& crowd = senders.crowd;
  const LeakVerdict& verdict = senders.verdict;
  const std::uint64_t beside = works_beside(model, crowd);
  const std::uint64_t requests = model.once(requests_in_progress);
  const bool read = !crowd.handler && requests * kOneCall >= crowd.count;
  const bool held_back = beside * kWidest >= crowd.count;
  // A stage of a pipeline, perhaps: a profile shows neither its creator nor for how long it waits.
  if (model.is_profile()) {
    // One alone, or a few loops with a name of their own, may make what is wanted now and then.
    const Function& site = model.function(crowd.site);
    const bool named =
        site.closure_depth == 0 && site.name == model.group(crowd.groups.front()).own_entry;
    if (held_back || read || crowd.count == 1 || (crowd.count < kSeveralSenders && named))
      return true;
  }
  if (!young) return false;
  // Requests that wait for the pace of a consumer to whom the channel was given, in other code, or
  // for one that sends to others, which write to their clients meanwhile.
  const bool passed_on = senders.partners.held_up_count > 0 && requests > 0;
  if (crowd.handler) return held_back || passed_on;
  // Go before 1.21 prints no creators: what is in progress may have started them, and read from
  // them. If somebody waits until they have ended, they are a stage that is drained.
  const bool drained = held_back && is_waited_for(model, crowd.groups.front());
  return (read || drained || beside >= crowd.count) && verdict.creators.known == 0 &&
         verdict.births.kind != Births::leak;
}

// A loop of the same package, of whatever type, sleeps for as long as they wait: it may be who
// receives, and keeps a pace. In package main everything is beside everything.
bool may_be_paced(const Model& model, const Crowd& crowd) {
  const std::string_view package = model.function(crowd.site).package;
  // What a test has left behind paces nobody.
  const bool left = model.snapshot().format == Format::goleak;
  if (package == "main" || model.is_profile() || left) return false;
  return std::any_of(model.groups().begin(), model.groups().end(), [&](const GroupFacts& facts) {
    if (!sleeps_on_its_own(model, facts) || facts.ages.max < crowd.ages.max) return false;
    const Function& site = model.function(model.site_frame(facts));
    return site.package == package &&
           !named_like(site.base, {"report", "metric", "stat", "refresh", "clean", "expire",
                                   "evict", "janitor", "watch", "monitor", "rotate"});
  });
}

// main itself waits to receive, in its own function: for a signal, or for the tick at which it
// takes the next of what a pipeline brings that it has set up.
bool main_receives(const Model& model) {
  return std::any_of(model.groups().begin(), model.groups().end(), [&](const GroupFacts& facts) {
    return facts.site >= 0 && facts.site == facts.top &&
           (facts.op == Operation::chan_receive || facts.parked_on_channel) &&
           model.name(model.site_frame(facts)) == "main.main";
  });
}

// A library's senders stand behind whatever stops their reader, unless each was left by a call.
// Many that have stood for minutes are worth a word, whoever could still receive.
LeakVerdict::Level level_in_library(const Model& model, const StuckSenders& senders) {
  constexpr std::uint64_t kMany = 16;
  if (senders.crowd.count < kSeveralSenders) {
    // Of the goroutine that reads a connection one is enough: all that comes later stands behind
    // it.
    const std::string_view entry = model.entry(model.group(senders.crowd.groups.front()));
    const std::string_view base = entry.substr(entry.rfind('.') + 1);
    const bool reads = base == "reader" || base == "readLoop";
    return reads && senders.crowd.ages.max >= kOldMinutes ? LeakVerdict::possible
                                                          : LeakVerdict::none;
  }
  if (senders.verdict.creators.left == senders.crowd.count) return LeakVerdict::likely;
  const bool many = senders.crowd.count >= kMany && senders.crowd.ages.max >= kOldMinutes;
  return many || !may_be_received(model, senders) ? LeakVerdict::possible : LeakVerdict::none;
}

}  // namespace

std::uint32_t sending_hub(const Model& model) noexcept { return model.once(find_sending_hub); }

LeakVerdict::Level level_of(const Model& model, const StuckSenders& senders) noexcept {
  const LeakVerdict& verdict = senders.verdict;
  if (senders.crowd.leaked) return LeakVerdict::proven;
  if (model.fragment()) return LeakVerdict::possible;
  if (verdict.growth.known && verdict.growth.growing) return LeakVerdict::likely;
  if (verdict.growth.known && verdict.growth.moving) return LeakVerdict::none;
  if (senders.hub || ask_themselves(model, senders)) return LeakVerdict::possible;
  const bool young = senders.crowd.ages.max < kOldMinutes && !stands_still(model);
  if (may_be_a_moment(model, senders, young)) return LeakVerdict::none;
  if (may_be_paced(model, senders.crowd) && !stands_still(model)) return LeakVerdict::none;
  // Receivers that pause until somebody resumes them wait at a Cond, in the call that made both.
  const std::vector<std::uint32_t>& callers = senders.partners.callers;
  const bool paused = std::any_of(callers.begin(), callers.end(), [&](std::uint32_t group) {
    return model.group(group).op == Operation::cond;
  });
  if (paused && !stands_still(model)) return LeakVerdict::possible;
  if (!model.own(senders.crowd.site)) return level_in_library(model, senders);
  if (may_be_received(model, senders)) {
    const bool old_leak = verdict.births.kind == Births::leak && senders.crowd.ages.max >= 10 &&
                          senders.partners.server_count == 0;
    if (all_wait_elsewhere(model, senders)) return LeakVerdict::possible;
    return old_leak ? LeakVerdict::possible : LeakVerdict::none;
  }
  if (are_held_up_with_requests(model, senders.crowd)) return LeakVerdict::none;
  const Creators& creators = verdict.creators;
  // Those who are older than the wait they are in have been received from before.
  if (creators.moved * 2 > senders.crowd.count) return LeakVerdict::none;
  // A few calls that started many at once made the stage of a pipeline. For a moment all of it
  // stands at the send, while a worker behind it is in the middle of its piece.
  // Requests are all started by the one loop that accepts them, and are none.
  const bool stage = !senders.crowd.handler && creators.known * 10 >= senders.crowd.count * 8 &&
                     creators.calls < kFewCalls && senders.crowd.count > creators.calls;
  // So does a generator whose readers compute, in code that nothing here connects with it.
  const bool few = senders.crowd.count < kSeveralSenders;
  if ((stage || few) && young && others_at_work(model, senders.crowd.groups)) {
    return is_held_by_hub(model, senders) ? LeakVerdict::possible : LeakVerdict::none;
  }
  const bool settled = !young || stands_still(model);
  const bool by_main = started_once(model, senders.crowd) || creators.known == 0;
  if (!settled && by_main && senders.crowd.count < kSet && model.once(main_receives)) {
    return LeakVerdict::none;
  }
  if (few && started_once(model, senders.crowd) && !stands_still(model)) {
    // One alone makes numbers or tokens, perhaps, and waits until somebody wants the next.
    const bool alone = senders.crowd.count == 1 && senders.partners.held_up_count == 0;
    if (senders.crowd.ages.max < kOldMinutes || alone) return LeakVerdict::none;
  }
  // Loops that pass on to one another may all stand for a moment, and one that keeps a pace.
  const Partners& partners = senders.partners;
  if ((partners.resting > 0 || partners.server_count > 0) && young) return LeakVerdict::possible;
  // Of a profile nobody knows which of the calls in progress is theirs.
  if (model.is_profile() && partners.caller_count > 0) return LeakVerdict::possible;
  if (senders.crowd.count >= kSeveralSenders || senders.crowd.ages.max >= kOldMinutes) {
    return LeakVerdict::likely;
  }
  return LeakVerdict::possible;
}

}  // namespace gowhy
