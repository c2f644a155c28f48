#include "address_filter.h"

#include <algorithm>

namespace gowhy {

AddressFilter::AddressFilter(std::size_t addresses) noexcept {
  constexpr std::size_t kAddressesPerWord = 4;
  unsigned bits = 4;
  while (bits < 24 && (std::size_t{1} << bits) * kAddressesPerWord < addresses) ++bits;
  words_.resize(std::size_t{1} << bits);
  shift_ = 64 - bits;
}

std::vector<bool> AddressFilter::records_with(const Dump& dump) const noexcept {
  // By argument first, a bit for each: those of one record lie together, but records need not lie
  // in the order of their arguments.
  constexpr std::size_t kBits = 64;
  std::vector<std::uint64_t> hits(dump.args.size() / kBits + 1, 0);
  for (std::size_t i = 0; i < dump.args.size(); ++i) {
    if (may_have(dump.args[i].address())) hits[i / kBits] |= std::uint64_t{1} << (i % kBits);
  }
  std::vector<bool> with(dump.records.size(), false);
  for (std::size_t i = 0; i < with.size(); ++i) {
    const Record& record = dump.records[i];
    std::size_t at = record.args;
    for (const std::size_t end = at + record.arg_count; at < end && !with[i];) {
      const std::size_t last = std::min(end, (at / kBits + 1) * kBits);
      const std::uint64_t ones = ~std::uint64_t{0} >> (kBits - (last - at));
      with[i] = ((hits[at / kBits] >> (at % kBits)) & ones) != 0;
      at = last;
    }
  }
  return with;
}

}  // namespace gowhy
