// One goroutine runs all finalizers, one after another (runtime/mfinal.go: runfinq, runFinalizers
// since 1.25); cleanups of runtime.AddCleanup run on it too in 1.24 and on a few of their own
// since 1.25 (mcleanup.go, runCleanups). If one waits, all later ones wait behind it, and nothing
// with a finalizer is freed any more. The idle goroutine is "finalizer wait" or "cleanup wait" and
// a system goroutine, hidden at level 1; while it runs the user's function it is shown: to 1.24 as
// the only kind of goroutine without a "created by" line besides goroutine 1 (traceback.go hides
// runtime frames, createfing among them).
#include <algorithm>

#include "crash.h"
#include "finding.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::string_view kId = "finalizer_blocked";

enum class Kind { none, finalizers, cleanups, shape };

bool can_block_long(const GroupFacts& facts) noexcept {
  return is_blocked(facts.op) && facts.op != Operation::syscall && facts.op != Operation::coroutine;
}

// Whole dumps only: a pasted part may have lost its "created by" line.
bool has_shape(const Model& model, const GroupFacts& facts) noexcept {
  if (model.fragment() || model.is_profile() || facts.created_by != kNone || facts.count != 1)
    return false;
  if (facts.records.empty() || facts.site < 0 || (facts.flags & kLockedToThread) != 0) return false;
  if (model.go_version().known && model.go_version().min_minor >= 25) return false;
  const Record& record = model.dump().records[facts.records.front()];
  // The last one may be cut off, and a goroutine that C code entered is another story.
  const bool last = facts.records.front() + 1 == model.dump().records.size();
  if (record.id <= 1 || last || model.snapshot().format != Format::traceback) return false;
  return !model.has(facts, {"main.main", "runtime.main", "runtime.cgocallback", "runtime.goexit"});
}

Kind kind_of(const Model& model, const GroupFacts& facts) noexcept {
  if (facts.state == "finalizer wait" || facts.state == "cleanup wait") return Kind::none;
  if (model.has(facts, {"runtime.runfinq", "runtime.runFinalizers"})) return Kind::finalizers;
  if (model.has(facts, {"runtime.runCleanups", "runtime.runCleanups.func1"})) return Kind::cleanups;
  return has_shape(model, facts) ? Kind::shape : Kind::none;
}

// The function that the runtime called: the oldest frame that is not the runtime's own.
std::uint32_t called(const Model& model, const GroupFacts& facts) noexcept {
  for (std::size_t i = facts.frames.size(); i-- > 0;) {
    if (model.special(facts.frames[i]) != Special::runtime_internal) return facts.frames[i];
  }
  return kNone;
}

void report(const Model& model, std::uint32_t group, Kind kind, Findings& out) {
  const GroupFacts& facts = model.group(group);
  const std::uint32_t function = called(model, facts);
  if (function == kNone) return;
  Finding finding(kId);
  const bool unknown = facts.op == Operation::unknown;
  finding.confidence = unknown || is_io(facts.op) || facts.op == Operation::sleep
                           ? Confidence::possible
                           : Confidence::likely;
  if ((facts.flags & kLeaked) != 0) finding.confidence = Confidence::certain;
  finding.groups.push_back(group);
  finding.site = model.site_frame(facts);
  const bool cleanups = kind == Kind::cleanups;
  finding.summary =
      (cleanups ? "A goroutine that runs cleanups " : "The goroutine that runs all finalizers ") +
      (unknown ? std::string("stands") : std::string(doing_words(facts.op, false))) + " in " +
      place(model, finding.site == kNone ? function : finding.site);
  if (facts.ages.max > 0) finding.summary += ", for " + time_span(facts.ages.max);
  // mcleanup.go: up to GOMAXPROCS / 4 goroutines, but at least one.
  finding.summary += cleanups ? ": the cleanups behind it wait, all of them if there is no other."
                              : ": every later one waits behind it, and what they should free "
                                "stays.";
  finding.supports(
      "1 goroutine runs " + place(model, function) + " as a " +
          (cleanups ? "cleanup" : "finalizer") +
          (kind == Kind::shape ? ": nobody created it, and it is not goroutine 1" : ""),
      {facts.records.begin(), facts.records.end()});
  if (facts.ages.max > 0) finding.supports(time_span(facts.ages.max) + " is far too long for one");
  if (cleanups) {
    finding.against("1 of several goroutines for cleanups is blocked; the others may still work");
  } else if (facts.ages.max <= 0) {
    finding.against("No minutes are printed: it may have begun a moment ago");
  } else {
    finding.against("No numbers in the text say how many wait behind it");
  }
  finding.next = "Take a second dump a minute later: the same frame proves it";
  finding.restart = std::string("A restart helps until the next object with this ") +
                    (cleanups ? "cleanup" : "finalizer") + " is freed.";
  out.push_back(std::move(finding));
}

}  // namespace

void detect_finalizer_blocked(const Model& model, Findings& out) noexcept {
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const GroupFacts& facts = model.group(g);
    const bool hidden = facts.op == Operation::unknown && model.is_profile();
    if (!can_block_long(facts) && !hidden) continue;
    const Kind kind = kind_of(model, facts);
    if (kind == Kind::none) continue;
    // In a profile the idle goroutine has nothing but runtime frames.
    if (hidden && called(model, facts) == kNone) continue;
    report(model, g, kind, out);
  }
}

}  // namespace gowhy::cause
