// A semaphore hands out a fixed number of places. semaphore.(*Weighted).Acquire waits in a select
// for its turn (golang.org/x/sync/semaphore); with a channel it is a send into a full buffer.
// Places are lost when a function returns without giving its place back.
//
// Under load all places are taken as well, but then somebody works behind the call: a goroutine
// with the same function on its stack that does not wait for a place, or with the one that called
// it and got the place with what it returned, as a transaction. If there is none, nobody has one.
#include <algorithm>
#include <map>

#include "finding.h"
#include "place_holders.h"
#include "senders.h"
#include "sort_by.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::string_view kAcquire = "golang.org/x/sync/semaphore.(*Weighted).Acquire";
constexpr std::uint64_t kSeveral = 5;
constexpr std::size_t kMostQueues = 32;  // each is compared with all groups

struct Queue {
  std::vector<std::uint32_t> groups;
  std::uint64_t count = 0;
  std::int32_t oldest = -1;
};

void report(const Model& model, const Queue& queue, Findings& out) {
  const GroupFacts& facts = model.group(queue.groups.front());
  const std::string site = place(model, model.site_frame(facts));
  Finding finding("semaphore_exhausted");
  const bool sure = queue.count >= kSeveral || queue.oldest >= kOldMinutes;
  const bool whole = !model.fragment() && !model.is_profile();  // a profile prints no creators
  finding.confidence = sure && whole ? Confidence::likely : Confidence::possible;
  finding.groups = queue.groups;
  finding.summary =
      count_of(queue.count, "goroutine") + (queue.count == 1 ? " waits" : " wait") + " in " + site +
      " for a place of a semaphore" + oldest_for(queue.oldest) +
      from_absence(model,
                   ", and nobody is at work who has one: its places were taken and not given back",
                   "anybody at work has one");
  finding.site = model.site_frame(facts);
  finding.created_at = facts.created_by;
  finding.supports(number(queue.count) + " wait in `semaphore.(*Weighted).Acquire`");
  finding.supports("No goroutines are in " + site +
                   " behind `Acquire`, so none holds a place there");
  finding.against("1 holder may be in other code that shares the semaphore");
  finding.next = "Read every path between `Acquire` and `Release`: which one returns without it?";
  finding.restart = "A restart gives all places back; it lasts until they are lost again.";
  out.push_back(std::move(finding));
}

void report(const Model& model, const StuckSenders& senders, Findings& out) {
  const Crowd& crowd = senders.crowd;
  Finding finding("semaphore_exhausted");
  finding.summary =
      count_of(crowd.count, "goroutine") + (crowd.count == 1 ? " waits" : " wait") +
      " to send in " + place(model, crowd.site) + oldest_for(crowd.ages.max, crowd.count) +
      ", a channel that is used as a semaphore by its name" +
      from_absence(model, ": all its places were taken and nobody at work could give one back",
                   "anybody at work could give a place back");
  fill(model, senders, finding);
  finding.next = "Read every path behind " + place(model, crowd.site) +
                 ": which one returns without the receive that gives the place back?";
  finding.restart = "A restart gives all places back; it lasts until they are lost again.";
  out.push_back(std::move(finding));
}

}  // namespace

void detect_semaphore_exhausted(const Model& model, Findings& out) noexcept {
  std::map<std::uint32_t, Queue> queues;
  for (const Hit& hit : model.find(kAcquire)) {
    const GroupFacts& facts = model.group(hit.group);
    // Called by a library it is that one's own, as puddle's is, of which pgxpool is made.
    const bool direct = facts.site >= 0 && facts.boundary == facts.top;
    if (!direct || static_cast<int>(hit.position) != facts.top) continue;
    Queue& queue = queues[model.site_frame(facts)];
    queue.groups.push_back(hit.group);
    queue.count += facts.count;
    if (facts.ages.known > 0) queue.oldest = std::max(queue.oldest, facts.ages.max);
  }
  std::vector<const Queue*> longest;
  for (const auto& [site, queue] : queues) longest.push_back(&queue);
  sort_stably(longest, [](const Queue* a, const Queue* b) { return a->count > b->count; });
  if (longest.size() > kMostQueues) longest.resize(kMostQueues);
  std::vector<std::uint32_t> waiting;
  for (const Hit& hit : model.find(kAcquire)) waiting.push_back(hit.group);
  for (const Queue* queue : longest) {
    const auto users = users_of(model, model.group(queue->groups.front()));
    if (place_holders(model, users, waiting).empty()) report(model, *queue, out);
  }
  for (const StuckSenders& senders : stuck_senders(model)) {
    if (senders.kind == StuckSenders::semaphore) report(model, senders, out);
  }
}

}  // namespace gowhy::cause
