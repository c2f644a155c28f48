#include "extent.h"

#include <algorithm>

namespace gowhy {

Extent::Extent(const Model& model, const Diagnosed& one)
    : model_(model), whole_(one.finding.records.empty()) {
  if (whole_) {
    for (std::uint32_t group : one.finding.groups) {
      const GroupFacts& facts = model.group(group);
      counts_.push_back({group, facts.records.empty() ? facts.count : facts.records.size()});
    }
  } else {
    count_records(one);
  }
  for (const Part& part : counts_) total_ += part.count;
}

int Extent::share(const std::vector<bool>& marked, const Extent* other) const {
  std::uint64_t covered = 0;
  const bool both_records = other != nullptr && !whole_ && !other->whole_;
  for (const Part& part : counts_) {
    if (marked[part.group]) {
      covered += part.count;
    } else if (other != nullptr && !both_records) {
      covered += std::min(part.count, other->count_of(part.group));
    }
  }
  if (both_records) {
    for (std::uint32_t record : records_) {
      if (!marked[model_.group_of_record(record)] &&
          std::binary_search(other->records_.begin(), other->records_.end(), record)) {
        ++covered;
      }
    }
  }
  return total_ == 0 ? 0 : static_cast<int>(covered * 1000 / total_);
}

void Extent::count_records(const Diagnosed& one) {
  std::vector<std::uint32_t> groups;
  for (std::uint32_t record : one.finding.records) {
    const std::uint32_t group = model_.group_of_record(record);
    if (group == kNone) continue;
    records_.push_back(record);
    groups.push_back(group);
  }
  std::sort(records_.begin(), records_.end());
  std::sort(groups.begin(), groups.end());
  for (std::uint32_t group : groups) {
    if (counts_.empty() || counts_.back().group != group) counts_.push_back({group, 0});
    ++counts_.back().count;
  }
}

std::uint64_t Extent::count_of(std::uint32_t group) const {
  const auto part =
      std::lower_bound(counts_.begin(), counts_.end(), group,
                       [](const Part& a, std::uint32_t wanted) { return a.group < wanted; });
  return part != counts_.end() && part->group == group ? part->count : 0;
}

}  // namespace gowhy
