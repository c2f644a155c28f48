// WithCancel, WithTimeout and WithDeadline of a parent whose type the context package does not know
// start a goroutine that waits for parent or child (context/context.go, propagateCancel:
// "goroutines. Add(1); go func() { select { case <-parent.Done(): … case <-child.Done(): } }()").
// It ends with `cancel`, the deadline or the parent; if cancel is not called it stays.
//
// While a call works with its context this goroutine is right. Its creator tells: a goroutine that
// is gone, or has neither a frame of the user's own nor of a library, has finished and has not
// cancelled. Libraries derive contexts too and keep them while they run: a reflector of client-go
// holds two of its stop channel's context in handleAnyWatch (tools/cache/reflector.go, v0.33 to
// v0.37), and cancels both when it returns.
#include <algorithm>

#include "births.h"
#include "finding.h"
#include "model.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::uint64_t kFew = 3, kSeveral = 8;
constexpr std::uint64_t kFirstIds = 256;  // of a process that has just begun

bool is_watcher(std::string_view entry) {
  return entry.substr(0, 28) == "context.propagateCancel.func" ||
         entry.substr(0, 41) == "context.(*cancelCtx).propagateCancel.func";
}

struct Watchers {
  std::vector<std::uint32_t> groups;
  std::uint64_t count = 0, known = 0, left = 0;
  std::int32_t oldest = -1;
  bool leaked = true;
};

Watchers collect(const Model& model) {
  Watchers watchers;
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const GroupFacts& facts = model.group(g);
    if (!is_watcher(model.entry(facts))) continue;
    watchers.groups.push_back(g);
    watchers.count += facts.count;
    watchers.leaked = watchers.leaked && (facts.flags & kLeaked) != 0;
    if (facts.ages.known > 0) watchers.oldest = std::max(watchers.oldest, facts.ages.max);
  }
  return watchers;
}

bool in_code_outside_std(const Model& model, const GroupFacts& facts) {
  return facts.site >= 0 ||
         std::any_of(facts.frames.begin(), facts.frames.end(),
                     [&](std::uint32_t frame) { return model.origin(frame) == Origin::module; });
}

// Creators that are still in the user's code or in a library's may still cancel.
void find_left(const Model& model, Watchers& watchers) {
  for (std::uint32_t g : watchers.groups) {
    for (std::uint32_t record : model.group(g).records) {
      const std::uint64_t creator = model.dump().records[record].creator;
      if (creator == 0) continue;
      ++watchers.known;
      const std::uint32_t at = model.group_of_id(creator);
      if (at == kNone || !in_code_outside_std(model, model.group(at))) ++watchers.left;
    }
  }
}

// Without creators: goroutines in such code, each of which may have a few contexts.
std::uint64_t at_work(const Model& model) {
  std::uint64_t count = 0;
  for (const GroupFacts& facts : model.groups()) {
    if (in_code_outside_std(model, facts)) count += facts.count;
  }
  return count;
}

}  // namespace

void detect_context_not_cancelled(const Model& model, Findings& out) noexcept {
  Watchers watchers = collect(model);
  if (watchers.count == 0) return;
  find_left(model, watchers);
  const Births births = births_of(model, watchers.groups);
  const Growth growth = growth_of(model, watchers.groups);
  if (growth.known && !growth.growing) return;
  // A leak has left something of the calls before: all of these are of the later half of the
  // process, so the earlier ones have ended.
  const bool renewed = births.late && watchers.oldest < 1 && model.largest_id() >= kFirstIds;
  if (renewed && !growth.growing && !watchers.leaked && !model.fragment()) return;
  const bool by_creator = watchers.known > 0;
  if (by_creator && watchers.left == 0) return;  // all are in use
  const std::uint64_t busy = at_work(model);
  const bool many =
      by_creator ? watchers.left >= kFew : watchers.count >= kSeveral && watchers.count > 2 * busy;
  if (!many && !model.fragment() && births.kind != Births::leak) return;
  Finding finding("context_not_cancelled");
  const std::uint64_t surely = by_creator ? watchers.left : watchers.count;
  finding.confidence = watchers.leaked                           ? Confidence::certain
                       : surely >= kSeveral && !model.fragment() ? Confidence::likely
                                                                 : Confidence::possible;
  finding.groups = watchers.groups;
  finding.summary = count_of(watchers.count, "goroutine") + " of the `context` package " +
                    (watchers.count == 1 ? "waits" : "wait") + " for a derived context to end" +
                    oldest_for(watchers.oldest) +
                    ": its parent is of a type of your own, and `cancel` was not called.";
  finding.created_at = model.group(watchers.groups.front()).created_by;
  finding.rate = rate_of(model, births, watchers.groups);
  finding.supports(number(watchers.count) +
                   " × `propagateCancel`, one for each context derived from a parent that is not "
                   "of the `context` package");
  if (by_creator) {
    finding.supports(number(watchers.left) + " of " + number(watchers.known) +
                     " were made by goroutines that are gone or idle");
  } else {
    finding.supports(number(busy) +
                     " goroutines are in the user's own code or in a library's, far fewer than "
                     "there are derived "
                     "contexts");
  }
  if (births.kind == Births::leak) finding.supports(number(births.count) + ": " + births.words);
  if (growth.growing) {
    finding.supports(number(growth.counts.front()) + " at the first snapshot, " +
                     number(growth.counts.back()) + " at the last");
  }
  finding.against(
      "No lines show where the contexts were derived: the creator named is inside `context`");
  finding.next =
      "Run `go vet -lostcancel ./...`, and look for `context.With…` of a context type of your own "
      "without `defer cancel()`";
  finding.restart = "A restart frees them until as many contexts have been derived again.";
  out.push_back(std::move(finding));
}

}  // namespace gowhy::cause
