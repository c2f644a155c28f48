// Which goroutines may have one of some addresses among their arguments.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "dump.h"

namespace gowhy {

/// A set of addresses that may say yes to others too, about once in a hundred times, and answers
/// from the processor's cache: of the millions of arguments of a dump few are among those searched
/// for.
class AddressFilter {
 public:
  /// For about so many addresses.
  explicit AddressFilter(std::size_t addresses) noexcept;

  void add(std::uint64_t address) noexcept {
    const std::uint64_t hash = hash_of(address);
    words_[word_of(hash)] |= bits_of(hash);
  }
  [[nodiscard]] bool may_have(std::uint64_t address) const noexcept {
    const std::uint64_t hash = hash_of(address), bits = bits_of(hash);
    return (words_[word_of(hash)] & bits) == bits;
  }

  /// By record: whether one of its arguments may be in the set. Reads arguments and records in the
  /// order of memory: each of millions would be waited for otherwise.
  [[nodiscard]] std::vector<bool> records_with(const Dump& dump) const noexcept;

 private:
  static std::uint64_t hash_of(std::uint64_t address) noexcept {
    return address * 0x9E3779B97F4A7C15ull;
  }
  [[nodiscard]] std::size_t word_of(std::uint64_t hash) const noexcept {
    return static_cast<std::size_t>(hash >> shift_);
  }
  /// Three of the bits of one word.
  static std::uint64_t bits_of(std::uint64_t hash) noexcept {
    constexpr std::uint64_t kOne = 1;
    return (kOne << ((hash >> 10) & 63u)) | (kOne << ((hash >> 18) & 63u)) |
           (kOne << ((hash >> 26) & 63u));
  }

  std::vector<std::uint64_t> words_;
  unsigned shift_ = 0;
};

}  // namespace gowhy
