#include "wait_workers.h"

#include <algorithm>
#include <unordered_set>

#include "crowds.h"
#include "locks.h"
#include "roles.h"

namespace gowhy {
namespace {

// Own functions on a stack: the ones that may have started the workers.
std::vector<std::string_view> own_functions(const Model& model, const GroupFacts& facts) {
  std::vector<std::string_view> names;
  for (std::uint32_t frame : facts.frames) {
    if (model.own(frame)) names.push_back(model.name(frame));
  }
  return names;
}

// By `created by` or, where a format leaves that out, as a closure of one of the functions.
bool started_by_one_of(const Model& model, const GroupFacts& facts,
                       const std::vector<std::string_view>& names) {
  if (facts.created_by != kNone) {
    return std::find(names.begin(), names.end(), model.creator(facts)) != names.end();
  }
  const std::string_view entry = outermost_own(model, facts);
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
    return entry.size() > name.size() && entry.substr(0, name.size()) == name &&
           entry.substr(name.size(), 5) == ".func";
  });
}

bool creators_are_printed(const Model& model) {
  return std::any_of(model.groups().begin(), model.groups().end(),
                     [](const GroupFacts& facts) { return facts.created_by != kNone; });
}

bool has_method_of(const Model& model, const GroupFacts& facts, std::string_view type) {
  for (std::uint32_t frame : facts.frames) {
    if (method_type(model.function(frame)) == type) return true;
  }
  return false;
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

bool ends_something(const Function& function) noexcept {
  return named_like(function.base, {"stop", "close", "shutdown", "quit", "terminate", "drain",
                                    "dispose", "join", "kill", "halt"});
}

std::vector<WaitingCall> waiting_calls(const Model& model) noexcept {
  std::vector<WaitingCall> calls;
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const GroupFacts& facts = model.group(g);
    if (facts.op != Operation::waitgroup || facts.site < 0 || facts.site != facts.top) continue;
    WaitingCall call;
    call.group = g;
    const std::vector<std::string_view> names = own_functions(model, facts);
    const std::string_view type = method_type(model.function(model.site_frame(facts)));
    std::unordered_set<std::uint64_t> parents;
    std::uint64_t with_creator = 0;
    for (std::uint32_t h = 0; h < model.groups().size(); ++h) {
      if (h == g) continue;
      const GroupFacts& other = model.group(h);
      if (other.op == Operation::waitgroup && model.site_frame(other) == model.site_frame(facts))
        continue;
      if (started_by_one_of(model, other, names)) {
        call.children.push_back(h);
        call.child_count += other.count;
        for (std::uint32_t record : other.records) {
          const std::uint64_t creator = model.dump().records[record].creator;
          if (creator == 0) continue;
          ++with_creator;
          parents.insert(creator);
        }
      } else if (!type.empty() && own_goroutine(model, other) &&
                 has_method_of(model, other, type)) {
        call.relatives.push_back(h);
        call.relative_count += other.count;
      }
    }
    // Creators are printed from Go 1.21; the waiting goroutine's own header tells whether they are
    // here.
    call.creators_printed = !model.is_profile() && creators_are_printed(model);
    call.by_id =
        with_creator > 0 || (model.go_version().known && model.go_version().min_minor >= 21);
    for (std::uint32_t record : facts.records) {
      const bool has_child = call.by_id && parents.count(model.dump().records[record].id) != 0;
      if (!has_child && (call.by_id || call.child_count == 0)) call.alone.push_back(record);
    }
    calls.push_back(std::move(call));
  }
  return calls;
}

}  // namespace gowhy
