// Which goroutines a finding is about, and how many of them another one is about as well.
#pragma once

#include <cstdint>
#include <vector>

#include "diagnosis.h"

namespace gowhy {

/// Some records, or all of a finding's groups.
class Extent {
 public:
  Extent(const Model& model, const Diagnosed& one);

  /// The share of these goroutines that are in `marked` groups (by group index) or, unless nullptr,
  /// in `other`, in thousandths.
  [[nodiscard]] int share(const std::vector<bool>& marked, const Extent* other) const;

 private:
  struct Part {
    std::uint32_t group = 0;
    std::uint64_t count = 0;
  };

  void count_records(const Diagnosed& one);
  [[nodiscard]] std::uint64_t count_of(std::uint32_t group) const;

  const Model& model_;
  bool whole_;
  std::vector<Part> counts_;            // by group, ascending
  std::vector<std::uint32_t> records_;  // sorted; empty if whole
  std::uint64_t total_ = 0;
};

}  // namespace gowhy
