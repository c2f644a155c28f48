// once.Do(f) holds the Once's mutex while f runs (sync/once.go, doSlow: "o.m.Lock(); defer
// o.m.Unlock()"). If f comes to Do of the same Once again, the inner call waits for the outer one.
// In the dump one stack has doSlow twice and waits for a lock at its top; equal receivers prove
// that it is the same Once, different ones that there are two, which is another story. Whoever
// holds the mutex of a Once is inside doSlow; with nobody else there, only the stack itself is
// left.
#include <algorithm>

#include "finding.h"
#include "model.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::string_view kSlow = "sync.(*Once).doSlow";
constexpr int kMost = 16;  // findings; each is compared with all who wait for a Once

struct Twice {
  int upper = -1, lower = -1;
};

Twice find_twice(const Model& model, const GroupFacts& facts) {
  Twice twice;
  for (std::size_t i = 0; i < facts.frames.size(); ++i) {
    if (model.name(facts.frames[i]) != kSlow) continue;
    if (twice.upper < 0) {
      twice.upper = static_cast<int>(i);
    } else if (twice.lower < 0) {
      twice.lower = static_cast<int>(i);
    }
  }
  return twice;
}

// The own function that called Do: first own frame below doSlow.
std::uint32_t caller_below(const Model& model, const GroupFacts& facts, int position) {
  for (std::size_t i = static_cast<std::size_t>(position); i < facts.frames.size(); ++i) {
    if (model.own(facts.frames[i])) return facts.frames[i];
  }
  return facts.frames[static_cast<std::size_t>(position)];
}

bool same_function(const Model& model, std::uint32_t a, std::uint32_t b) {
  return model.function_id(a) == model.function_id(b);
}

// Another goroutine runs the function of some Once, and so may hold the one that is waited for.
bool others_inside(const Model& model, std::uint32_t own) {
  if (model.fragment() || model.group(own).count > 1) return true;
  for (const Hit& hit : model.find(kSlow)) {
    if (hit.group == own) continue;
    const GroupFacts& facts = model.group(hit.group);
    if (facts.op != Operation::once || find_twice(model, facts).lower >= 0) return true;
  }
  return false;
}

// Others that wait for the same accessor.
void add_victims(const Model& model, std::uint32_t own, std::uint32_t outer, Finding& finding,
                 std::uint64_t& behind) {
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const GroupFacts& facts = model.group(g);
    if (g == own || facts.op != Operation::once) continue;
    const Twice twice = find_twice(model, facts);
    if (twice.upper < 0 || !same_function(model, caller_below(model, facts, twice.upper), outer))
      continue;
    finding.victim_groups.push_back(g);
    behind += facts.count;
  }
}

}  // namespace

void detect_once_reentrant(const Model& model, Findings& out) noexcept {
  int found = 0;
  for (const Hit& hit : model.find(kSlow)) {
    const GroupFacts& facts = model.group(hit.group);
    const Twice twice = find_twice(model, facts);
    if (facts.op != Operation::once || twice.lower < 0 ||
        static_cast<int>(hit.position) != twice.upper) {
      continue;
    }
    std::uint64_t upper = 0, lower = 0;
    bool exact_upper = false, exact_lower = false;
    if (!facts.records.empty() && !facts.elided) {
      upper = model.receiver(facts.records.front(), twice.upper, &exact_upper);
      lower = model.receiver(facts.records.front(), twice.lower, &exact_lower);
    }
    const bool known = upper != 0 && lower != 0 && exact_upper && exact_lower;
    if (known && upper != lower) continue;
    const std::uint32_t inner = caller_below(model, facts, twice.upper);
    const std::uint32_t outer = caller_below(model, facts, twice.lower);
    if (++found > kMost) return;
    Finding finding("once_reentrant");
    finding.confidence = known ? Confidence::certain : Confidence::likely;
    const bool alone = !others_inside(model, hit.group);
    if (!known && !alone && !same_function(model, inner, outer))
      finding.confidence = Confidence::possible;
    finding.groups = {hit.group};
    std::uint64_t behind = 0;
    add_victims(model, hit.group, outer, finding, behind);
    finding.summary = count_of(facts.count, "goroutine") + (facts.count == 1 ? " waits" : " wait") +
                      " in " + place(model, inner) + " for a `sync.Once` that " +
                      (facts.count == 1 ? "its" : "their") + " own stack is still running, since " +
                      place(model, outer) +
                      oldest_for(facts.ages.known > 0 ? facts.ages.max : -1, facts.count) +
                      ": the function of `Do` calls `Do` again";
    if (behind > 0) {
      finding.summary +=
          "; " + number(behind) + (behind == 1 ? " more waits" : " more wait") + " behind it";
    }
    finding.summary += ".";
    finding.site = model.site_frame(facts);
    finding.created_at = facts.created_by;
    finding.supports("2 × `sync.(*Once).doSlow` in one stack" +
                     (known ? ", both of the Once at " + hex(upper) : std::string()));
    if (alone) {
      finding.supports(
          "No other goroutine runs the function of a `sync.Once`: nobody else can hold the one it "
          "waits for");
    }
    if (known) {
      finding.against(
          "No doubts about the circle; why the inner call is made must be read in the code");
    } else {
      finding.against(
          "No addresses are printed here: the two calls may belong to two different Onces");
    }
    finding.next = "Read the stack from " + place(model, outer) + " up to " + place(model, inner) +
                   ": which function should get the value passed instead?";
    finding.restart = "A restart does not help: it happens again at the first use.";
    out.push_back(std::move(finding));
  }
}

}  // namespace gowhy::cause
