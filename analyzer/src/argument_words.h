// Words of `0xc000…, {0x…, 0x3}, 0x2?, _, ...` that may be pointers. They prove which lock, channel
// or connection it is; all others are dropped.
#pragma once

#include <cstdint>
#include <string_view>

#include "hex_digits.h"

namespace gowhy {

inline constexpr unsigned kFramesWithArgs = 128, kSlotsWithArgs = 16;

/// Fewer than four digits are below 4096, more than twelve beyond 48 bits: no pointers.
inline bool may_be_pointer(unsigned digits) noexcept { return digits >= 4 && digits <= 12; }

/// Calls take(slot, digits, count, value, stale) for the first `wanted` numbers of an argument
/// list; `digits` points behind the 0x. Memory may be read up to `readable`.
template <typename Take>
inline void each_argument_word(std::string_view args, unsigned wanted, const char* readable,
                               Take take) noexcept {
  const char* p = args.data();
  const char* const end = p + args.size();
  for (unsigned slot = 0; p < end && slot < wanted && slot < kSlotsWithArgs;) {
    if (*p == '_') {
      ++slot;
      ++p;
      continue;
    }
    if (*p != '0' || end - p < 3 || p[1] != 'x') {
      ++p;
      continue;
    }
    const char* const digits = p + 2;
    std::uint64_t value = 0;
    const unsigned count = parse_hex(digits, readable, value);
    p = digits + count;
    take(slot, digits, count, value, p < end && *p == '?');
    ++slot;
  }
}

}  // namespace gowhy
