#include "compare.h"

#include <algorithm>

namespace gowhy {
namespace {

// Counts of every group over all snapshots, by index into Dump::groups.
std::vector<std::vector<std::uint64_t>> count_groups(const Dump& dump) {
  std::vector<std::vector<std::uint64_t>> counts(
      dump.groups.size(), std::vector<std::uint64_t>(dump.snapshots.size(), 0));
  for (const Record& record : dump.records) {
    if (!record.extra && record.group != kNone) ++counts[record.group][record.snapshot];
  }
  for (const Sample& sample : dump.samples) {
    if (sample.group != kNone) counts[sample.group][sample.snapshot] += sample.count;
  }
  return counts;
}

Json frames_of(const Model& model, std::uint32_t dump_group) {
  std::vector<std::uint32_t> frames;
  model.dump().symbols.frames_of(model.dump().groups[dump_group].stack, frames);
  Json json = Json::array();
  for (std::uint32_t frame : frames) {
    if (model.dump().symbols.frame_at(frame).kind != Frame::elided) {
      json.push_back(frame_json(model, frame));
    }
  }
  return json;
}

// A group that has ended: as of the last snapshot in which it was.
Json gone_json(const Model& model, std::uint32_t dump_group, std::uint64_t count, std::size_t id) {
  const Group& group = model.dump().groups[dump_group];
  const bool has_state = group.state != kNone;
  Json created = nullptr;
  if (group.created_by != kNone) {
    created = place_json(model, group.created_by);
    created["goroutine"] = nullptr;
  }
  return {{"id", id},
          {"count", count},
          {"state", has_state ? Json(model.dump().symbols.text(group.state)) : Json(nullptr)},
          {"flags", flags_json(group.flags)},
          {"waitMinutes", nullptr},
          {"normal", false},
          {"role", nullptr},
          {"labels", Json::object()},
          {"frames", frames_of(model, dump_group)},
          {"createdBy", created},
          {"goroutineIds", Json::array()}};
}

}  // namespace

std::string_view trend_of(const std::vector<std::uint64_t>& counts) noexcept {
  if (counts.front() == 0 && counts.back() > 0) {
    const bool only_last = std::all_of(counts.begin(), counts.end() - 1,
                                       [](std::uint64_t count) { return count == 0; });
    if (only_last) return "new";
  }
  if (counts.back() == 0) return "gone";
  if (counts.front() == counts.back() &&
      std::adjacent_find(counts.begin(), counts.end(), std::not_equal_to<>()) == counts.end()) {
    return "steady";
  }
  if (std::is_sorted(counts.begin(), counts.end())) return "growing";
  if (std::is_sorted(counts.rbegin(), counts.rend())) return "shrinking";
  return "varying";
}

Json compare_json(const Model& model, const std::vector<const Diagnosed*>& shown,
                  const std::vector<std::uint32_t>& place_of_group) {
  const Dump& dump = model.dump();
  if (dump.snapshots.size() < 2) return nullptr;
  // The same goroutines pasted twice, as a part of a profile and as a stack: no two moments.
  const Snapshot &first = dump.snapshots.front(), &last = dump.snapshots.back();
  if (first.input == last.input && first.format != last.format && (first.cut || last.cut)) {
    return nullptr;
  }
  const std::vector<std::vector<std::uint64_t>> counts = count_groups(dump);
  Json snapshots = Json::array(), groups = Json::array(), gone = Json::array(),
       findings = Json::array();
  for (const Snapshot& snapshot : dump.snapshots) {
    const Input& input = dump.inputs[snapshot.input];
    std::string name = input.name;
    if (input.snapshots > 1) {
      const auto number = &snapshot - dump.snapshots.data() - input.first_snapshot + 1;
      name += " #" + std::to_string(number);
    }
    snapshots.push_back(
        {{"name", name}, {"goroutines", snapshot.goroutines}, {"minutes", nullptr}});
  }
  for (std::uint32_t index = 0; index < model.groups().size(); ++index) {
    if (place_of_group[index] == kNone) continue;
    const std::vector<std::uint64_t>& of_group = counts[model.group(index).group];
    groups.push_back({{"group", place_of_group[index]},
                      {"counts", of_group},
                      {"trend", trend_of(of_group)},
                      {"perMinute", nullptr}});
  }
  for (std::uint32_t group = 0; group < dump.groups.size() && gone.size() < 1000; ++group) {
    if (model.index_of(group) != kNone) continue;
    const std::uint64_t most = *std::max_element(counts[group].begin(), counts[group].end());
    if (most > 0) gone.push_back(gone_json(model, group, most, gone.size()));
  }
  for (std::size_t i = 0; i < shown.size(); ++i) {
    std::vector<std::uint64_t> sum(dump.snapshots.size(), 0);
    for (std::uint32_t index : shown[i]->finding.groups) {
      const std::vector<std::uint64_t>& of_group = counts[model.group(index).group];
      for (std::size_t s = 0; s < sum.size(); ++s) sum[s] += of_group[s];
    }
    findings.push_back({{"finding", i}, {"counts", sum}, {"trend", trend_of(sum)}});
  }
  return {{"snapshots", snapshots}, {"groups", groups}, {"gone", gone}, {"findings", findings}};
}

}  // namespace gowhy
