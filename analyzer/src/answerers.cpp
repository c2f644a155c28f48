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
  return site.name == facts.own_entry ? std::string_view{} : method_type(site);
}

bool Answerers::any_at_work(std::string_view type) const noexcept {
  constexpr std::size_t kChain = 6;
  std::string_view asked[kChain] = {type_, type};
  std::size_t count = 2;
  for (std::size_t i = 1; i < count; ++i) {
    const Symbols& symbols = model_.dump().symbols;
    for (std::uint32_t id = 0; id < symbols.function_count(); ++id) {
      if (method_type(symbols.function_at(id)) != asked[i]) continue;
      for (const Hit& hit : model_.hits_of(id)) {
        const GroupFacts& facts = model_.group(hit.group);
        if (facts.site < 0 || !own_goroutine(model_, facts)) continue;
        if (!waits_by_itself(facts)) return true;
        const std::string_view next = asked_by(facts);
        const bool fresh = std::find(asked, asked + count, next) == asked + count;
        if (!next.empty() && fresh && count < kChain) asked[count++] = next;
      }
    }
  }
  return false;
}

bool Answerers::at_work_for(const GroupFacts& facts) noexcept {
  const std::string_view type = asked_by(facts);
  if (type.empty() || type == type_) return false;
  if (type != last_) {
    if (left_-- <= 0) return false;
    last_ = type;
    answered_ = any_at_work(type);
  }
  return answered_;
}

}  // namespace gowhy
