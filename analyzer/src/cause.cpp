#include "cause.h"

#include <algorithm>
#include <iterator>

namespace gowhy {
namespace cause {

#define CAUSE(id) void detect_##id(const Model& model, Findings& out) noexcept;
#define TABLE_CAUSE(id)
#include "../causes/causes.def"
#undef CAUSE
#undef TABLE_CAUSE

}  // namespace cause

namespace {

constexpr Detect kDetectors[] = {
#define CAUSE(id) &cause::detect_##id,
#define TABLE_CAUSE(id)
#include "../causes/causes.def"
#undef CAUSE
#undef TABLE_CAUSE
};

// {"id", "title", "category", "severity", Says}, generated from the front matter of causes/*.md, by
// id.
constexpr CauseInfo kInfos[] = {
#include "cause_info.inc"
};

}  // namespace

std::span<const Detect> detectors() noexcept { return kDetectors; }

std::span<const CauseInfo> causes() noexcept { return kInfos; }

const CauseInfo* find_cause(std::string_view id) noexcept {
  const auto* found = std::lower_bound(
      std::begin(kInfos), std::end(kInfos), id,
      [](const CauseInfo& info, std::string_view wanted) { return info.id < wanted; });
  return found != std::end(kInfos) && found->id == id ? found : nullptr;
}

}  // namespace gowhy
