// A set of goroutine ids: contract.md counts distinct ones.
#pragma once

#include <cstdint>
#include <vector>

#include "symbols.h"

namespace gowhy {

/// Ids are handed out one after the other, so 256 neighbours share a page and a place in the index.
class IdSet {
 public:
  /// False if the id was in the set already.
  bool add(std::uint64_t id) noexcept {
    std::uint32_t page = find(id);
    if (page == kNone) {
      page = static_cast<std::uint32_t>(pages_.size());
      pages_.push_back({id >> 8, {}});
      index_.insert(hash_pair(id >> 8, 0), page);
    }
    latest_ = page;
    const std::uint64_t bit = std::uint64_t{1} << (id & 63);
    std::uint64_t& ids = pages_[page].ids[id >> 6 & 3];
    const bool fresh = (ids & bit) == 0;
    ids |= bit;
    return fresh;
  }
  [[nodiscard]] bool has(std::uint64_t id) const noexcept {
    const std::uint32_t page = find(id);
    return page != kNone && (pages_[page].ids[id >> 6 & 3] >> (id & 63) & 1) != 0;
  }
  void clear() noexcept {
    pages_.clear();
    index_.clear();
    latest_ = kNone;
  }

 private:
  struct Page {
    std::uint64_t number = 0, ids[4] = {};
  };
  [[nodiscard]] std::uint32_t find(std::uint64_t id) const noexcept {
    const std::uint64_t number = id >> 8;
    if (latest_ != kNone && pages_[latest_].number == number) return latest_;
    return index_.find(hash_pair(number, 0),
                       [&](std::uint32_t i) { return pages_[i].number == number; });
  }
  std::vector<Page> pages_;
  HashIndex index_;
  std::uint32_t latest_ = kNone;
};

}  // namespace gowhy
