#include "wait_workers.h"

#include <algorithm>
#include <unordered_map>

#include "address_filter.h"
#include "crowds.h"
#include "lock_owners.h"
#include "locks.h"
#include "roles.h"
#include "sort_by.h"

namespace gowhy {
namespace {

// The largest groups that wait are looked at; each is compared with all groups.
constexpr std::size_t kMostCalls = 32;

bool is_waiting_call(const GroupFacts& facts) noexcept {
  return facts.op == Operation::waitgroup && facts.site >= 0 && facts.site == facts.top;
}

// Groups by the function that created them; `for_others` are those of sync.(*WaitGroup).Go and the
// like, whose creator says nothing.
struct Created {
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_function;
  std::vector<std::uint32_t> for_others;
};

Created find_created(const Model& model) {
  Created created;
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const GroupFacts& facts = model.group(g);
    if (facts.created_by == kNone) continue;
    if (starts_for_others(model.creator(facts))) {
      created.for_others.push_back(g);
    } else {
      created.by_function[model.function_id(facts.created_by)].push_back(g);
    }
  }
  return created;
}

// What the functions of the dump are to one waiting stack; names are compared once for each.
class Kin {
 public:
  Kin(const Model& model, const GroupFacts& facts) : model_(model) {
    for (std::uint32_t frame : facts.frames) {
      if (model.own(frame)) callers_.push_back(model.function_id(frame));
    }
    // `go func() { wg.Wait(); close(results) }()`: the one that waits was started by whom it waits
    // for, too.
    const std::string_view entry = facts.own_entry;
    const std::size_t closure = entry.rfind(".func");
    if (own_goroutine(model, facts) && closure != std::string_view::npos) {
      const std::uint32_t parent = model.dump().symbols.find_function(entry.substr(0, closure));
      siblings_ = facts.created_by != kNone || parent != kNone;
      if (siblings_) {
        callers_.push_back(facts.created_by != kNone ? model.function_id(facts.created_by)
                                                     : parent);
      }
    }
    keep_distinct(callers_);
    for (std::uint32_t record : facts.records) {
      const std::uint64_t id = model.dump().records[record].id;
      if (id != 0) ids_.push_back(id);
    }
    sort_numbers(ids_);
    const std::string_view type = method_type(model.function(model.site_frame(facts)));
    const Symbols& symbols = model.dump().symbols;
    same_type_.resize(symbols.function_count());
    for (std::uint32_t id = 0; id < same_type_.size(); ++id) {
      const Function& function = symbols.function_at(id);
      same_type_[id] = !type.empty() && method_type(function) == type;
      if (same_type_[id] || is_closure_of_caller(function.name)) looked_for_.push_back(id);
    }
  }

  /// The groups that may be children or relatives, ascending.
  [[nodiscard]] std::vector<std::uint32_t> candidates() const {
    const Created& created = model_.once(find_created);
    std::vector<std::uint32_t> groups = created.for_others;
    for (std::uint32_t caller : callers_) {
      const auto children = created.by_function.find(caller);
      if (children == created.by_function.end()) continue;
      groups.insert(groups.end(), children->second.begin(), children->second.end());
    }
    for (std::uint32_t function : looked_for_) {
      for (const Hit& hit : model_.hits_of(function)) groups.push_back(hit.group);
    }
    keep_distinct(groups);
    return groups;
  }

  // By `created by` or, where a format leaves that out, as a closure of one of the functions.
  [[nodiscard]] bool is_child(const GroupFacts& facts) const {
    if (facts.created_by != kNone && !starts_for_others(model_.creator(facts))) {
      return std::binary_search(callers_.begin(), callers_.end(),
                                model_.function_id(facts.created_by));
    }
    if (facts.created_by != kNone && started_by_waiter(facts)) return true;
    return is_closure_of_caller(facts.own_entry);
  }

  // `created by sync.(*WaitGroup).Go in goroutine N` names only the helper and the goroutine.
  [[nodiscard]] bool started_by_waiter(const GroupFacts& facts) const {
    return std::any_of(facts.records.begin(), facts.records.end(), [&](std::uint32_t record) {
      return std::binary_search(ids_.begin(), ids_.end(), model_.dump().records[record].creator);
    });
  }

  /// Whether those whom its own creator started count as its children.
  [[nodiscard]] bool has_siblings() const noexcept { return siblings_; }

  // Or a library's worker that runs a closure of theirs: a pool's, which calls Done in the end.
  [[nodiscard]] bool is_relative(const GroupFacts& facts) const {
    if (facts.created_by != kNone && model_.origin(facts.created_by) == Origin::module &&
        is_closure_of_caller(facts.own_entry)) {
      return true;
    }
    const bool related =
        std::any_of(facts.frames.begin(), facts.frames.end(),
                    [&](std::uint32_t frame) { return same_type_[model_.function_id(frame)]; });
    return related && own_goroutine(model_, facts);
  }

 private:
  [[nodiscard]] bool is_closure_of_caller(std::string_view function) const {
    return std::any_of(callers_.begin(), callers_.end(), [&](std::uint32_t id) {
      const std::string_view name = model_.dump().symbols.function_at(id).name;
      return function.size() > name.size() && function.substr(0, name.size()) == name &&
             function.substr(name.size(), 5) == ".func";
    });
  }

  const Model& model_;
  bool siblings_ = false;
  std::vector<std::uint32_t> callers_;     // function ids, sorted
  std::vector<bool> same_type_;            // by function id
  std::vector<std::uint32_t> looked_for_;  // of the type, or a closure of a caller
  std::vector<std::uint64_t> ids_;         // of the goroutines that wait, sorted
};

// The pointers of those who wait, found on other stacks: whoever was handed the WaitGroup, or the
// object it lies in, may be who has yet to call Done. Go prints no captured variables, so that it
// is found says something, that it is not says nothing.
class Handed {
 public:
  explicit Handed(const Model& model) : model_(model) {
    for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
      const GroupFacts& facts = model.group(g);
      if (!is_waiting_call(facts)) continue;
      for (std::size_t i = 0; i < facts.records.size() && i < kPerGroup; ++i)
        note(g, facts.records[i]);
    }
    if (pointers_.empty()) return;
    sort_by(pointers_, [](const Pointer& pointer) { return pointer.address; });
    AddressFilter waited_for(pointers_.size());
    for (const Pointer& pointer : pointers_) waited_for.add(pointer.address);
    const std::vector<bool> may_have = waited_for.records_with(model.dump());
    for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
      for (std::uint32_t record : model.group(g).records) {
        if (may_have[record]) look_at(g, record, waited_for);
      }
    }
  }

  struct Hit {
    std::uint32_t waiting_group = 0, waiting_record = 0, group = 0;
    bool object = false;  // the object, not the WaitGroup itself
  };
  [[nodiscard]] const std::vector<Hit>& hits() const noexcept { return hits_; }

 private:
  static constexpr std::size_t kPerGroup = 64;
  static constexpr std::uint64_t kLargestObject = 4096;
  static constexpr std::size_t kMostHits = 4096;

  struct Pointer {
    std::uint64_t address = 0;
    std::uint32_t group = 0, record = 0;
    bool object = false;
    bool operator<(const Pointer& other) const noexcept { return address < other.address; }
  };

  void note(std::uint32_t group, std::uint32_t record) {
    const GroupFacts& facts = model_.group(group);
    bool exact = false;
    for (int i = 0; i < facts.site; ++i) {
      if (model_.special(facts.frames[static_cast<std::size_t>(i)]) != Special::wg_wait) continue;
      const std::uint64_t address = model_.receiver(record, i, &exact);
      if (address == 0 || !exact) return;
      pointers_.push_back({address, group, record, false});
      const std::uint64_t object = model_.receiver(record, facts.site, &exact);
      if (object != 0 && exact && object <= address && address - object < kLargestObject) {
        pointers_.push_back({object, group, record, true});
      }
      return;
    }
  }

  void look_at(std::uint32_t group, std::uint32_t record, const AddressFilter& waited_for) {
    for (const Arg& arg : model_.args(record)) {
      if (!waited_for.may_have(arg.address())) continue;
      auto at = std::lower_bound(pointers_.begin(), pointers_.end(), Pointer{arg.address()});
      for (; at != pointers_.end() && at->address == arg.address(); ++at) {
        const bool waits_too =
            model_.site_frame(model_.group(at->group)) == model_.site_frame(model_.group(group));
        if (waits_too || hits_.size() >= kMostHits) continue;
        hits_.push_back({at->group, at->record, group, at->object});
      }
    }
  }

  const Model& model_;
  std::vector<Pointer> pointers_;
  std::vector<Hit> hits_;
};

bool has(const std::vector<std::uint32_t>& groups, std::uint32_t group) {
  return std::find(groups.begin(), groups.end(), group) != groups.end();
}

// It waits in its own loop for the next event, and whoever waits for the group does not stop it: a
// service of the object, such as the reader of its errors. It has nothing to call Done for. A
// worker that Stop waits for looks the same, and then it is the worker that did not end.
bool is_idle_service(const Model& model, const GroupFacts& facts, const GroupFacts& other) {
  if (ends_something(model.function(model.site_frame(facts))) || lasts(model, facts)) return false;
  const bool receives =
      other.op == Operation::chan_receive ||
      (model.is_profile() && (other.parked_on_channel || other.op == Operation::unknown));
  return receives && other.site >= 0 && other.site == other.top &&
         model.name(model.site_frame(other)) == other.own_entry;
}

void add_handed(const Model& model, const std::vector<Handed::Hit>& hits, WaitingCall& call) {
  const auto add = [&](std::vector<std::uint32_t>& groups, std::uint64_t& count, std::uint32_t g) {
    if (has(call.children, g) || has(call.relatives, g)) return;
    groups.push_back(g);
    count += model.group(g).count;
  };
  for (const Handed::Hit& hit : hits) {
    if (hit.waiting_group != call.group) continue;
    if (hit.object && is_idle_service(model, model.group(call.group), model.group(hit.group))) {
      continue;
    }
    if (hit.object) {
      add(call.relatives, call.relative_count, hit.group);
    } else {
      add(call.children, call.child_count, hit.group);
      const auto at = std::find(call.alone.begin(), call.alone.end(), hit.waiting_record);
      if (at != call.alone.end()) call.alone.erase(at);
    }
  }
}

// Workers of other objects have nothing to call Done for here. If those that wait are copies of a
// struct whose workers went on with the original, all are.
void leave_out_strangers(const Model& model, WaitingCall& call) {
  const GroupFacts& facts = model.group(call.group);
  const std::string_view type = method_type(model.function(model.site_frame(facts)));
  if (type.empty() || facts.records.empty()) return;
  AddressFilter waiting(facts.records.size());
  for (std::uint32_t record : facts.records) {
    const std::uint64_t object = object_on_stack(model, record, type);
    if (object == 0) return;
    waiting.add(object);
  }
  std::size_t kept = 0;
  for (std::uint32_t group : call.relatives) {
    const auto records = model.group(group).records;
    const bool strange = std::all_of(records.begin(), records.end(), [&](std::uint32_t record) {
      const std::uint64_t object = object_on_stack(model, record, type);
      return object != 0 && !waiting.may_have(object);
    });
    if (strange) {
      call.stranger_count += model.group(group).count;
    } else {
      call.relatives[kept++] = group;
    }
  }
  call.relatives.resize(kept);
  call.relative_count -= call.stranger_count;
}

// Others are in the function that calls Wait, and do something else there. Whoever waits for
// minutes does so for one that is as old: younger ones work for other keys.
std::uint64_t leaders_of(const Model& model, const GroupFacts& facts) {
  constexpr std::int32_t kOldMinutes = 2;
  const std::uint32_t function = model.function_id(model.site_frame(facts));
  std::uint64_t count = 0;
  for (const Hit& hit : model.hits_of(function)) {
    const GroupFacts& other = model.group(hit.group);
    const bool waits =
        is_waiting_call(other) && model.function_id(model.site_frame(other)) == function;
    const bool younger = facts.ages.max >= kOldMinutes && other.ages.max < kOldMinutes;
    if (!waits && !younger) count += other.count;
  }
  return count;
}

bool creators_are_printed(const Model& model) {
  return std::any_of(model.groups().begin(), model.groups().end(),
                     [](const GroupFacts& facts) { return facts.created_by != kNone; });
}

}  // namespace

bool own_goroutine(const Model& model, const GroupFacts& facts) noexcept {
  for (std::size_t i = facts.frames.size(); i-- > 0;) {
    const Origin origin = model.origin(facts.frames[i]);
    if (origin == Origin::runtime || is_generic_root(model.name(facts.frames[i]))) continue;
    return origin == Origin::main;
  }
  return false;
}

namespace {

std::uint64_t count_workers_at_work(const Model& model) {
  std::uint64_t count = 0;
  for (const GroupFacts& facts : model.groups()) {
    if (is_at_work(model, facts)) count += facts.count;
  }
  return count;
}

}  // namespace

bool is_at_work(const Model& model, const GroupFacts& facts) noexcept {
  if (facts.site < 0 || facts.role != nullptr || facts.op == Operation::waitgroup ||
      facts.op == Operation::io_accept || !own_goroutine(model, facts)) {
    return false;
  }
  const std::string_view entry = facts.own_entry;
  if (entry == "main.main") return false;
  // debug=1 leaves out the frames of a channel operation.
  const bool hidden = model.is_profile() && facts.op == Operation::unknown;
  const bool pauses = is_channel(facts.op) || facts.op == Operation::sleep || hidden;
  // A loop that waits in its own function has nothing to do.
  return !pauses || model.name(model.site_frame(facts)) != entry;
}

bool only_waits_for_siblings(const Model& model, const GroupFacts& facts) noexcept {
  if (facts.op != Operation::waitgroup || facts.site < 0 || !own_goroutine(model, facts)) {
    return false;
  }
  const std::string_view site = model.name(model.site_frame(facts));
  return site == facts.own_entry && site.rfind(".func") != std::string_view::npos;
}

bool others_at_work(const Model& model, const std::vector<std::uint32_t>& groups) noexcept {
  std::uint64_t own = 0;
  for (std::uint32_t group : groups) {
    if (is_at_work(model, model.group(group))) own += model.group(group).count;
  }
  return workers_at_work(model) > own;
}

bool lasts(const Model& model, const GroupFacts& facts) noexcept {
  // Of an excerpt nobody knows when the process started, and it is there to be explained.
  if (facts.site < 0 || model.fragment() || runs_library_code(model, facts)) return false;
  constexpr std::int32_t kOldMinutes = 2;
  const bool since_start = facts.count == 1 && facts.ages.max >= kOldMinutes &&
                           facts.ages.max * 10 >= model.oldest_minutes() * 8;
  const std::string_view base = model.function(model.site_frame(facts)).base;
  return since_start || named_like(base, {"wait"}) || base == "Run" || base == "run";
}

std::uint64_t workers_at_work(const Model& model) noexcept {
  return model.once(count_workers_at_work);
}

bool ends_something(const Function& function) noexcept {
  return named_like(function.base, {"stop", "close", "shutdown", "quit", "terminate", "drain",
                                    "dispose", "join", "kill", "halt"});
}

namespace {

std::vector<WaitingCall> find_waiting_calls(const Model& model) {
  std::vector<WaitingCall> calls;
  const bool printed = !model.is_profile() && creators_are_printed(model);
  const Handed handed(model);
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const GroupFacts& facts = model.group(g);
    if (!is_waiting_call(facts)) continue;
    WaitingCall call;
    call.group = g;
    const Kin kin(model, facts);
    std::vector<std::uint64_t> parents;
    std::uint64_t with_creator = 0;
    for (std::uint32_t h : kin.candidates()) {
      if (h == g) continue;
      const GroupFacts& other = model.group(h);
      if (other.op == Operation::waitgroup && model.site_frame(other) == model.site_frame(facts))
        continue;
      if (kin.is_child(other)) {
        call.children.push_back(h);
        call.child_count += other.count;
        for (std::uint32_t record : other.records) {
          const std::uint64_t creator = model.dump().records[record].creator;
          if (creator == 0) continue;
          ++with_creator;
          if (parents.empty() || parents.back() != creator) parents.push_back(creator);
        }
      } else if (kin.is_relative(other) && !is_idle_service(model, facts, other)) {
        call.relatives.push_back(h);
        call.relative_count += other.count;
      }
    }
    sort_numbers(parents);
    const auto is_parent = [&](std::uint64_t id) {
      return std::binary_search(parents.begin(), parents.end(), id);
    };
    // Creators are printed from Go 1.21; the waiting goroutine's own header tells whether they are
    // here.
    call.leader_count = leaders_of(model, facts);
    call.creators_printed = printed;
    call.by_id =
        with_creator > 0 || (model.go_version().known && model.go_version().min_minor >= 21);
    for (std::uint32_t record : facts.records) {
      const Record& waiting = model.dump().records[record];
      const bool has_child = call.by_id && (is_parent(waiting.id) ||
                                            (kin.has_siblings() && is_parent(waiting.creator)));
      if (!has_child && (call.by_id || call.child_count == 0)) call.alone.push_back(record);
    }
    leave_out_strangers(model, call);
    add_handed(model, handed.hits(), call);
    calls.push_back(std::move(call));
    if (calls.size() >= kMostCalls) break;
  }
  return calls;
}

}  // namespace

const std::vector<WaitingCall>& waiting_calls(const Model& model) noexcept {
  return model.once(find_waiting_calls);
}

const WaitingCall* waiting_call_of(const Model& model, std::uint32_t group) noexcept {
  const std::vector<WaitingCall>& calls = waiting_calls(model);
  const auto found = std::lower_bound(
      calls.begin(), calls.end(), group,
      [](const WaitingCall& call, std::uint32_t wanted) { return call.group < wanted; });
  return found != calls.end() && found->group == group ? &*found : nullptr;
}

bool is_waited_for(const Model& model, std::uint32_t group) noexcept {
  for (const WaitingCall& call : waiting_calls(model)) {
    if (has(call.children, group) || has(call.relatives, group)) return true;
  }
  return false;
}

}  // namespace gowhy
