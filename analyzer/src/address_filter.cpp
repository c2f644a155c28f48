#include "address_filter.h"

namespace gowhy {

AddressFilter::AddressFilter(std::size_t addresses) noexcept {
  constexpr std::size_t kAddressesPerWord = 4;
  unsigned bits = 4;
  while (bits < 24 && (std::size_t{1} << bits) * kAddressesPerWord < addresses) ++bits;
  words_.resize(std::size_t{1} << bits);
  shift_ = 64 - bits;
}

std::vector<bool> AddressFilter::records_with(const Dump& dump) const noexcept {
  std::vector<bool> with(dump.records.size(), false);
  for (std::size_t i = 0; i < with.size(); ++i) {
    const Record& record = dump.records[i];
    const Arg* const args = dump.args.data() + record.args;
    for (std::size_t a = 0; a < record.arg_count; ++a) {
      if (!may_have(args[a].address())) continue;
      with[i] = true;
      break;
    }
  }
  return with;
}

}  // namespace gowhy
