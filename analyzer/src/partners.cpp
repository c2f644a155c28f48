#include "partners.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "answerers.h"
#include "by_crowd.h"
#include "handed_objects.h"
#include "locks.h"
#include "logged_stacks.h"
#include "roles.h"
#include "sort_by.h"
#include "stack_facts.h"
#include "wait_workers.h"

namespace gowhy {
namespace {

// Who started the goroutines of each group, and whom each started.
struct Starters {
  std::vector<std::string_view> of_group;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> groups;
};

Starters find_starters(const Model& model) {
  Starters starters;
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const std::string_view by = starter_of(model, model.group(g));
    starters.of_group.push_back(by);
    if (!by.empty()) starters.groups[by].push_back(g);
  }
  return starters;
}

// Tells for each group what it may be to a crowd.
class Finder {
 public:
  Finder(const Model& model, const Crowd& crowd)
      : model_(model), starters_(model.once(find_starters)) {
    const Function& site = model.function(crowd.site);
    site_ = site.name;
    line_ = model.dump().symbols.frame_at(crowd.site).line;
    type_ = method_type(site);
    package_ = site.package;
    no_creators_ = !crowd.handler && crowd.created_by == kNone;
    sends_ = crowd.op == Operation::chan_send;
    in_library_ = !model.own(crowd.site);
    if (!crowd.handler && crowd.created_by != kNone) creator_ = starter_of(model, crowd);
    const GroupFacts& first = model.group(crowd.groups.front());
    for (std::uint32_t frame : first.frames) {
      if (model.own(frame)) calls_.push_back(model.name(frame));
    }
    if (sends_ && !crowd.handler) {
      entry_ = model.entry(first);
      for (std::uint32_t frame : first.frames) {
        const Function& function = model.function(frame);
        if (function.name == entry_ && function.closure_depth > 0 && model.own(frame)) {
          entry_line_ = model.dump().symbols.frame_at(frame).line;
        }
      }
    }
    const std::size_t above = static_cast<std::size_t>(first.site) + 1;
    if (sends_ && above < first.frames.size() && model.own(first.frames[above])) {
      const Frame& caller = model.dump().symbols.frame_at(first.frames[above]);
      caller_ = caller.function;
      caller_line_ = caller.line;
    }
    // A function without a type, such as an actor's Ask, is served by what its package has; in the
    // program's own package stands everything.
    const bool of_package =
        crowd.handler && crowd.op == Operation::chan_receive && package_ != "main";
    // Names are compared once for each function and not for each frame.
    const Symbols& symbols = model.dump().symbols;
    marks_.resize(symbols.function_count());
    for (std::uint32_t id = 0; id < marks_.size(); ++id) {
      const Function& function = symbols.function_at(id);
      // A closure of theirs was given the channel by those who wait for its answer.
      if (function.name == site_) {
        marks_[id] |= kSite;
      } else if ((is_closure(function.name, site_) && !sends_) ||
                 (type_.empty() ? of_package && function.package == package_
                                : method_type(function) == type_)) {
        marks_[id] |= kType;
      }
      if ((no_creators_ && function.package == package_) || function.name == entry_ ||
          id == caller_) {
        marks_[id] |= kNear;
      }
      if (creator_.empty()) continue;
      if (function.name == creator_) marks_[id] |= kCreator;
      if (is_closure(function.name, creator_)) marks_[id] |= kClosure;
    }
  }

  /// The groups that may be something to the crowd, ascending: all others share neither functions
  /// nor starters with it.
  [[nodiscard]] std::vector<std::uint32_t> candidates() const {
    std::vector<std::uint32_t> groups;
    for (std::uint32_t id = 0; id < marks_.size(); ++id) {
      if (marks_[id] == 0) continue;
      for (const Hit& hit : model_.hits_of(id)) groups.push_back(hit.group);
    }
    const auto add_started = [&](std::string_view by) {
      const auto started = starters_.groups.find(by);
      if (started == starters_.groups.end()) return;
      groups.insert(groups.end(), started->second.begin(), started->second.end());
    };
    add_started(creator_);
    for (std::string_view call : calls_) add_started(call);
    keep_distinct(groups);
    return groups;
  }

  [[nodiscard]] bool is_caller(const GroupFacts& facts) const {
    // Whoever waits until they have ended does not receive from them meanwhile.
    if (sends_ && facts.op == Operation::waitgroup) return false;
    if (creator_ == "main.main") {
      // main never leaves main.main: it counts while it is busy there and not waiting in a call.
      return model_.site_frame(facts) != kNone && model_.name(model_.site_frame(facts)) == creator_;
    }
    if (!creator_.empty()) {
      const bool started = starter(facts) == creator_;
      for (std::uint32_t frame : facts.frames) {
        const std::uint8_t mark = mark_of(frame);
        if ((mark & kCreator) != 0 || ((mark & kClosure) != 0 && !started)) return true;
      }
      if (started && model_.site_frame(facts) != kNone &&
          model_.name(model_.site_frame(facts)) != site_) {
        return true;
      }
    }
    // Without creators: a handler at work in the same package may be the call that waits for them.
    if (no_creators_ && facts.site >= 0 && runs_library_code(model_, facts) &&
        !is_main(model_, facts)) {
      return model_.function(model_.site_frame(facts)).package == package_;
    }
    return is_child(facts);
  }

  // chansend hands its value to a receiver that waits (runtime/chan.go, "Found a waiting
  // receiver"), so whoever is parked in a receive has another channel. One that runs the same loop
  // as those who send will come to the same send: it is no consumer of theirs either.
  [[nodiscard]] bool rests(const GroupFacts& facts) const {
    return sends_ && !entry_.empty() && facts.op == Operation::chan_receive &&
           facts.site == facts.top && model_.entry(facts) == entry_;
  }

  /// It has passed the line at which the crowd sends, as who has got the place of a semaphore.
  [[nodiscard]] bool is_behind_send(const GroupFacts& facts) const {
    const std::uint32_t site = model_.site_frame(facts);
    return (mark_of(site) & kSite) != 0 && model_.dump().symbols.frame_at(site).line > line_;
  }

  /// It would receive, but waits to send itself, at another place; or at that of the requests,
  /// called by a method of that type, as its loop is, which alone receives from the channel.
  [[nodiscard]] bool is_held_up(const GroupFacts& facts, bool same_place) const {
    if (!sends_ || type_.empty() || facts.op != Operation::chan_send) return false;
    // The loop of a library's object, where they wait in one of its methods.
    const bool loop = in_library_ && facts.site < 0;
    if (!loop && (facts.site != facts.top || runs_library_code(model_, facts))) return false;
    if (!entry_.empty() && model_.entry(facts) == entry_) return false;
    const int wanted = same_place ? kType : kType | kSite;
    return std::any_of(facts.frames.begin(), facts.frames.end(),
                       [&](std::uint32_t frame) { return (mark_of(frame) & wanted) != 0; });
  }

  // The send is in a function of its own, such as `Acquire`, and they have returned from it into
  // the function in which the others call it, and work there.
  [[nodiscard]] bool has_passed(const GroupFacts& facts) const {
    if (caller_ == kNone || waits_for_others(facts)) return false;
    return std::any_of(facts.frames.begin(), facts.frames.end(), [&](std::uint32_t id) {
      const Frame& frame = model_.dump().symbols.frame_at(id);
      return frame.function == caller_ && frame.line > caller_line_;
    });
  }

  [[nodiscard]] bool is_child(const GroupFacts& facts) const {
    const std::string_view by = starter(facts);
    if (by.empty() || std::find(calls_.begin(), calls_.end(), by) == calls_.end()) return false;
    // A server's loop hands connections on and takes nothing from a channel.
    return !model_.has(facts, {"net.(*TCPListener).Accept", "net.(*UnixListener).Accept"});
  }

  /// Parked in a send in the function in which the crowd waits to receive: it asks as they do, and
  /// brings them nothing, as whoever waits in a receive would have been handed the value.
  [[nodiscard]] bool asks_too(const GroupFacts& facts) const {
    return !sends_ && facts.op == Operation::chan_send && facts.site == facts.top &&
           (mark_of(model_.site_frame(facts)) & kSite) != 0;
  }

  [[nodiscard]] bool is_server(const GroupFacts& facts) const {
    // Whoever waits at a send as well is a stage before the end, and a Cond is no channel.
    if (sends_ && (facts.op == Operation::chan_send || facts.op == Operation::cond ||
                   only_waits_for_siblings(model_, facts))) {
      return false;
    }
    if (asks_too(facts) && runs_library_code(model_, facts)) return false;
    if (will_send(facts)) return false;
    bool same_type = false;
    for (std::uint32_t frame : facts.frames) {
      const std::uint8_t mark = mark_of(frame);
      // Of those who wait for one result, the one who makes it is further on in the same function,
      // or before the line at which the others wait for it.
      const std::uint32_t line = model_.dump().symbols.frame_at(frame).line;
      if ((mark & kSite) != 0 && (sends_ ? line > line_ : line != line_)) return true;
      same_type = same_type || (mark & kType) != 0;
    }
    return same_type && !runs_library_code(model_, facts);
  }

 private:
  enum Mark : std::uint8_t { kSite = 1, kType = 2, kCreator = 4, kClosure = 8, kNear = 16 };

  [[nodiscard]] std::uint8_t mark_of(std::uint32_t frame) const {
    return marks_[model_.function_id(frame)];
  }

  /// In the closure that a call of the user's own has started, as those who send are, and before
  /// the line at which that leads to the send: it comes there next.
  [[nodiscard]] bool will_send(const GroupFacts& facts) const {
    if (entry_line_ == 0 || model_.entry(facts) != entry_) return false;
    const std::uint32_t oldest = own_entry_frame(model_, facts);
    return oldest != kNone && model_.name(oldest) == entry_ &&
           model_.dump().symbols.frame_at(oldest).line < entry_line_;
  }

  static bool waits_for_others(const GroupFacts& facts) {
    return facts.site == facts.top &&
           (is_channel(facts.op) || facts.op == Operation::waitgroup ||
            facts.op == Operation::cond || is_lock_wait(facts.op) || facts.parked_on_channel);
  }

  [[nodiscard]] std::string_view starter(const GroupFacts& facts) const {
    return starters_.of_group[static_cast<std::size_t>(&facts - model_.groups().data())];
  }

  const Model& model_;
  const Starters& starters_;
  std::vector<std::uint8_t> marks_;  // by function id
  std::string_view site_, type_, creator_;
  std::string_view package_;
  bool sends_ = false, no_creators_ = false, in_library_ = false;
  std::string_view entry_;        // of the goroutines that send
  std::uint32_t entry_line_ = 0;  // of a closure: where it leads to the send
  std::uint32_t line_ = 0;
  std::uint32_t caller_ = kNone, caller_line_ = 0;  // whoever called the function that sends
  std::vector<std::string_view> calls_;
};

// A loop in the middle of a closure that another goroutine has sent it, as an actor does.
bool runs_what_was_sent(const Model& model, const GroupFacts& facts) {
  const Function& site = model.function(model.site_frame(facts));
  return own_goroutine(model, facts) && site.closure_depth > 0 &&
         site.name.substr(0, facts.own_entry.size()) != facts.own_entry;
}

Partners find_partners(const Model& model, const Crowd& crowd) {
  Partners partners;
  const Finder finder(model, crowd);
  Answerers answerers(model, method_type(model.function(crowd.site)));
  const std::vector<std::uint32_t>& logged = logged_stacks(model);
  for (std::uint32_t g : finder.candidates()) {
    const GroupFacts& facts = model.group(g);
    if (std::binary_search(logged.begin(), logged.end(), g)) continue;
    if (facts.role != nullptr && facts.role->name == "writes this dump") continue;
    const bool same_place = facts.op == crowd.op && model.site_frame(facts) == crowd.site;
    if (same_place && !(crowd.handler && finder.is_held_up(facts, true))) continue;
    if (std::binary_search(crowd.groups.begin(), crowd.groups.end(), g)) continue;
    if (finder.rests(facts) && !finder.is_behind_send(facts)) {
      partners.resting += facts.count;
    } else if (finder.is_held_up(facts, same_place)) {
      partners.held_up.push_back(g);
      partners.held_up_count += facts.count;
    } else if (finder.has_passed(facts)) {
      partners.servers.push_back(g);
      partners.server_count += facts.count;
    } else if (finder.is_caller(facts)) {
      partners.callers.push_back(g);
      partners.caller_count += facts.count;
      if (finder.is_child(facts)) partners.children += facts.count;
    } else if (finder.is_server(facts)) {
      partners.servers.push_back(g);
      partners.server_count += facts.count;
      const bool idle =
          finder.asks_too(facts) || (waits_by_itself(facts) && !runs_what_was_sent(model, facts) &&
                                     !answerers.at_work_for(facts));
      if (idle) partners.idle += facts.count;
      if (facts.op == Operation::select) partners.in_select += facts.count;
    }
  }
  if (crowd.op == Operation::chan_send && partners.servers.empty()) {
    for (std::uint32_t g : given_object_of(model, crowd)) {
      partners.servers.push_back(g);
      partners.server_count += model.group(g).count;
    }
  }
  return partners;
}

}  // namespace

const Partners& partners_of(const Model& model, const Crowd& crowd) noexcept {
  return model.once(ByCrowd<Partners>::none).of(crowd, model, find_partners);
}

std::vector<std::uint32_t> waiters_served_by(const Model& model,
                                             const std::vector<std::uint32_t>& servers) noexcept {
  // Whoever serves a channel is in a method of the type that waits at it, or in the same function
  // or a closure of it.
  std::unordered_set<std::string_view> names;
  for (std::uint32_t server : servers) {
    for (std::uint32_t frame : model.group(server).frames) {
      const Function& function = model.function(frame);
      if (!model.own(frame)) continue;
      names.insert(function.name);
      if (function.closure_depth > 0) {
        names.insert(function.name.substr(0, function.name.rfind('.')));
      }
      if (const std::string_view type = method_type(function); !type.empty()) names.insert(type);
    }
  }
  std::vector<std::uint32_t> waiters;
  for (const Crowd& crowd : crowds_in(model, {Operation::chan_send, Operation::chan_receive})) {
    const Function& site = model.function(crowd.site);
    if (names.count(site.name) == 0 && names.count(method_type(site)) == 0) continue;
    const Partners& partners = partners_of(model, crowd);
    const bool only =
        std::all_of(partners.servers.begin(), partners.servers.end(), [&](std::uint32_t server) {
          return std::binary_search(servers.begin(), servers.end(), server);
        });
    if (!only || partners.servers.empty()) continue;
    waiters.insert(waiters.end(), crowd.groups.begin(), crowd.groups.end());
  }
  return waiters;
}

}  // namespace gowhy
