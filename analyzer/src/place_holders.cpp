#include "place_holders.h"

#include <algorithm>

#include "at_work.h"
#include "stack_facts.h"

namespace gowhy {
namespace {

// A profile prints no creators. There a closure of the user, or a method of its type that is in the
// middle of something, may be what it started: `sem.Acquire` and then `go t.work()`, which
// releases.
bool may_be_started(const Model& model, const GroupFacts& facts, std::uint32_t user) {
  const bool busy = facts.op == Operation::sleep || is_at_work(model, facts);
  if (!busy || !own_goroutine(model, facts)) return false;
  const Function& starter = model.dump().symbols.function_at(user);
  if (is_closure(facts.own_entry, starter.name)) return true;
  if (starter.receiver.empty()) return false;
  const Function* const started = own_entry_function(model, facts);
  return started != nullptr && started->package == starter.package &&
         started->receiver == starter.receiver;
}

}  // namespace

std::vector<std::string_view> users_of(const Model& model, const GroupFacts& facts,
                                       std::initializer_list<std::string_view> wrappers) noexcept {
  std::vector<std::string_view> users;
  const std::size_t site = static_cast<std::size_t>(facts.site);
  users.push_back(model.name(facts.frames[site]));
  const bool wraps =
      wrappers.size() == 0 || named_like(model.function(facts.frames[site]).base, wrappers);
  if (wraps && site + 1 < facts.frames.size() && model.own(facts.frames[site + 1])) {
    users.push_back(model.name(facts.frames[site + 1]));
  }
  return users;
}

std::vector<std::uint32_t> place_holders(const Model& model,
                                         const std::vector<std::string_view>& users,
                                         const std::vector<std::uint32_t>& waiting) noexcept {
  std::vector<bool> works(model.groups().size(), false);
  std::vector<std::uint32_t> functions;
  for (std::string_view user : users) {
    for (const Hit& hit : model.find(user)) works[hit.group] = true;
    functions.push_back(model.dump().symbols.find_function(user));
  }
  for (std::uint32_t g = 0; g < works.size(); ++g) {
    const std::uint32_t by = model.group(g).created_by;
    if (by == kNone) {
      const auto started = [&](std::uint32_t user) {
        return may_be_started(model, model.group(g), user);
      };
      if (model.is_profile() && std::any_of(functions.begin(), functions.end(), started)) {
        works[g] = true;
      }
      continue;
    }
    const std::uint32_t creator = model.function_id(by);
    if (std::find(functions.begin(), functions.end(), creator) != functions.end()) works[g] = true;
  }
  for (std::uint32_t group : waiting) works[group] = false;
  std::vector<std::uint32_t> holders;
  for (std::uint32_t g = 0; g < works.size(); ++g) {
    if (works[g]) holders.push_back(g);
  }
  return holders;
}

}  // namespace gowhy
