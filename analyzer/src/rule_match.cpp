#include "rule_match.h"

#include <algorithm>

#include "report_parts.h"
#include "roles.h"

namespace gowhy {
namespace {

bool any_fits(const std::vector<std::string>& patterns, std::string_view text) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const std::string& pattern) { return matches_glob(pattern, text); });
}

// Tests goroutines against one match, without its numbers and relations.
class Test {
 public:
  Test(const Model& model, const PrintedNames& names, const RuleMatch& match)
      : model_(model), names_(names), match_(match) {}

  [[nodiscard]] bool group(const GroupFacts& facts) const {
    const RuleMatch& m = match_;
    if (!m.states.empty() && !any_fits(m.states, facts.state)) return false;
    if (!m.roles.empty() && (facts.role == nullptr || !any_fits(m.roles, facts.role->name))) {
      return false;
    }
    if (!m.creators.empty() &&
        (facts.created_by == kNone || !any_fits(m.creators, function(facts.created_by).name))) {
      return false;
    }
    return (m.functions.empty() || any_frame(facts,
                                             [&](std::uint32_t frame) {
                                               return any_fits(m.functions, function(frame).name);
                                             })) &&
           (m.packages.empty() || any_frame(facts,
                                            [&](std::uint32_t frame) {
                                              return any_fits(m.packages, function(frame).package);
                                            })) &&
           (m.files.empty() || any_frame(facts, [&](std::uint32_t frame) {
              return any_fits(m.files, names_.text(model_.dump().symbols.frame_at(frame).file));
            }));
  }

  // What is asked of each goroutine and not of its group.
  [[nodiscard]] bool asks_records() const {
    return match_.min_wait_minutes >= 0 || !match_.labels.empty();
  }
  [[nodiscard]] bool record(std::int32_t minutes, std::uint32_t labels) const {
    return minutes >= match_.min_wait_minutes && labels_fit(labels);
  }

  // How many goroutines of a group fit, whose records go to `records`.
  std::uint64_t count(const GroupFacts& facts, std::vector<std::uint32_t>& records) const {
    if (!group(facts)) return 0;
    const Dump& dump = model_.dump();
    std::uint64_t fitting = 0;
    for (std::uint32_t index : facts.records) {
      if (asks_records() && !record(dump.records[index].minutes, dump.records[index].labels)) {
        continue;
      }
      records.push_back(index);
      ++fitting;
    }
    if (!facts.records.empty()) return fitting;
    if (!asks_records()) return facts.count;
    for (const Sample& sample : dump.samples) {
      const bool here = sample.group == facts.group && sample.snapshot == model_.snapshot_index();
      if (here && record(-1, sample.labels)) fitting += sample.count;
    }
    return fitting;
  }

 private:
  [[nodiscard]] const Function& function(std::uint32_t frame) const {
    return names_.function(model_.function_id(frame));
  }
  template <typename Fits>
  static bool any_frame(const GroupFacts& facts, Fits fits) {
    return std::any_of(facts.frames.begin(), facts.frames.end(), fits);
  }
  [[nodiscard]] bool labels_fit(std::uint32_t id) const {
    if (match_.labels.empty()) return true;
    const Json labels = Json::parse(names_.text(id), nullptr, false);
    if (!labels.is_object()) return false;
    return std::all_of(match_.labels.begin(), match_.labels.end(), [&](const auto& wanted) {
      const auto found = labels.find(wanted.first);
      return found != labels.end() && found->is_string() &&
             matches_glob(wanted.second, found->template get_ref<const std::string&>());
    });
  }

  const Model& model_;
  const PrintedNames& names_;
  const RuleMatch& match_;
};

bool number_fits(const RuleMatch& match, std::uint64_t goroutines) {
  return goroutines >= match.min_goroutines && goroutines <= match.max_goroutines;
}

// Relations do not nest (rule_pack.cpp refuses it), so this ends.
bool relations_hold(const Model& model, const PrintedNames& names, const RuleMatch& match,
                    std::uint64_t* related) {
  for (const RuleMatch& with : match.with) {
    *related = find_matching(model, names, with).goroutines;
    if (*related == 0) return false;
  }
  return std::none_of(match.without.begin(), match.without.end(), [&](const RuleMatch& without) {
    return find_matching(model, names, without).goroutines > 0;
  });
}

bool asks_goroutines(const RuleMatch& match) {
  const auto& m = match;
  return !(m.functions.empty() && m.packages.empty() && m.files.empty() && m.states.empty() &&
           m.creators.empty() && m.roles.empty() && m.labels.empty() && m.min_wait_minutes < 0);
}

}  // namespace

PrintedNames::PrintedNames(const Symbols& symbols) {
  functions_.reserve(symbols.function_count());
  for (std::uint32_t id = 0; id < symbols.function_count(); ++id) {
    functions_.push_back(symbols.function_at(id));
  }
  strings_.reserve(symbols.string_count());
  for (std::uint32_t id = 0; id < symbols.string_count(); ++id) {
    strings_.push_back(symbols.text(id));
  }
}

Matched find_matching(const Model& model, const PrintedNames& names,
                      const RuleMatch& match) noexcept {
  const Test test(model, names, match);
  Matched matched;
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const std::uint64_t fitting = test.count(model.group(g), matched.records);
    if (fitting == 0) continue;
    matched.groups.push_back(g);
    matched.goroutines += fitting;
  }
  if (!number_fits(match, matched.goroutines) ||
      !relations_hold(model, names, match, &matched.related)) {
    return {};
  }
  if (!test.asks_records()) matched.records.clear();
  return matched;
}

bool all_match(const Model& model, const PrintedNames& names, const RuleMatch& match,
               const std::vector<std::uint32_t>& groups, const std::vector<std::uint32_t>& records,
               std::uint64_t goroutines) noexcept {
  const Test test(model, names, match);
  if (groups.empty() && records.empty() && asks_goroutines(match)) return false;
  const bool no_number = groups.empty() && records.empty();
  if (!no_number && !number_fits(match, goroutines)) return false;
  for (std::uint32_t g : groups) {
    const GroupFacts& facts = model.group(g);
    if (!test.group(facts)) return false;
    std::vector<std::uint32_t> ignored;
    if (facts.records.empty() && test.count(facts, ignored) != facts.count) return false;
  }
  for (std::uint32_t index : records) {
    const Record& record = model.dump().records[index];
    if (test.asks_records() && !test.record(record.minutes, record.labels)) return false;
  }
  std::uint64_t related = 0;
  return relations_hold(model, names, match, &related);
}

}  // namespace gowhy
