#include "wait_workers.h"

#include <algorithm>

#include "address_filter.h"
#include "kin.h"
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
  // `go p.work(); go p.finish()`, where finish is no more than Wait and close.
  const bool siblings = model.creator(facts) == model.creator(other);
  if (siblings && model.name(model.site_frame(facts)) == facts.own_entry) return false;
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

std::vector<std::uint64_t> waiting_ids(const Model& model) {
  std::vector<std::uint64_t> ids;
  for (const GroupFacts& facts : model.groups()) {
    if (!is_waiting_call(facts)) continue;
    for (std::uint32_t record : facts.records) {
      const std::uint64_t id = model.dump().records[record].id;
      if (id != 0) ids.push_back(id);
    }
  }
  return ids;
}

std::vector<WaitingCall> find_waiting_calls(const Model& model) {
  std::vector<WaitingCall> calls;
  const bool printed = !model.is_profile() && creators_are_printed(model);
  const Handed handed(model);
  const StartedBy started(model, waiting_ids(model));
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const GroupFacts& facts = model.group(g);
    if (!is_waiting_call(facts)) continue;
    WaitingCall call;
    call.group = g;
    const Kin kin(model, facts, started);
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
