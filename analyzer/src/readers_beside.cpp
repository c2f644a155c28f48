#include "readers_beside.h"

namespace gowhy {

std::uint64_t readers_beside(const Model& model, const Crowd& crowd) noexcept {
  const std::string_view creator =
      crowd.created_by == kNone ? std::string_view{} : model.name(crowd.created_by);
  const std::string_view package = model.function(crowd.site).package;
  std::uint64_t readers = 0;
  for (const GroupFacts& facts : model.groups()) {
    if (facts.op != Operation::io_read || facts.site < 0) continue;
    bool beside = !creator.empty() ? model.creator(facts) == creator
                                   : model.function(model.site_frame(facts)).package == package;
    for (std::uint32_t frame : facts.frames) {
      beside = beside || (!creator.empty() && model.name(frame) == creator);
    }
    if (beside) readers += facts.count;
  }
  return readers;
}

}  // namespace gowhy
