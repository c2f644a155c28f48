#include "late_answers.h"

#include "locks.h"

namespace gowhy {
namespace {

// A function below the send has called itself, their own or one as filepath.walkDir: a walk over a
// tree sends each of its nodes, and is no answer.
bool walks(const Model& model, const Crowd& crowd) {
  for (std::uint32_t group : crowd.groups) {
    std::uint32_t called = kNone;
    for (std::uint32_t frame : model.group(group).frames) {
      if (called == model.function_id(frame)) return true;
      called = model.function_id(frame);
    }
  }
  return false;
}

// A function with the name of a loop that is a goroutine's own sends more than one answer.
bool is_named_loop(const Model& model, const Crowd& crowd) {
  const Function& site = model.function(crowd.site);
  return crowd.count == 1 && named_as_loop(site) &&
         model.group(crowd.groups.front()).own_entry == site.name;
}

// The send stands in a method of a type that is not the one of whoever started them.
bool sends_for_other_type(const Model& model, const Crowd& crowd) {
  const std::string_view type = method_type(model.function(crowd.site));
  return !crowd.handler && crowd.created_by != kNone && !type.empty() &&
         method_type(model.function(crowd.created_by)) != type;
}

// By the receivers of the first of them, as far as they are printed.
bool have_one_object(const Model& model, const Crowd& crowd) {
  const GroupFacts& first = model.group(crowd.groups.front());
  // One promise for each call would be different objects.
  constexpr std::size_t kEnough = 16;
  std::uint64_t shared = 0;
  std::size_t seen = 0;
  for (std::uint32_t record : first.records) {
    bool exact = false;
    const std::uint64_t object = model.receiver(record, first.site, &exact);
    if (object == 0 || !exact || ++seen > kEnough) break;
    if (shared != 0 && object != shared) return false;
    shared = object;
  }
  return true;
}

// What a goroutine sends is no answer either where its function is a method of an object that was
// made for it, as a cursor, which the call that made it has returned.
bool feeds_own_object(const Model& model, const Crowd& crowd) {
  return sends_for_other_type(model, crowd) &&
         model.group(crowd.groups.front()).own_entry == model.name(crowd.site) &&
         !have_one_object(model, crowd);
}

// Before Go 1.21 no goroutine names the one that started it: some of those that wait in the
// function that did are these.
bool are_awaited(const Model& model, const Crowd& crowd) {
  if (crowd.created_by == kNone) return false;
  std::uint64_t waiting = 0;
  for (const Hit& hit : model.hits_of(model.function_id(crowd.created_by))) {
    const GroupFacts& facts = model.group(hit.group);
    const bool there = facts.site == static_cast<int>(hit.position);
    if (facts.op == Operation::waitgroup && there) waiting += facts.count;
  }
  return waiting * 4 >= crowd.count;
}

}  // namespace

bool sends_to_shared_object(const Model& model, const Crowd& crowd) noexcept {
  return sends_for_other_type(model, crowd) &&
         model.group(crowd.groups.front()).own_entry != model.name(crowd.site) &&
         have_one_object(model, crowd);
}

bool is_late_answer(const Model& model, const Crowd& crowd, const Creators& creators) noexcept {
  // Who waits in WaitGroup.Wait for those that it started has not left.
  if (creators.known > 0 ? creators.awaited * 2 >= creators.known : are_awaited(model, crowd)) {
    return false;
  }
  return !crowd.handler && crowd.created_by != kNone && model.own(crowd.created_by) &&
         !(crowd.count == 1 && model.all_asleep()) &&
         litter_of(model, crowd, creators) == Litter::one && !walks(model, crowd) &&
         !feeds_own_object(model, crowd) && !is_named_loop(model, crowd);
}

}  // namespace gowhy
