#include "senders.h"

#include <algorithm>
#include <utility>

#include "at_work.h"
#include "blocked_holders.h"
#include "late_answers.h"
#include "locks.h"
#include "objects.h"
#include "pipeline_stages.h"
#include "sender_level.h"
#include "stack_facts.h"
#include "wait_workers.h"
#include "wording.h"

namespace gowhy {
namespace {

std::uint64_t channels_of(const std::vector<WaitedObject>& objects, const Crowd& crowd,
                          const Model& model) {
  std::uint64_t count = 0;
  for (const WaitedObject& object : objects) {
    if (object.kind != WaitedObject::channel || !object.exact || object.waiters.empty()) continue;
    const std::uint32_t group = model.group_of_record(object.waiters.front());
    if (std::find(crowd.groups.begin(), crowd.groups.end(), group) != crowd.groups.end()) ++count;
  }
  return count;
}

// Places of a semaphore are taken by functions that say so; their callers give them back later.
bool takes_a_place(const Model& model, const Crowd& crowd) {
  const Function& function = model.function(crowd.site);
  return named_like(function.base, {"acquire", "semaphore", "slot", "token"}) ||
         named_like(function.receiver, {"semaphore", "slots", "limiter", "tokens"});
}

// Whoever would receive from some and waits to send itself is why those wait.
void link_held_up(const Model& model, std::vector<StuckSenders>& all) {
  std::vector<std::size_t> of_group(model.groups().size(), all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::uint32_t group : all[i].crowd.groups) of_group[group] = i;
  }
  for (const StuckSenders& waiting : all) {
    for (std::uint32_t group : waiting.partners.held_up) {
      if (of_group[group] == all.size()) continue;
      StuckSenders& first = all[of_group[group]];
      // One of two that wait for each other holds a lock: that one is the cause.
      if (first.behind_lock && !waiting.behind_lock) continue;
      const std::vector<std::uint32_t>& groups = waiting.crowd.groups;
      first.victims.insert(first.victims.end(), groups.begin(), groups.end());
      first.kind = StuckSenders::other;
      first.verdict.level = std::max(first.verdict.level, waiting.verdict.level);
    }
  }
}

// Several loops that would receive from them wait to send as well, and for all a profile shows
// somebody is there who takes what these bring: a pace, at which all of them move on. One such loop
// alone may rather be part of a circle.
void leave_out_moving(const Model& model, std::vector<StuckSenders>& all) {
  if (!model.is_profile()) return;
  const auto is_found = [&](std::uint32_t group) {
    return std::any_of(all.begin(), all.end(), [&](const StuckSenders& one) {
      const std::vector<std::uint32_t>& groups = one.crowd.groups;
      return std::find(groups.begin(), groups.end(), group) != groups.end();
    });
  };
  std::vector<bool> moves;
  for (const StuckSenders& one : all) {
    const std::vector<std::uint32_t>& held_up = one.partners.held_up;
    moves.push_back(one.partners.held_up_count >= kSeveralSenders &&
                    std::none_of(held_up.begin(), held_up.end(), is_found));
  }
  std::size_t at = 0;
  const auto drop = [&](const StuckSenders&) { return moves[at++]; };
  all.erase(std::remove_if(all.begin(), all.end(), drop), all.end());
}

// Nobody is awake but the hub, if it were: all others wait for it.
void link_to_hub(std::vector<StuckSenders>& all) {
  const auto hub = std::find_if(all.begin(), all.end(), [](const auto& one) { return one.hub; });
  if (hub == all.end()) return;
  for (StuckSenders& one : all) {
    if (&one == &*hub || !one.partners.held_up.empty()) continue;
    one.partners.held_up = hub->crowd.groups;
    one.partners.held_up_count = hub->crowd.count;
    one.behind_hub = true;
  }
}

// Of the stages of one pipeline the last has lost who receives from it; the others wait behind it.
void link_stages(const Model& model, std::vector<StuckSenders>& all) {
  constexpr std::size_t kMostCrowds = 16;  // each is compared with each
  const std::size_t size = std::min(all.size(), kMostCrowds);
  std::vector<std::pair<StuckSenders*, StuckSenders*>> links;  // a stage, and one behind it
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t k = 0; k < size; ++k) {
      if (i == k || !feeds(model, all[i].crowd, all[k].crowd)) continue;
      links.emplace_back(&all[i], &all[k]);
      all[i].early_stage = true;
      all[i].kind = all[k].kind = StuckSenders::other;
    }
  }
  for (const auto& [early, later] : links) {
    const std::vector<std::uint32_t>& groups = early->crowd.groups;
    if (later->early_stage) continue;
    later->stages.insert(later->stages.end(), groups.begin(), groups.end());
  }
}

// One that waits to send in a method of the same type seems to hold a lock. That nobody is left to
// receive does not follow then: who waits for the lock may be the one.
bool waits_behind_lock(const Model& model, const Crowd& crowd) {
  const std::string_view type = method_type(model.function(crowd.site));
  for (const BlockedHolder& one : blocked_holders(model)) {
    const GroupFacts& facts = model.group(one.holder.group);
    if (!one.busy && facts.op == Operation::chan_send && facts.site == facts.top &&
        model.site_frame(facts) != crowd.site && !type.empty() &&
        method_type(model.function(model.site_frame(facts))) == type) {
      return true;
    }
  }
  return false;
}

// It seems to hold a lock for which others wait: that says more than that it waits to send.
bool holds_a_lock(const Model& model, const Crowd& crowd) {
  if (crowd.count != 1) return false;
  const std::vector<BlockedHolder>& holders = blocked_holders(model);
  return std::any_of(holders.begin(), holders.end(), [&](const BlockedHolder& one) {
    return !one.busy && one.holder.group == crowd.groups.front() && one.view->oldest >= kOldMinutes;
  });
}

std::vector<StuckSenders> find_stuck_senders(const Model& model) {
  std::vector<StuckSenders> found;
  for (Crowd& crowd : crowds_in(model, {Operation::chan_send})) {
    if (crowd.nil_channel) continue;
    StuckSenders senders;
    senders.verdict = judge_leak(model, crowd, kSeveralSenders);
    senders.partners = partners_of(model, crowd);
    senders.crowd = std::move(crowd);
    senders.hub = senders.crowd.groups.front() == sending_hub(model);
    senders.verdict.level = level_of(model, senders);
    // A profile tells no ages and no addresses: requests in progress may be on their way, to a
    // receiver in code that nothing here connects with them.
    if (model.is_profile() && senders.crowd.handler &&
        senders.verdict.level == LeakVerdict::likely && !senders.verdict.growth.growing) {
      senders.verdict.level = LeakVerdict::possible;
    }
    if (senders.verdict.level == LeakVerdict::none) continue;
    senders.behind_lock = waits_behind_lock(model, senders.crowd);
    senders.holds_lock = holds_a_lock(model, senders.crowd);
    if ((senders.behind_lock || senders.holds_lock) &&
        senders.verdict.level == LeakVerdict::likely) {
      senders.verdict.level = LeakVerdict::possible;
    }
    senders.channels = channels_of(waited_objects(model), senders.crowd, model);
    senders.shared_object = sends_to_shared_object(model, senders.crowd);
    if (takes_a_place(model, senders.crowd)) {
      senders.kind = StuckSenders::semaphore;
    } else if (!senders.shared_object && !senders.behind_lock &&
               is_late_answer(model, senders.crowd, senders.verdict.creators)) {
      senders.kind = StuckSenders::answer;
    }
    found.push_back(std::move(senders));
  }
  leave_out_moving(model, found);
  link_to_hub(found);
  link_held_up(model, found);
  link_stages(model, found);
  return found;
}

}  // namespace

const std::vector<StuckSenders>& stuck_senders(const Model& model) noexcept {
  return model.once(find_stuck_senders);
}

OwnLoops own_loops_of(const Model& model, const Crowd& crowd) noexcept {
  const Function& sends = model.function(crowd.site);
  const std::string_view type = method_type(sends);
  OwnLoops loops;
  if (type.empty()) return loops;
  for (std::uint32_t group : crowd.groups) {
    const GroupFacts& facts = model.group(group);
    const std::uint32_t oldest = own_entry_frame(model, facts);
    if (oldest == kNone || !own_goroutine(model, facts)) continue;
    const Function& entry = model.function(oldest);
    if (method_type(entry) != type || entry.name == sends.name) continue;
    loops.count += facts.count;
    if (loops.frame == kNone) loops.frame = oldest;
  }
  return loops;
}

std::string held_up_at(const Model& model, const Partners& partners) {
  const GroupFacts& facts = model.group(partners.held_up.front());
  return place(model, facts.site >= 0 ? model.site_frame(facts) : model.top_frame(facts));
}

void fill(const Model& model, const StuckSenders& senders, Finding& finding) {
  const Crowd& crowd = senders.crowd;
  finding.victim_groups = senders.victims;
  finding.victim_groups.insert(finding.victim_groups.end(), senders.stages.begin(),
                               senders.stages.end());
  if (!senders.stages.empty()) {
    finding.supports(count_of(goroutines_in(model, senders.stages), "goroutine") +
                     " that the same calls started before these wait to send too, as earlier "
                     "stages of a pipeline do");
  }
  if (!senders.victims.empty()) {
    const std::uint64_t victims = goroutines_in(model, senders.victims);
    finding.supports(count_of(victims, "goroutine") + (victims == 1 ? " waits" : " wait") +
                     (senders.hub ? " to send meanwhile, and nobody else is in the middle of "
                                    "anything who could receive from them"
                                  : " to send to a method of the same type, which would receive "
                                    "from them"));
  }
  finding.supports(count_of(crowd.count, "goroutine") + (crowd.count == 1 ? " waits" : " wait") +
                   " at the send in " + place(model, crowd.site));
  fill(model, crowd, senders.verdict, finding);
  if (senders.holds_lock) finding.severity = Severity::info;
  const std::string_view type = method_type(model.function(crowd.site));
  if (senders.partners.held_up_count > 0) {
    finding.supports(
        count_of(senders.partners.held_up_count, "goroutine") +
        (senders.behind_hub ? " " : " of the same type ") +
        (senders.partners.held_up_count == 1 ? "waits to send itself" : "wait to send themselves") +
        " in " + held_up_at(model, senders.partners) + ", and cannot receive meanwhile");
  } else if (senders.partners.resting > 0) {
    finding.supports(
        number(senders.partners.resting) +
        " run the same loop and wait to receive, so from another channel: what is sent "
        "to one that waits is handed over at once");
  } else if (const OwnLoops loops = own_loops_of(model, crowd);
             loops.count > 0 && loops.count < crowd.count &&
             senders.partners.server_count == senders.partners.idle) {
    finding.supports(number(loops.count) + " of them began with " + place(model, loops.frame) +
                     ", and no other goroutine that runs a method of " + code(type) +
                     " does anything but wait");
  } else if (senders.partners.server_count == 0 && senders.victims.empty() &&
             !senders.behind_lock) {
    finding.supports("No other goroutines " +
                     (type.empty() ? std::string("are left that could receive")
                                   : "of their own run a method of " + code(type)) +
                     (model.fragment() ? " in this excerpt" : ", so nobody is there to receive"));
  }
  const Partners& partners = senders.partners;
  if (partners.server_count > 0 && partners.server_count == partners.idle) {
    finding.supports(count_of(partners.server_count, "goroutine") + " of the same type " +
                     (partners.server_count == 1 ? "waits" : "wait") +
                     " at other channels: who waits at this one would be given a value at once");
    finding.against("1 of those may come to this channel when something else wakes it");
  }
  if (senders.channels > 0) {
    finding.supports(count_of(senders.channels, "different channel") +
                     ", by the addresses printed");
  } else if (!crowd.leaked) {
    finding.against(
        "No addresses of channels are printed here: a receiver in other code cannot be excluded");
  }
  if (senders.partners.caller_count > 0) {
    finding.against(count_of(senders.partners.caller_count, "goroutine") +
                    " may still be in the call that would receive");
  }
}

}  // namespace gowhy
