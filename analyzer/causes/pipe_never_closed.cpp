// An io.Pipe has no buffer: Write waits in select until a Read has taken all of it, Read waits
// until a Write comes, and both end when the other side is closed (io/pipe.go, Go 1.10 to 1.27). A
// reader that gives up without CloseWithError leaves the writer there, a writer that returns
// without Close the reader.
//
// A pipe that moves looks the same for a moment; there the other side is in the dump as well,
// mostly in the function that started this goroutine.
#include "crowds.h"
#include "finding.h"
#include "leak_verdict.h"
#include "model.h"
#include "stack_facts.h"
#include "wait_workers.h"
#include "waits.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::int32_t kVeryOld = 3;
constexpr std::uint64_t kSeveral = 5;
constexpr std::ptrdiff_t kLargest = 8;  // sites with most waiters, of which all groups are asked
constexpr std::uint64_t kPipes = 32;    // pipes that a busy program may have at a time

Waits at_pipe(const Model& model, std::initializer_list<std::string_view> names) {
  return waits_in(model, names, [](const GroupFacts& facts) {
    return facts.op == Operation::select || facts.op == Operation::unknown;
  });
}

// One that is old, or very many, and of whose starters nothing is left. Ids at even distances, as
// of a loop, do not speak against it: requests that do the same take the same number of ids each.
bool forgotten(const Model& model, const Crowd& crowd, const LeakVerdict& verdict) {
  const bool many = crowd.count > kPipes && crowd.created_by != kNone;
  if (verdict.creators.known > 0) {
    const bool old = crowd.ages.known > 0 && crowd.ages.max >= kOldMinutes;
    return verdict.creators.left == verdict.creators.known &&
           (old || (many && verdict.creators.by_turns()));
  }
  if (!many) return false;
  return waits_in(model, {model.name(crowd.created_by)}).count * 8 < crowd.count;
}

// Goroutines of the package at work elsewhere: each may have the other end, as one that reads the
// network and writes what it has read into the pipe.
std::uint64_t works_in_package(const Model& model, std::uint32_t site) {
  if (site == kNone) return 0;
  std::uint64_t count = 0;
  for (const GroupFacts& facts : model.groups()) {
    if (!is_at_work(model, facts) || has_prefix(model, facts, "io.(*pipe).")) continue;
    if (model.function(model.site_frame(facts)).package == model.function(site).package) {
      count += facts.count;
    }
  }
  return count;
}

// A profile shows neither ages nor who started them, but who else is there: nobody who could be at
// the other end, neither in code of the user's own nor in that of a library, as one that sends what
// comes out of the pipe.
bool nobody_else(const Model& model) {
  for (const GroupFacts& facts : model.groups()) {
    if (facts.role != nullptr || facts.normal || facts.frames.empty() ||
        facts.op == Operation::io_read || facts.op == Operation::io_accept ||
        writes_dump(model, facts) || has_prefix(model, facts, "io.(*pipe).")) {
      continue;
    }
    if (facts.site < 0 || facts.op == Operation::sleep || is_at_work(model, facts) ||
        is_request(model, facts)) {
      return false;
    }
  }
  return true;
}

void look_at(const Model& model, const Waits& waits, const Waits& others, bool writes,
             Findings& out) {
  for (const WaitSite& site : waits.sites) {
    Crowd crowd;
    crowd.op = Operation::select;
    crowd.site = site.frame;
    crowd.groups = site.groups;
    crowd.count = site.count;
    crowd.ages = site.ages;
    crowd.created_by = model.group(site.groups.front()).created_by;
    crowd.handler = runs_handler(model, model.group(site.groups.front()));
    crowd.leaked = (model.group(site.groups.front()).flags & kLeaked) != 0;
    LeakVerdict verdict = judge_leak(model, crowd, kPipes);
    if (verdict.level == LeakVerdict::none &&
        (forgotten(model, crowd, verdict) ||
         (model.is_profile() && crowd.count >= kSeveral && model.once(nobody_else)))) {
      verdict.level = LeakVerdict::possible;
    }
    if (verdict.level == LeakVerdict::none && crowd.ages.max >= kVeryOld) {
      verdict.level = crowd.count >= 5 ? LeakVerdict::likely : LeakVerdict::possible;
    }
    // A few writers and as many readers: they pass it on between them. And a library's goroutine,
    // as that of a connection which sends an upload, lives on when its starter has left.
    const bool library = site.frame == kNone && crowd.ages.max < kVeryOld;
    const bool usual = model.group(site.groups.front()).normal;
    // The other end is that of a log, as a rule, which is written now and then.
    const bool kept = !writes && crowd.count == 1 && started_once(model, crowd);
    if (!crowd.leaked && (library || usual || kept || others.count * 2 >= crowd.count)) {
      verdict.level = LeakVerdict::none;
    }
    if (verdict.level == LeakVerdict::none) continue;
    const bool large = &site - waits.sites.data() < kLargest;
    if (large && verdict.level == LeakVerdict::possible && crowd.ages.max < kVeryOld &&
        works_in_package(model, site.frame) * 2 >= crowd.count) {
      continue;
    }
    Finding finding("pipe_never_closed");
    fill(model, crowd, verdict, finding);
    const std::string starter = started_by(model, crowd);
    finding.summary =
        count_of(crowd.count, "goroutine") + (crowd.count == 1 ? " waits" : " wait") +
        (writes ? " to write into" : " to read from") + " an `io.Pipe`" +
        (site.frame == kNone ? std::string{} : " in " + place(model, site.frame)) +
        oldest_for(crowd.ages.max, crowd.count) + (starter.empty() ? "" : ", " + starter) +
        from_absence(model,
                     writes ? ": the reader has left without closing its end"
                            : ": the writer has left without closing its end",
                     writes ? "the reader is still there" : "the writer is still there");
    finding.supports(count_of(crowd.count, "goroutine") +
                     (crowd.count == 1 ? " stands" : " stand") +
                     (writes ? " in `io.(*pipe).write`, and " : " in `io.(*pipe).read`, and ") +
                     number(others.count) + (writes ? " in `read`" : " in `write`"));
    finding.against(
        "No frames show who has the other end: it may be at work elsewhere and come back");
    finding.next =
        writes
            ? "Look who reads this pipe: on every path it must call `CloseWithError` or `Close`"
            : "Look who writes this pipe: on every path it must call `Close` or `CloseWithError`";
    finding.restart = "A restart frees them until the same path is taken again.";
    out.push_back(std::move(finding));
  }
}

}  // namespace

void detect_pipe_never_closed(const Model& model, Findings& out) noexcept {
  const Waits writers = at_pipe(model, {"io.(*pipe).write", "io.(*pipe).Write"});
  const Waits readers = at_pipe(model, {"io.(*pipe).read", "io.(*pipe).Read"});
  look_at(model, writers, readers, true, out);
  look_at(model, readers, writers, false, out);
}

}  // namespace gowhy::cause
