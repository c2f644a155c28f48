// iter.Pull runs the iterator as a coroutine in a goroutine of its own (iter/iter.go), which stands
// in yield between two calls of next; only the end of the sequence or stop lets it go. Whoever
// takes a few values and forgets stop leaves it, state `coroutine`, created by iter.Pull.
//
// While a function pulls, its coroutine looks the same, and the goroutine that called iter.Pull
// (`in goroutine N`, printed in every release that has iter) is in the user's code. If that one is
// gone, or idle without any own frame, nobody will call next or stop any more.
#include <algorithm>

#include "births.h"
#include "blocked_holders.h"
#include "finding.h"
#include "model.h"
#include "stack_facts.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::uint64_t kMany = 20;
constexpr std::uint64_t kSeveral = 5;

bool is_pull(std::string_view name) { return name.substr(0, 9) == "iter.Pull"; }

struct Pulled {
  std::vector<std::uint32_t> groups, left;  // left: records whose creator is gone
  std::uint64_t count = 0, with_creator = 0;
  std::int32_t oldest = -1;
};

Pulled collect(const Model& model) {
  Pulled pulled;
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const GroupFacts& facts = model.group(g);
    // A goroutine inside next is `coroutine` too; only the iterator's own one begins in iter.Pull.
    bool iterator = is_pull(model.creator(facts));
    if (facts.created_by == kNone) {
      for (std::uint32_t frame : facts.frames) iterator = iterator || is_pull(model.name(frame));
    }
    if (!iterator || facts.op != Operation::coroutine) continue;
    pulled.groups.push_back(g);
    pulled.count += facts.count;
    if (facts.ages.known > 0) pulled.oldest = std::max(pulled.oldest, facts.ages.max);
  }
  return pulled;
}

// Goroutines that are in the user's code and may go on to pull.
void find_left(const Model& model, Pulled& pulled) {
  for (std::uint32_t g : pulled.groups) {
    for (std::uint32_t record : model.group(g).records) {
      const std::uint64_t creator = model.dump().records[record].creator;
      if (creator == 0) continue;
      ++pulled.with_creator;
      if (!works_in_own_code(model, creator)) pulled.left.push_back(record);
    }
  }
}

// Whoever pulls is in the middle of something: neither main nor a loop that waits for its next job.
std::uint64_t may_pull(const Model& model) {
  std::uint64_t count = 0;
  for (const GroupFacts& facts : model.groups()) {
    const bool rests = facts.site < 0 || facts.role != nullptr || is_main(model, facts) ||
                       is_idle_loop(model, facts);
    if (!rests && facts.op != Operation::coroutine) count += facts.count;
  }
  return count;
}

// The iterator's function: first own frame of the coroutine.
std::uint32_t iterator_of(const Model& model, const Pulled& pulled) {
  return model.site_frame(model.group(pulled.groups.front()));
}

}  // namespace

void detect_iter_pull_not_stopped(const Model& model, Findings& out) noexcept {
  Pulled pulled = collect(model);
  if (pulled.count == 0) return;
  find_left(model, pulled);
  const bool by_creator = pulled.with_creator > 0;
  const std::uint64_t count = by_creator ? pulled.left.size() : pulled.count;
  if (count == 0) return;
  // Without creators: more iterators than the goroutines in own code could be pulling from, or
  // none.
  const std::uint64_t pulling = by_creator ? 0 : may_pull(model);
  if (!by_creator &&
      (pulled.count < (pulling > 0 ? kMany : kSeveral) || pulled.count < 8 * pulling)) {
    return;
  }
  Finding finding("iter_pull_not_stopped");
  finding.confidence = by_creator && !model.fragment() ? Confidence::likely : Confidence::possible;
  finding.groups = pulled.groups;
  finding.records = pulled.left;
  finding.goroutines = count;
  const std::uint32_t site = iterator_of(model, pulled);
  finding.summary = count_of(count, "iterator") + " started with `iter.Pull`, in " +
                    place(model, site) + oldest_for(pulled.oldest) + ", " +
                    (count == 1 ? "waits" : "wait") +
                    " for a next value that nobody asks for: `stop` was not called.";
  finding.site = site;
  finding.created_at = model.group(pulled.groups.front()).created_by;
  finding.supports(number(pulled.count) + " × `coroutine`, created by `iter.Pull`");
  if (by_creator) {
    finding.supports(number(count) + " of them were created by goroutines that are gone or idle");
    finding.against("1 `next` function may have been handed to another goroutine that still pulls");
  } else {
    finding.against("No creators are printed in this format: running merges look the same");
  }
  const Births births = births_of(model, pulled.groups, pulled.left);
  finding.rate = rate_of(model, births, pulled.groups);
  finding.next = "Look for `iter.Pull(` whose second result is `_` or is not called with `defer`";
  finding.restart = "A restart frees them until as many sequences have been pulled again.";
  out.push_back(std::move(finding));
}

}  // namespace gowhy::cause
