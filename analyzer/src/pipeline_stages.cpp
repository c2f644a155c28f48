#include "pipeline_stages.h"

#include <vector>

#include "sort_by.h"

namespace gowhy {
namespace {

struct Started {
  std::uint64_t creator = 0, id = 0;
};

// By creator, then in the order in which it started them. Empty if a creator is not known.
std::vector<Started> started_in(const Model& model, const Crowd& crowd) {
  std::vector<Started> started;
  started.reserve(crowd.count);
  for (std::uint32_t group : crowd.groups) {
    for (std::uint32_t index : model.group(group).records) {
      const Record& record = model.dump().records[index];
      if (record.creator == 0 || record.id == 0) return {};
      started.push_back({record.creator, record.id});
    }
  }
  sort_by(started, [](const Started& one) { return one.id; });
  sort_by(started,
          [](const Started& one) { return one.creator; });  // keeps the order of equal ones
  return started;
}

}  // namespace

bool feeds(const Model& model, const Crowd& earlier, const Crowd& later) noexcept {
  if (earlier.count != later.count || earlier.handler || later.handler ||
      earlier.created_by == kNone || later.created_by == kNone ||
      model.function(earlier.site).package != model.function(later.site).package) {
    return false;
  }
  // One function that asks several at once starts them all: their answers are no stages.
  if (model.function_id(earlier.created_by) == model.function_id(later.created_by)) return false;
  const std::vector<Started> first = started_in(model, earlier), then = started_in(model, later);
  if (first.empty() || first.size() != then.size()) return false;
  // Ids come in batches to each processor (runtime/proc.go, _GoidCacheBatch), so a few are late.
  std::size_t in_order = 0;
  for (std::size_t i = 0; i < first.size(); ++i) {
    if (first[i].creator != then[i].creator) return false;
    in_order += first[i].id < then[i].id;
  }
  return in_order * 10 >= first.size() * 8;
}

}  // namespace gowhy
