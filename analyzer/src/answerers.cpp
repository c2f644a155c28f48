#include "answerers.h"

#include <algorithm>

#include "locks.h"
#include "stack_facts.h"
#include "wait_workers.h"

namespace gowhy {

bool waits_by_itself(const GroupFacts& facts) noexcept {
  return facts.site == facts.top && (facts.op == Operation::chan_receive ||
                                     facts.op == Operation::select || facts.op == Operation::cond);
}

// "" if it waits in its own loop.
std::string_view Answerers::asked_by(const GroupFacts& facts) const noexcept {
  if (!waits_by_itself(facts)) return {};
  const Function& site = model_.function(model_.site_frame(facts));
  return site.name == outermost_own(model_, facts) ? std::string_view{} : method_type(site);
}

bool Answerers::any_at_work(std::string_view type) const noexcept {
  constexpr std::size_t kChain = 4;
  std::vector<std::string_view> asked{type_, type};
  for (std::size_t i = 1; i < asked.size(); ++i) {
    const Symbols& symbols = model_.dump().symbols;
    for (std::uint32_t id = 0; id < symbols.function_count(); ++id) {
      if (method_type(symbols.function_at(id)) != asked[i]) continue;
      for (const Hit& hit : model_.hits_of(id)) {
        const GroupFacts& facts = model_.group(hit.group);
        if (facts.site < 0 || !own_goroutine(model_, facts)) continue;
        if (!waits_by_itself(facts)) return true;
        const std::string_view next = asked_by(facts);
        const bool fresh = std::find(asked.begin(), asked.end(), next) == asked.end();
        if (!next.empty() && fresh && asked.size() <= kChain) asked.push_back(next);
      }
    }
  }
  return false;
}

bool Answerers::at_work_for(const GroupFacts& facts) noexcept {
  const std::string_view type = asked_by(facts);
  if (type.empty() || type == type_) return false;
  for (const auto& [known, answer] : known_) {
    if (known == type) return answer;
  }
  constexpr std::size_t kMost = 8;  // for each all functions are looked at
  if (known_.size() == kMost) return false;
  known_.emplace_back(type, any_at_work(type));
  return known_.back().second;
}

}  // namespace gowhy
