// Which goroutines may have one of some addresses among their arguments.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "dump.h"

namespace gowhy {

/// A set of addresses that may say yes to others too, about once in twenty times, and answers from
/// the processor's cache: of the millions of arguments of a dump few are among those searched for.
class AddressFilter {
 public:
  /// For about so many addresses.
  explicit AddressFilter(std::size_t addresses) noexcept;

  void add(std::uint64_t address) noexcept {
    const std::size_t bit = bit_of(address);
    words_[bit >> 6] |= std::uint64_t{1} << (bit & 63u);
  }
  [[nodiscard]] bool may_have(std::uint64_t address) const noexcept {
    const std::size_t bit = bit_of(address);
    return ((words_[bit >> 6] >> (bit & 63u)) & 1u) != 0;
  }

  /// By record: whether one of its arguments may be in the set. Reads the records in the order of
  /// memory: group by group each of a million would be waited for.
  [[nodiscard]] std::vector<bool> records_with(const Dump& dump) const noexcept;

 private:
  [[nodiscard]] std::size_t bit_of(std::uint64_t address) const noexcept {
    return static_cast<std::size_t>((address * 0x9E3779B97F4A7C15ull) >> shift_);
  }

  std::vector<std::uint64_t> words_;
  unsigned shift_ = 0;
};

}  // namespace gowhy
