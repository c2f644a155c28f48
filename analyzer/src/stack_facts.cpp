#include "stack_facts.h"

#include <algorithm>
#include <vector>

#include "roles.h"
#include "sort_by.h"

namespace gowhy {
namespace {

char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

}  // namespace

bool is_main(const Model& model, const GroupFacts& facts) noexcept {
  return model.entry(facts) == "main.main" ||
         (!facts.records.empty() && model.dump().records[facts.records.front()].id == 1);
}

bool is_parked_main(const Model& model, const GroupFacts& facts) noexcept {
  return is_main(model, facts) &&
         (facts.op == Operation::select_none ||
          (model.is_profile() && (facts.op == Operation::select || facts.parked_on_channel)));
}

bool runs_library_code(const Model& model, const GroupFacts& facts) noexcept {
  for (std::size_t i = facts.frames.size(); i-- > 0;) {
    const Origin origin = model.origin(facts.frames[i]);
    if (origin == Origin::runtime || is_generic_root(model.name(facts.frames[i]))) continue;
    return origin != Origin::main;
  }
  return true;
}

bool is_request(const Model& model, const GroupFacts& facts) noexcept {
  return facts.site >= 0 && facts.role == nullptr && !is_main(model, facts) &&
         runs_library_code(model, facts);
}

bool on_stack(const Model& model, const GroupFacts& facts, std::string_view name) noexcept {
  for (std::uint32_t frame : facts.frames) {
    const std::string_view found = model.name(frame);
    if (found.substr(0, name.size()) != name) continue;
    if (found.size() == name.size()) return true;
    // A closure of the function is still a part of it, but not the one that it has started.
    if (found[name.size()] == '.' && starter_of(model, facts) != name) return true;
  }
  return false;
}

bool works_in_own_code(const Model& model, std::uint64_t id) noexcept {
  const std::uint32_t group = model.group_of_id(id);
  return group != kNone && model.group(group).site >= 0;
}

std::uint64_t inside(const Model& model, std::string_view name) noexcept {
  const Symbols& symbols = model.dump().symbols;
  std::vector<std::uint32_t> groups;
  for (std::uint32_t id = 0; id < symbols.function_count(); ++id) {
    const std::string_view found = symbols.function_at(id).name;
    if (found.substr(0, name.size()) != name) continue;
    const bool closure = found.size() > name.size();
    if (closure && found[name.size()] != '.') continue;
    for (const Hit& hit : model.find(found)) {
      if (!closure || starter_of(model, model.group(hit.group)) != name)
        groups.push_back(hit.group);
    }
  }
  keep_distinct(groups);
  return goroutines_in(model, groups);
}

std::uint64_t in_call_of(const Model& model, std::string_view name) noexcept {
  std::uint64_t count = 0;
  std::uint32_t last = kNone;  // hits are in the order of the groups
  for (const Hit& hit : model.find(name)) {
    if (hit.group != last) count += model.group(hit.group).count;
    last = hit.group;
  }
  return count;
}

std::uint32_t telling_frame(const Model& model, const GroupFacts& facts) noexcept {
  std::uint32_t frame = model.site_frame(facts);
  for (std::size_t i = 0; i < facts.frames.size() && frame == kNone; ++i) {
    if (model.origin(facts.frames[i]) == Origin::module) frame = facts.frames[i];
  }
  return frame;
}

std::uint64_t goroutines_in(const Model& model, std::span<const std::uint32_t> groups) noexcept {
  std::uint64_t count = 0;
  for (std::uint32_t group : groups) count += model.group(group).count;
  return count;
}

bool stands_still(const Model& model) noexcept {
  for (const Event& event : model.dump().events) {
    if (event.snapshot != model.snapshot_index()) continue;
    if (event.kind == Event::test_timeout) return true;
    if (event.message.find("are asleep") != std::string::npos ||
        event.message.find("are blocked") != std::string::npos) {
      return true;
    }
  }
  return false;
}

std::string_view starter_of(const Model& model, const GroupFacts& facts) noexcept {
  const std::string_view creator = model.creator(facts);
  if (creator.empty() || !starts_for_others(creator)) return creator;
  const std::string_view entry = facts.own_entry;
  const std::size_t closure = entry.rfind(".func");
  return closure == std::string_view::npos ? std::string_view{} : entry.substr(0, closure);
}

bool named_like(std::string_view base, std::initializer_list<std::string_view> words) noexcept {
  for (std::string_view word : words) {
    for (std::size_t at = 0; at + word.size() <= base.size(); ++at) {
      std::size_t same = 0;
      while (same < word.size() && lower(base[at + same]) == word[same]) ++same;
      if (same == word.size()) return true;
    }
  }
  return false;
}

bool is_past(const Model& model, std::uint32_t at, std::uint32_t line) noexcept {
  const Frame& later = model.dump().symbols.frame_at(at);
  const Frame& earlier = model.dump().symbols.frame_at(line);
  return later.function == earlier.function && later.line > earlier.line;
}

bool tries_again(const Model& model, const GroupFacts& facts) noexcept {
  const auto says_so = [](std::string_view name) {
    return named_like(name, {"retry", "attempt", "backoff", "redeliver"});
  };
  return std::any_of(facts.frames.begin(), facts.frames.end(), [&](std::uint32_t frame) {
    const Function& function = model.function(frame);
    const std::string_view package = function.package.substr(function.package.rfind('/') + 1);
    return model.own(frame) &&
           (says_so(function.base) || says_so(function.receiver) || says_so(package));
  });
}

std::uint32_t own_entry_frame(const Model& model, const GroupFacts& facts) noexcept {
  const auto oldest = std::find_if(facts.frames.rbegin(), facts.frames.rend(),
                                   [&](std::uint32_t frame) { return model.own(frame); });
  return oldest == facts.frames.rend() ? kNone : *oldest;
}

const Function* own_entry_function(const Model& model, const GroupFacts& facts) noexcept {
  const Symbols& symbols = model.dump().symbols;
  const std::uint32_t id = symbols.find_function(facts.own_entry);
  return id == kNone ? nullptr : &symbols.function_at(id);
}

}  // namespace gowhy
