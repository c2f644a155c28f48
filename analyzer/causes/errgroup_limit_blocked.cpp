// With SetLimit, errgroup's Go takes a place by a send into a channel of that size, and a member
// gives it back when its function returns (golang.org/x/sync/errgroup, Go and done). Members that
// call Go of their own group while all places are taken wait for each other.
//
// A loop outside that waits in Go is what the limit is for; then members are at work. So this
// speaks only when members wait in Go and no member anywhere does something else.
#include <algorithm>

#include "finding.h"
#include "model.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::string_view kGo = "golang.org/x/sync/errgroup.(*Group).Go";
constexpr std::string_view kWait = "golang.org/x/sync/errgroup.(*Group).Wait";
constexpr std::string_view kGroup = "golang.org/x/sync/errgroup.(*Group).";

struct Members {
  std::vector<std::uint32_t> stuck, outside, waiting;
  std::uint64_t stuck_count = 0, free_count = 0, outside_count = 0;
  std::int32_t oldest = -1;
};

bool is_member(const Model& model, const GroupFacts& facts) {
  const std::string_view entry = model.entry(facts);
  return entry.substr(0, kGroup.size()) == kGroup ||
         model.creator(facts).substr(0, kGroup.size()) == kGroup;
}

Members collect(const Model& model) {
  Members members;
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const GroupFacts& facts = model.group(g);
    const std::string_view top =
        facts.top < 0 ? std::string_view{} : model.name(model.top_frame(facts));
    const bool in_go =
        top == kGo && (facts.op == Operation::chan_send || facts.op == Operation::unknown);
    if (is_member(model, facts)) {
      if (in_go) {
        members.stuck.push_back(g);
        members.stuck_count += facts.count;
        if (facts.ages.known > 0) members.oldest = std::max(members.oldest, facts.ages.max);
      } else {
        members.free_count += facts.count;
      }
    } else if (in_go) {
      members.outside.push_back(g);
      members.outside_count += facts.count;
    } else if (top == kWait || model.has(facts, {kWait})) {
      members.waiting.push_back(g);
    }
  }
  return members;
}

}  // namespace

void detect_errgroup_limit_blocked(const Model& model, Findings& out) noexcept {
  if (model.find(kGo).empty()) return;
  const Members members = collect(model);
  if (members.stuck_count == 0) return;
  const bool moving = members.free_count > 0;
  if (moving && members.oldest < kOldMinutes) return;
  const GroupFacts& facts = model.group(members.stuck.front());
  const std::string site = place(model, model.site_frame(facts));
  Finding finding("errgroup_limit_blocked");
  finding.confidence = moving || model.fragment() ? Confidence::possible : Confidence::likely;
  if ((facts.flags & kLeaked) != 0) finding.confidence = Confidence::certain;
  finding.groups = members.stuck;
  finding.victim_groups = members.waiting;
  finding.victim_groups.insert(finding.victim_groups.end(), members.outside.begin(),
                               members.outside.end());
  finding.summary =
      count_of(members.stuck_count, "member") + " of errgroups " +
      (members.stuck_count == 1 ? "waits" : "wait") + " in " + site + oldest_for(members.oldest) +
      " for a free place in a group with a limit, which only members that return could free" +
      (moving ? "." : from_absence(model, ": all of them wait", "all of them wait"));
  finding.site = model.site_frame(facts);
  finding.created_at = facts.created_by;
  finding.supports(number(members.stuck_count) +
                   " goroutines that errgroup started wait in `errgroup.(*Group).Go` themselves");
  if (moving) {
    finding.against(count_of(members.free_count, "other member") + " of some errgroup " +
                    (members.free_count == 1 ? "is" : "are") + " at work and may free a place");
  } else {
    finding.supports("No members of any errgroup do anything else");
    finding.against(
        "No limits are printed: how many places the group has must be read in the code");
  }
  finding.next = "Read " + site + ": is it called by a function that runs in the same group?";
  finding.restart = "A restart helps until the input is as wide or deep again.";
  out.push_back(std::move(finding));
}

}  // namespace gowhy::cause
