#include "alike_holders.h"

#include <algorithm>
#include <string>

#include "wording.h"

namespace gowhy {

bool AlikeHolders::add(const BlockedHolder& one) noexcept {
  if (one.busy || one.holder.record == kNone) return false;
  const GroupFacts& facts = model_.group(one.holder.group);
  const LockWaiter* const peer = one.peers.empty() ? nullptr : &one.peers.front();
  const Key key{holder_frame(model_, one.holder), model_.site_frame(facts), facts.op,
                peer == nullptr ? kNone : waiter_site(model_, *peer)};
  const auto [at, fresh] = first_.try_emplace(key, Seen{out_.size(), 0});
  if (fresh) return false;
  Finding& finding = out_[at->second.index];
  finding.confidence = std::max(finding.confidence, one.confidence);
  // It may be the same one, with a second lock that it may hold.
  if (std::find(finding.records.begin(), finding.records.end(), one.holder.record) ==
      finding.records.end()) {
    ++at->second.more;
    finding.groups.push_back(one.holder.group);
    finding.records.push_back(one.holder.record);
  }
  if (peer != nullptr && peer->record != kNone) {
    finding.groups.push_back(peer->group);
    finding.records.push_back(peer->record);
  }
  const std::vector<std::uint32_t>& victims = one.view->groups;
  finding.victim_groups.insert(finding.victim_groups.end(), victims.begin(), victims.end());
  return true;
}

void AlikeHolders::say() noexcept {
  for (const auto& [key, seen] : first_) {
    if (seen.more == 0) continue;
    std::string& text = out_[seen.index].summary;
    text.pop_back();
    text += "; " + count_of(seen.more, "other goroutine") + (seen.more == 1 ? " does" : " do") +
            " the same with " + (seen.more == 1 ? "another lock" : "other locks") + ".";
    auto& evidence = out_[seen.index].evidence;
    const auto against = std::find_if(evidence.begin(), evidence.end(),
                                      [](const Evidence& one) { return !one.supports; });
    evidence.insert(against, {true,
                              number(seen.more) + " more " + (seen.more == 1 ? "stands" : "stand") +
                                  " at the same lines, each with a lock of its own",
                              {}});
  }
}

}  // namespace gowhy
