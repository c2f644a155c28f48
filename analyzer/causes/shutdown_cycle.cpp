// Stop waits until the workers have ended (WaitGroup.Wait, sync/waitgroup.go), and a worker cannot
// end because of the one who waits. Two pictures:
//  - one stack: the worker's own function at its bottom, Stop of the same object above it, Wait on
//  top;
//  - Close waits, and every worker of the object waits at a channel that only the caller of Close
//  would
//    serve afterwards: nobody else of that type is there.
// A Stop that waits for workers which are at work is healthy: they do not all wait at one place.
#include <algorithm>

#include "finding.h"
#include "locks.h"
#include "stack_facts.h"
#include "wait_workers.h"
#include "waits.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

// Position of the worker's own function below a Stop of the same type, -1 if it is no such stack.
int own_loop_below(const Model& model, const GroupFacts& facts) {
  if (facts.site < 0 || !own_goroutine(model, facts)) return -1;
  const Function& stop = model.function(model.site_frame(facts));
  const std::string_view type = method_type(stop);
  if (type.empty() || !ends_something(stop)) return -1;
  for (std::size_t i = facts.frames.size(); i-- > 0;) {
    const Function& function = model.function(facts.frames[i]);
    if (!model.own(facts.frames[i]) || model.is_go_wrapper(facts, facts.frames[i])) continue;
    if (static_cast<int>(i) <= facts.site) return -1;
    const bool same = method_type(function) == type && !ends_something(function);
    return same ? static_cast<int>(i) : -1;
  }
  return -1;
}

// Two receivers that are printed and differ belong to two objects.
bool different_objects(const Model& model, const GroupFacts& facts, int loop) {
  if (facts.records.empty() || facts.elided) return false;
  bool exact_a = false, exact_b = false;
  const std::uint64_t a = model.receiver(facts.records.front(), facts.site, &exact_a);
  const std::uint64_t b = model.receiver(facts.records.front(), loop, &exact_b);
  return a != 0 && b != 0 && exact_a && exact_b && a != b;
}

// The loop's own object is printed again, as the receiver of Stop or handed to the callback that
// calls it. Then workers of other objects do not matter; but a callback may also stop one of those.
bool same_object(const Model& model, const GroupFacts& facts, int loop) {
  if (facts.records.empty() || facts.elided) return false;
  const std::uint32_t record = facts.records.front();
  bool exact = false;
  const std::uint64_t object = model.receiver(record, loop, &exact);
  for (const Arg& arg : model.args(record)) {
    const int frame = static_cast<int>(arg.frame());
    if (exact && arg.address() == object && !arg.stale() && frame >= facts.site && frame < loop &&
        (arg.slot() > 0 || ends_something(model.function(facts.frames[arg.frame()])))) {
      return true;
    }
  }
  return false;
}

// A profile prints no objects. But each Wait needs somebody to wait for: where other loops of the
// type are fewer than those that wait, some wait for nobody but themselves.
bool some_wait_for_themselves(const Model& model, const WaitingCall& call) {
  const GroupFacts& facts = model.group(call.group);
  std::uint64_t others = call.child_count;
  for (std::uint32_t group : call.relatives) {
    const GroupFacts& other = model.group(group);
    if (other.own_entry != facts.own_entry) others += other.count;
  }
  return model.is_profile() && others < facts.count;
}

void report_own(const Model& model, const GroupFacts& facts, std::uint64_t others, int loop,
                Findings& out) {
  const std::string stop = place(model, model.site_frame(facts));
  const std::string worker = place(model, facts.frames[static_cast<std::size_t>(loop)]);
  const bool one = facts.count == 1, receives = facts.op == Operation::chan_receive;
  Finding finding("shutdown_cycle");
  finding.confidence = model.fragment() || others > 0 ? Confidence::possible : Confidence::likely;
  finding.groups = {model.index_of(facts.group)};
  finding.summary = count_of(facts.count, "goroutine") + " " + (one ? "waits" : "wait") + " in " +
                    stop +
                    (receives ? " to receive that a loop has ended" : " for the workers to end") +
                    oldest_for(facts.ages.known > 0 ? facts.ages.max : -1, facts.count) + ", and " +
                    (one ? "is" : "each is") + (receives ? " that loop: " : " such a worker: ") +
                    worker + " called it.";
  finding.site = model.site_frame(facts);
  finding.created_at = facts.created_by;
  finding.supports("1 stack has both: the worker's own function " + worker + " at its bottom and " +
                   stop + " above");
  if (others == 0) {
    finding.supports("No other goroutines of their own run a method of this type");
  } else {
    finding.against(count_of(others, "other goroutine") + " of the type may be what is stopped");
  }
  finding.against(receives
                      ? "1 assumption: that the channel is closed when " + worker +
                            " ends is read from the types, not printed"
                      : "1 assumption: that this worker is one of those that `Wait` counts is read "
                        "from the types, not printed");
  finding.next = "Read " + worker + ": does it " +
                 (receives ? "close the channel" : "call `Done`") +
                 " only after it has returned from " + stop + "?";
  finding.restart = "A restart helps until a worker stops its own object again.";
  out.push_back(std::move(finding));
}

// `<-s.done` in Close, called by a callback of the very loop that closes it.
void find_own_receives(const Model& model, Findings& out) {
  constexpr std::size_t kMost = 16;  // each is compared with all who run the same loop
  if (model.is_profile()) return;
  std::size_t found = 0;
  for (const GroupFacts& facts : model.groups()) {
    if (found == kMost) return;
    if (facts.op != Operation::chan_receive || facts.site != facts.top ||
        (facts.ages.max < kOldMinutes && !stands_still(model))) {
      continue;
    }
    const int loop = own_loop_below(model, facts);
    if (loop < 0 || different_objects(model, facts, loop)) continue;
    ++found;
    const std::string_view name = model.name(facts.frames[static_cast<std::size_t>(loop)]);
    const std::uint64_t others = waits_in(model, {name}, [&](const GroupFacts& other) {
                                   return &other != &facts && own_goroutine(model, other);
                                 }).count;
    report_own(model, facts, others, loop, out);
  }
}

// All workers that Wait can be waiting for stand at one kind of channel operation in own code.
bool all_wait_at_channels(const Model& model, const std::vector<std::uint32_t>& workers,
                          std::string_view type) {
  Operation op = Operation::unknown;
  for (std::uint32_t g : workers) {
    const GroupFacts& facts = model.group(g);
    const bool hidden = model.is_profile() && facts.op == Operation::unknown;
    if (facts.site < 0 || facts.site != facts.top) return false;
    if (facts.op != Operation::chan_send && facts.op != Operation::chan_receive && !hidden)
      return false;
    if (op != Operation::unknown && facts.op != op) return false;
    if (method_type(model.function(model.site_frame(facts))) != type) return false;
    op = facts.op;
  }
  return !workers.empty();
}

// Whoever is in the middle of something may be who takes what the workers send, one by one, in code
// that was given the channel.
//
// Workers that receive in their own loop expect work. Whoever runs them, and has done so since the
// process started, waits in the same way until they are told to end.
// A ticker is a channel that the runtime fills: such workers may see at the next tick that they are
// to end. Only how long they have been waited for tells.
bool may_go_on(const Model& model, const GroupFacts& facts,
               const std::vector<std::uint32_t>& workers) {
  if ((facts.flags & kLeaked) != 0 || stands_still(model)) return false;
  const bool young = facts.ages.max < kOldMinutes;
  if (young && !model.fragment() && others_at_work(model, workers)) return true;
  const GroupFacts& worker = model.group(workers.front());  // all wait in the same way
  if (worker.op == Operation::chan_send ||
      model.name(model.site_frame(worker)) != worker.own_entry) {
    return false;
  }
  const bool runs_them =
      !ends_something(model.function(model.site_frame(facts))) && lasts(model, facts);
  return young || runs_them;
}

void report_pair(const Model& model, const WaitingCall& call,
                 const std::vector<std::uint32_t>& workers, Findings& out) {
  const GroupFacts& facts = model.group(call.group);
  const GroupFacts& worker = model.group(workers.front());
  const std::string close = place(model, model.site_frame(facts));
  const std::string at = place(model, model.site_frame(worker));
  const std::int32_t oldest = facts.ages.known > 0 ? facts.ages.max : -1;
  const std::uint64_t count = goroutines_in(model, workers);
  Finding finding("shutdown_cycle");
  const bool named = ends_something(model.function(model.site_frame(facts)));
  finding.confidence = (named || oldest >= kOldMinutes) && !model.fragment() && !model.is_profile()
                           ? Confidence::likely
                           : Confidence::possible;
  finding.groups = workers;
  finding.groups.push_back(call.group);
  finding.summary = count_of(facts.count, "goroutine") + (facts.count == 1 ? " waits" : " wait") +
                    " in " + close + " for workers to end" + oldest_for(oldest, facts.count) +
                    ", while " + count_of(count, "worker") + " " +
                    std::string(doing_words(worker.op, count != 1)) + " in " + at +
                    ", which nobody else of the type serves: each waits for the other.";
  finding.site = model.site_frame(facts);
  finding.created_at = facts.created_by;
  finding.supports(number(count) + " of " + number(count) + " workers wait at a channel in " + at);
  finding.supports("No goroutines of the same type are left that could serve that channel");
  finding.against(
      "1 goroutine in other code may hold the other end of the channel: its address is not "
      "compared");
  finding.next =
      "Read " + close + ": does it serve the channel of " + at + " only after `Wait` has returned?";
  finding.restart = "A restart helps until the same amount of work comes again.";
  out.push_back(std::move(finding));
}

}  // namespace

void detect_shutdown_cycle(const Model& model, Findings& out) noexcept {
  find_own_receives(model, out);
  for (const WaitingCall& call : waiting_calls(model)) {
    const GroupFacts& facts = model.group(call.group);
    const int loop = own_loop_below(model, facts);
    if (loop >= 0 && !different_objects(model, facts, loop) &&
        (call.relative_count + call.child_count == 0 || same_object(model, facts, loop) ||
         some_wait_for_themselves(model, call))) {
      report_own(model, facts, call.relative_count, loop, out);
      continue;
    }
    const std::string_view type = method_type(model.function(model.site_frame(facts)));
    std::vector<std::uint32_t> workers = call.children;
    workers.insert(workers.end(), call.relatives.begin(), call.relatives.end());
    if (type.empty() || only_waits_for_siblings(model, facts) ||
        !all_wait_at_channels(model, workers, type) || may_go_on(model, facts, workers)) {
      continue;
    }
    report_pair(model, call, workers, out);
  }
}

}  // namespace gowhy::cause
