#include "client_makers.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include "sort_by.h"

namespace gowhy {
namespace {

// "NewClient" of "redis.NewClient" and of "redis.NewClient and Start"; "" where a row says it in
// words, as "redis.Pool{…}".
std::string_view last_name(std::string_view made) {
  made = made.substr(0, made.find(' '));
  const std::string_view name = made.substr(made.rfind('.') + 1);
  const bool word = std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  });
  return word ? name : std::string_view{};
}

// True if a function is of this module; printed names write dots of the last path element as %2e.
bool is_of_module(std::string_view function, std::string_view module) {
  std::size_t at = 0;
  for (char c : module) {
    if (function.substr(at, 3) == "%2e" && c == '.') {
      at += 3;
    } else if (at < function.size() && function[at] == c) {
      ++at;
    } else {
      return false;
    }
  }
  return true;
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool is_own_goroutine(const Model& model, const GroupFacts& facts) {
  return facts.role == nullptr && model.site_frame(facts) != kNone;
}

std::vector<std::uint64_t> find_creators_of_own(const Model& model) {
  std::vector<std::uint64_t> creators;
  for (const GroupFacts& facts : model.groups()) {
    if (!is_own_goroutine(model, facts)) continue;
    for (std::uint32_t record : facts.records) {
      creators.push_back(model.dump().records[record].creator);
    }
  }
  sort_numbers(creators);
  return creators;
}

class Finder {
 public:
  Finder(const Model& model, const LibraryClients& library) : model_(model), library_(library) {
    // Names are compared once for each function and not for each frame.
    const Symbols& symbols = model.dump().symbols;
    constructors_.resize(symbols.function_count());
    for (std::uint32_t id = 0; id < constructors_.size(); ++id) {
      constructors_[id] = is_named_constructor(symbols.function_at(id).name);
    }
    for (std::uint32_t group : library.counted) {
      const std::uint32_t frame = model.group(group).created_by;
      if (frame != kNone) constructors_[symbols.frame_at(frame).function] = true;
    }
  }

  ClientMakers find() {
    count_parents();
    if (!find_creator() && !find_constructing()) find_parents();
    count_users();
    if (makers_.made_at == kNone && !library_.counted.empty()) {
      makers_.made_at = model_.group(library_.counted.front()).created_by;
    }
    return makers_;
  }

 private:
  bool find_creator() {
    for (std::uint32_t group : library_.groups) {
      const std::uint32_t frame = model_.group(group).created_by;
      if (frame == kNone || !model_.own(frame)) continue;
      makers_.kind = ClientMakers::creator;
      makers_.made_at = frame;
      return true;
    }
    return false;
  }

  [[nodiscard]] bool is_constructor(std::uint32_t frame) const {
    return constructors_[model_.function_id(frame)];
  }

  [[nodiscard]] bool is_named_constructor(std::string_view function) const {
    const Role& role = *library_.role;
    const std::string_view name = last_name(role.made);
    return !name.empty() && !role.module.empty() && is_of_module(function, role.module) &&
           ends_with(function, name) && function.size() > name.size() &&
           function[function.size() - name.size() - 1] == '.';
  }

  // The user's frame below a constructor, in the stacks of this dump.
  bool find_constructing() {
    for (const GroupFacts& facts : model_.groups()) {
      if (facts.site < 0) continue;
      std::size_t at = 0;
      while (at < facts.frames.size() && !is_constructor(facts.frames[at])) ++at;
      if (at == facts.frames.size()) continue;
      // The outermost call of the library is what the user wrote.
      std::size_t own = at;
      while (own < facts.frames.size() && !model_.own(facts.frames[own])) ++own;
      if (own == facts.frames.size() || own == 0) continue;
      if (makers_.goroutines == 0) {
        makers_.made_at = facts.frames[own];
        makers_.constructor = facts.frames[own - 1];
      }
      makers_.goroutines += facts.count;
    }
    if (makers_.goroutines > 0) makers_.kind = ClientMakers::constructing;
    return makers_.goroutines > 0;
  }

  // Who waits in a call of the library, the user's own code or another library, has a client or a
  // stream in its hands. Whoever is in the constructor has none yet, and the library's own
  // goroutines have a role.
  void count_users() {
    const std::string_view module = library_.role->module;
    if (module.empty() || makers_.kind == ClientMakers::constructing) return;
    const Symbols& symbols = model_.dump().symbols;
    std::vector<bool> of_module(symbols.function_count());
    for (std::uint32_t id = 0; id < of_module.size(); ++id) {
      of_module[id] = is_of_module(symbols.function_at(id).name, module);
    }
    for (const GroupFacts& facts : model_.groups()) {
      if (facts.role != nullptr) continue;
      if (facts.site >= 0) makers_.own += facts.count;
      const std::size_t end =
          facts.site < 0 ? facts.frames.size() : static_cast<std::size_t>(facts.site);
      bool uses = false;
      for (std::size_t i = 0; i < end; ++i) {
        const std::uint32_t function = symbols.frame_at(facts.frames[i]).function;
        // gRPC's server has streams of its own.
        if (symbols.function_at(function).receiver == "serverStream") {
          uses = false;
          break;
        }
        uses = uses || of_module[function];
      }
      if (uses) makers_.in_use += facts.count;
    }
  }

  void count_parents() {
    std::vector<std::uint64_t> parents;
    for (std::uint32_t group : library_.counted) {
      for (std::uint32_t record : model_.group(group).records) {
        const std::uint64_t parent = model_.dump().records[record].creator;
        if (parent == 0) continue;
        ++children_;
        parents.push_back(parent);
        const std::uint32_t at = model_.group_of_id(parent);
        if (at == kNone) continue;
        ++makers_.living;
        const std::uint32_t frame = model_.site_frame(model_.group(at));
        if (frame != kNone) ++places_[frame];
      }
    }
    sort_numbers(parents);
    for (std::size_t i = 0, count = 0; i < parents.size(); i += count) {
      count = 1;
      while (i + count < parents.size() && parents[i + count] == parents[i]) ++count;
      ++makers_.makers;
      if (is_attended(parents[i])) makers_.attended += count;
    }
    if (makers_.makers < 2) makers_.attended = 0;
    makers_.attended /= std::max(library_.role->count, 1u);
  }

  // It lives, or has returned and left the user's own goroutines: a handler that subscribes for a
  // websocket starts its pumps, and these live.
  [[nodiscard]] bool is_attended(std::uint64_t parent) const {
    const std::uint32_t group = model_.group_of_id(parent);
    if (group != kNone && is_own_goroutine(model_, model_.group(group))) return true;
    const std::vector<std::uint64_t>& creators = creators_of_own(model_);
    return std::binary_search(creators.begin(), creators.end(), parent);
  }

  // Where those who made most of them stand now.
  void find_parents() {
    const auto most =
        std::max_element(places_.begin(), places_.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most == places_.end() || most->second * 2 < children_) return;
    makers_.kind = ClientMakers::parent;
    makers_.made_at = most->first;
    makers_.goroutines = most->second;
  }

  const Model& model_;
  const LibraryClients& library_;
  std::vector<bool> constructors_;                 // by function id
  std::map<std::uint32_t, std::uint64_t> places_;  // of living makers, with their goroutines
  std::uint64_t children_ = 0;                     // goroutines whose maker is printed
  ClientMakers makers_;
};

}  // namespace

const std::vector<std::uint64_t>& creators_of_own(const Model& model) noexcept {
  return model.once(find_creators_of_own);
}

ClientMakers makers_of(const Model& model, const LibraryClients& library) noexcept {
  return Finder(model, library).find();
}

}  // namespace gowhy
