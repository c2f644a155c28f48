#include "library_ends.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "at_work.h"
#include "stack_facts.h"

namespace gowhy {
namespace {

// The function of a library that ends something, or waits for its end, and waits there, kNone
// otherwise. One that joins two connections waits as long as these live.
std::uint32_t ending_frame(const Model& model, const GroupFacts& facts) {
  if (facts.op != Operation::waitgroup || facts.top < 0) return kNone;
  const std::uint32_t top = model.top_frame(facts);
  const Function& function = model.function(top);
  const bool ends =
      (ends_something(function) && !named_like(function.base, {"join"})) || function.base == "Wait";
  return model.origin(top) == Origin::module && ends ? top : kNone;
}

// Of one package, or of one within the other.
bool belong_together(std::string_view a, std::string_view b) noexcept {
  const std::size_t common = std::min(a.size(), b.size());
  return a.substr(0, common) == b.substr(0, common);
}

// What a goroutine of a library runs, null for others.
const Function* library_entry(const Model& model, const GroupFacts& facts) {
  for (std::size_t i = facts.frames.size(); i-- > 0;) {
    const Origin origin = model.origin(facts.frames[i]);
    if (origin == Origin::runtime || model.is_go_wrapper(facts, facts.frames[i])) continue;
    return origin == Origin::module ? &model.function(facts.frames[i]) : nullptr;
  }
  return nullptr;
}

}  // namespace

std::vector<LibraryEnd> library_ends(const Model& model) noexcept {
  std::map<std::string_view, std::vector<std::uint32_t>> by_name;
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const std::uint32_t frame = ending_frame(model, model.group(g));
    if (frame != kNone) by_name[model.name(frame)].push_back(g);
  }
  std::vector<LibraryEnd> ends;
  for (auto& [name, groups] : by_name) {
    LibraryEnd end;
    end.frame = ending_frame(model, model.group(groups.front()));
    end.waits = waits_of(model, std::move(groups));
    const std::string_view package = model.function(end.frame).package;
    for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
      const GroupFacts& facts = model.group(g);
      const Function* const entry = library_entry(model, facts);
      if (entry == nullptr || !belong_together(entry->package, package)) continue;
      const std::uint32_t frame = ending_frame(model, facts);
      if (frame == kNone) {
        end.workers.push_back(g);
        end.worker_count += facts.count;
      } else if (model.name(frame) == name && !ends_something(*entry)) {
        end.own += facts.count;  // and was not started to wait here
      }
    }
    ends.push_back(std::move(end));
  }
  return ends;
}

}  // namespace gowhy
