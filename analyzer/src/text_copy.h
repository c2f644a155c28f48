// Copies of lines, 16 bytes at once where the machine can. (Emscripten's memcpy goes a word at a
// time.)
#pragma once

#include <cstddef>
#include <cstring>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace gowhy {

/// Copies n bytes that do not overlap.
inline void copy_bytes(const char* from, char* to, std::size_t n) noexcept {
#if defined(__wasm_simd128__)
  if (n >= 16) {
    for (std::size_t i = 0; i + 16 < n; i += 16) wasm_v128_store(to + i, wasm_v128_load(from + i));
    wasm_v128_store(to + n - 16, wasm_v128_load(from + n - 16));
    return;
  }
#endif
  if (n > 0) std::memcpy(to, from, n);
}

/// Copies what is in front of the first newline in [from, end) to `to`, where there must be room
/// for 16 bytes more than `most`. Returns the newline, or null if it does not come within `most`
/// bytes.
inline const char* copy_to_newline(const char* from, const char* end, char* to,
                                   std::size_t most) noexcept {
  const char* const stop = static_cast<std::size_t>(end - from) < most ? end : from + most;
#if defined(__wasm_simd128__)
  for (; stop - from >= 16; from += 16, to += 16) {
    const v128_t block = wasm_v128_load(from);
    wasm_v128_store(to, block);
    const auto mask =
        static_cast<unsigned>(wasm_i8x16_bitmask(wasm_i8x16_eq(block, wasm_i8x16_splat('\n'))));
    if (mask != 0) return from + __builtin_ctz(mask);
  }
#elif defined(__SSE2__)
  for (; stop - from >= 16; from += 16, to += 16) {
    const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to), block);
    const auto mask =
        static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(block, _mm_set1_epi8('\n'))));
    if (mask != 0) return from + __builtin_ctz(mask);
  }
#endif
  for (; from < stop; ++from, ++to) {
    if (*from == '\n') return from;
    *to = *from;
  }
  return nullptr;
}

}  // namespace gowhy
