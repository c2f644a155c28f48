#include "kin.h"

#include <algorithm>
#include <unordered_map>

#include "at_work.h"
#include "id_set.h"
#include "locks.h"
#include "roles.h"
#include "sort_by.h"
#include "stack_facts.h"

namespace gowhy {
namespace {

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

}  // namespace

StartedBy::StartedBy(const Model& model, const std::vector<std::uint64_t>& ids) {
  if (ids.empty()) return;
  IdSet wanted;
  for (const std::uint64_t id : ids) wanted.add(id);
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const GroupFacts& facts = model.group(g);
    if (facts.role != nullptr || facts.created_by == kNone || !model.own(facts.created_by)) {
      continue;
    }
    for (std::uint32_t record : facts.records) {
      const std::uint64_t by = model.dump().records[record].creator;
      if (by != 0 && wanted.has(by)) starts_.push_back({by, g});
    }
  }
  sort_by(starts_, [](const Start& start) { return start.by; });
}

std::vector<std::uint32_t> StartedBy::groups_of(const std::vector<std::uint64_t>& ids) const {
  std::vector<std::uint32_t> groups;
  for (const std::uint64_t id : ids) {
    auto at = std::lower_bound(starts_.begin(), starts_.end(), id,
                               [](const Start& start, std::uint64_t by) { return start.by < by; });
    for (; at != starts_.end() && at->by == id; ++at) groups.push_back(at->group);
  }
  keep_distinct(groups);
  return groups;
}

Kin::Kin(const Model& model, const GroupFacts& facts, const StartedBy& started) : model_(model) {
  for (std::uint32_t frame : facts.frames) {
    if (model.own(frame)) callers_.push_back(model.function_id(frame));
  }
  // `go func() { wg.Wait(); close(results) }()`: the one that waits was started by whom it waits
  // for, too.
  const std::string_view entry = facts.own_entry;
  const std::size_t closure = entry.rfind(".func");
  if (only_waits_for_siblings(model, facts) ||
      (own_goroutine(model, facts) && closure != std::string_view::npos)) {
    const std::uint32_t parent = closure == std::string_view::npos
                                     ? kNone
                                     : model.dump().symbols.find_function(entry.substr(0, closure));
    siblings_ = facts.created_by != kNone || parent != kNone;
    if (siblings_) {
      callers_.push_back(facts.created_by != kNone ? model.function_id(facts.created_by) : parent);
    }
  }
  keep_distinct(callers_);
  for (std::uint32_t record : facts.records) {
    const std::uint64_t id = model.dump().records[record].id;
    if (id != 0) ids_.push_back(id);
  }
  sort_numbers(ids_);
  package_ = model.function(model.site_frame(facts)).package;
  const std::string_view type = method_type(model.function(model.site_frame(facts)));
  const Symbols& symbols = model.dump().symbols;
  same_type_.resize(symbols.function_count());
  for (std::uint32_t id = 0; id < same_type_.size(); ++id) {
    const Function& function = symbols.function_at(id);
    same_type_[id] = !type.empty() && method_type(function) == type;
    if (same_type_[id] || is_closure_of_caller(function.name)) looked_for_.push_back(id);
  }
  find_root(facts);
  add_started(started);
}

void Kin::add_started(const StartedBy& started) {
  // main starts, by functions that have returned, all that serves the process.
  if (ids_.empty() || ids_.front() == kMainGoroutine) return;
  started_ = started.groups_of(ids_);
}

// A closure in a closure that runs on its own waits for what the function around both has started:
// `func New() { go read(); go func() { <-ready; go func() { wg.Wait(); close(done) }() }() }`.
void Kin::find_root(const GroupFacts& facts) {
  const std::string_view creator = model_.creator(facts);
  const std::size_t closure = creator.find(".func");
  if (facts.count != 1 || closure == std::string_view::npos || !model_.own(facts.created_by))
    return;
  root_ = creator.substr(0, closure);
}

std::vector<std::uint32_t> Kin::candidates() const {
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
  if (!root_.empty()) {
    const auto started = created.by_function.find(model_.dump().symbols.find_function(root_));
    if (started != created.by_function.end()) {
      groups.insert(groups.end(), started->second.begin(), started->second.end());
    }
  }
  groups.insert(groups.end(), started_.begin(), started_.end());
  keep_distinct(groups);
  return groups;
}

bool Kin::is_child(const GroupFacts& facts) const {
  if (std::binary_search(started_.begin(), started_.end(), model_.index_of(facts.group))) {
    return true;
  }
  if (facts.created_by != kNone && !starts_for_others(model_.creator(facts))) {
    return std::binary_search(callers_.begin(), callers_.end(),
                              model_.function_id(facts.created_by));
  }
  if (facts.created_by != kNone && started_by_waiter(facts)) return true;
  return is_closure_of_caller(facts.own_entry);
}

bool Kin::started_by_waiter(const GroupFacts& facts) const {
  return std::any_of(facts.records.begin(), facts.records.end(), [&](std::uint32_t record) {
    return std::binary_search(ids_.begin(), ids_.end(), model_.dump().records[record].creator);
  });
}

bool Kin::is_relative(const GroupFacts& facts) const {
  if (!root_.empty() && model_.creator(facts) == root_) return true;
  // It calls Done when it ends (Go 1.25, sync/waitgroup.go), for a WaitGroup of that package.
  if (model_.creator(facts) == "sync.(*WaitGroup).Go" && package_ != "main" &&
      facts.own_entry.substr(0, package_.size()) == package_ &&
      facts.own_entry.substr(package_.size(), 1) == ".") {
    return true;
  }
  if (facts.created_by != kNone && model_.origin(facts.created_by) == Origin::module &&
      is_closure_of_caller(facts.own_entry)) {
    return true;
  }
  const bool related =
      std::any_of(facts.frames.begin(), facts.frames.end(),
                  [&](std::uint32_t frame) { return same_type_[model_.function_id(frame)]; });
  return related && own_goroutine(model_, facts);
}

bool Kin::is_closure_of_caller(std::string_view function) const {
  return std::any_of(callers_.begin(), callers_.end(), [&](std::uint32_t id) {
    const std::string_view name = model_.dump().symbols.function_at(id).name;
    return function.size() > name.size() && function.substr(0, name.size()) == name &&
           function.substr(name.size(), 5) == ".func";
  });
}

}  // namespace gowhy
