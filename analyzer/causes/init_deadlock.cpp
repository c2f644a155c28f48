// runtime.main locks goroutine 1 to the main thread, runs the init tasks of all packages in order
// of their dependencies (doInit, doInit1 since 1.21), unlocks it and only then calls main.main
// (runtime/proc.go). So goroutine 1 "locked to thread", without main.main and below an init
// function, is a program that still initialises; if it waits there, no later init and no main will
// run until somebody wakes it.
#include <algorithm>

#include "crash.h"
#include "finding.h"
#include "stack_facts.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::string_view kId = "init_deadlock";

int init_position(const Model& model, const GroupFacts& facts) noexcept {
  for (std::size_t i = facts.frames.size(); i-- > 0;) {
    const std::string_view name = model.name(facts.frames[i]);
    if (name == "main.main") return -1;
    if (is_package_init(model.function(facts.frames[i]))) return static_cast<int>(i);
  }
  return -1;
}

// Goroutine 1 in its init functions: by number and lock to the thread, in profiles by runtime.main.
bool initialises(const Model& model, const GroupFacts& facts) noexcept {
  if (facts.count != 1 || facts.created_by != kNone) return false;
  if (facts.records.empty()) {
    return model.has(facts, {"runtime.main"}) &&
           model.has(facts, {"runtime.doInit", "runtime.doInit1"});
  }
  return model.dump().records[facts.records.front()].id == 1 &&
         (facts.flags & kLockedToThread) != 0;
}

// Goroutines that init started and that wait for a lock: it may hold the lock while it waits for
// them.
std::vector<std::uint32_t> started_by(const Model& model, std::string_view init) {
  std::vector<std::uint32_t> groups;
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const GroupFacts& facts = model.group(g);
    if (is_lock_wait(facts.op) && model.creator(facts) == init) groups.push_back(g);
  }
  return groups;
}

Confidence confidence_of(const Model& model, const GroupFacts& facts) {
  for (const Event& event : model.dump().events) {
    if (event.snapshot == model.snapshot_index() && event.kind == Event::fatal &&
        event.message.find("all goroutines are asleep") != std::string::npos) {
      return Confidence::certain;
    }
  }
  return facts.ages.max >= kOldMinutes ? Confidence::likely : Confidence::possible;
}

}  // namespace

void detect_init_deadlock(const Model& model, Findings& out) noexcept {
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const GroupFacts& facts = model.group(g);
    if (!initialises(model, facts)) continue;
    const bool waits =
        is_blocked(facts.op) || (facts.records.empty() && facts.op == Operation::unknown);
    const int init = init_position(model, facts);
    if (init < 0 || !waits) continue;
    Finding finding(kId);
    finding.confidence = confidence_of(model, facts);
    finding.groups.push_back(g);
    const std::uint32_t init_frame = facts.frames[static_cast<std::size_t>(init)];
    finding.site = model.site_frame(facts);
    finding.victim_groups = started_by(model, model.name(init_frame));
    finding.summary =
        "The program still initialises: goroutine 1 " +
        std::string(facts.op == Operation::unknown ? "stands" : doing_words(facts.op, false));
    if (facts.ages.max > 0) finding.summary += " for " + time_span(facts.ages.max);
    if (finding.site != kNone && finding.site != init_frame) {
      finding.summary += " in " + place(model, finding.site) + ", called by";
    } else {
      finding.summary += " in";
    }
    finding.summary += " " + place(model, init_frame) + ", so `main` has not begun.";
    finding.supports("1 goroutine is number 1, below an `init` function and without `main.main`",
                     {facts.records.begin(), facts.records.end()});
    if ((facts.flags & kLockedToThread) != 0) {
      finding.supports(
          "1 goroutine is locked to its thread, as the runtime does while packages "
          "initialise");
    }
    if (!finding.victim_groups.empty()) {
      finding.supports(
          place(model, model.site_frame(model.group(finding.victim_groups.front()))) +
          " was started by the same `init` and waits for a lock, which `init` may hold");
    }
    if (facts.ages.max > 0) {
      finding.supports(time_span(facts.ages.max) + " is how long it has waited there");
    }
    finding.against(
        finding.confidence == Confidence::possible
            ? "No minutes are printed: a program that has just been started may wait a moment here"
            : "1 dump shows where it waits, and not who should wake it");
    finding.next = stands_still(model)
                       ? "Read what that function waits for, and who should bring it before `main`"
                       : "Take a second dump: goroutine 1 in the same frame has not moved";
    finding.restart =
        "A restart leads to the same place unless what it waits for is there by then.";
    out.push_back(std::move(finding));
  }
}

}  // namespace gowhy::cause
