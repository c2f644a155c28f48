// A set of goroutine ids: contract.md counts distinct ones.
#pragma once

#include <cstdint>
#include <vector>

#include "symbols.h"

namespace gowhy {

class IdSet {
 public:
  /// False if the id was in the set already.
  bool add(std::uint64_t id) noexcept {
    const std::uint64_t hash = hash_pair(id, 0);
    const auto same = [&](std::uint32_t i) { return ids_[i] == id; };
    if (index_.find(hash, same) != kNone) return false;
    index_.insert(hash, static_cast<std::uint32_t>(ids_.size()));
    ids_.push_back(id);
    return true;
  }
  [[nodiscard]] bool has(std::uint64_t id) const noexcept {
    return index_.find(hash_pair(id, 0), [&](std::uint32_t i) { return ids_[i] == id; }) != kNone;
  }
  void clear() noexcept {
    ids_.clear();
    index_.clear();
  }

 private:
  std::vector<std::uint64_t> ids_;
  HashIndex index_;
};

}  // namespace gowhy
