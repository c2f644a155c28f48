// The goroutine leak profile (experiment in Go 1.26, on from 1.27) collects garbage from goroutines
// that can run only: one whose channel or lock none of those can reach is never woken again and is
// marked
// `(leaked)` (runtime/mgc.go, findGoroutineLeaks). debug=1 and debug=0 list only those. This names
// their places where no specific cause could be seen, as in debug=1, which hides the operation.
#include <algorithm>
#include <map>

#include "finding.h"
#include "model.h"
#include "stack_facts.h"
#include "wording.h"

namespace gowhy::cause {
namespace {
constexpr std::size_t kPlaces = 20;  // more places than anybody reads
}  // namespace

void detect_goroutine_proven_leaked(const Model& model, Findings& out) noexcept {
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::uint32_t>> by_place;
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const GroupFacts& facts = model.group(g);
    if ((facts.flags & kLeaked) == 0 || facts.frames.empty() || is_parked_main(model, facts)) {
      continue;
    }
    const std::uint32_t site = model.site_frame(facts);
    by_place[{site != kNone ? site : facts.frames.front(), facts.created_by}].push_back(g);
    if (by_place.size() >= kPlaces) break;
  }
  for (const auto& [where, groups] : by_place) {
    const std::uint64_t count = goroutines_in(model, groups);
    const Operation op = model.group(groups.front()).op;
    Finding finding("goroutine_proven_leaked");
    finding.confidence = Confidence::certain;
    finding.groups = groups;
    finding.summary = count_of(count, "goroutine") + " " +
                      std::string(doing_words(op, count != 1)) + " in " +
                      place(model, where.first) + " and can never go on: the runtime marked " +
                      (count == 1 ? "it" : "them") + " as leaked.";
    finding.site = model.own(where.first) ? where.first : kNone;
    finding.created_at = where.second;
    finding.supports(number(count) +
                     (model.is_profile() ? " stand in the leak profile" : " × `(leaked)`") +
                     ": what they wait for cannot be reached by any goroutine that still runs");
    finding.against(
        op == Operation::unknown
            ? "No operations are printed with `debug=1`: whether they send, receive or select is "
              "not shown"
            : "No other leaks are excluded: what a global variable still refers to is never "
              "marked");
    finding.next =
        "`curl -s 'http://HOST/debug/pprof/goroutineleak?debug=2'` prints state and creator";
    finding.restart = "A restart frees them until as many have been left again.";
    out.push_back(std::move(finding));
  }
}

}  // namespace gowhy::cause
