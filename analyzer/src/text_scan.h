// The few byte loops that decide the speed of reading: find a newline, compare two runs of bytes.
// SSE2 natively, simd128 in wasm, plain words elsewhere; nothing is read outside the given range.
// (Emscripten's memchr and memcmp go a word or a byte at a time, which is why they are not used.)
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace gowhy {

/// The first '\n' in [p, end), or end.
inline const char* find_newline(const char* p, const char* end) noexcept {
#if defined(__wasm_simd128__)
  const v128_t newline = wasm_i8x16_splat('\n');
  for (; end - p >= 16; p += 16) {
    auto mask = static_cast<unsigned>(
        wasm_i8x16_bitmask(wasm_i8x16_eq(wasm_v128_load(p), newline)));
    if (mask != 0) return p + __builtin_ctz(mask);
  }
#elif defined(__SSE2__)
  const __m128i newline = _mm_set1_epi8('\n');
  for (; end - p >= 16; p += 16) {
    __m128i block;
    std::memcpy(&block, p, 16);
    auto mask = static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(block, newline)));
    if (mask != 0) return p + __builtin_ctz(mask);
  }
#endif
  while (p < end && *p != '\n') ++p;
  return p;
}

/// True if the n bytes at a and b are equal. Both must be readable for n bytes.
inline bool equal_bytes(const char* a, const char* b, std::size_t n) noexcept {
#if defined(__wasm_simd128__)
  if (n >= 16) {
    std::size_t i = 0;
    for (; i + 16 <= n; i += 16) {
      if (!wasm_i8x16_all_true(wasm_i8x16_eq(wasm_v128_load(a + i), wasm_v128_load(b + i)))) {
        return false;
      }
    }
    if (i == n) return true;
    return wasm_i8x16_all_true(
        wasm_i8x16_eq(wasm_v128_load(a + n - 16), wasm_v128_load(b + n - 16)));
  }
#else
  if (n >= 16) {
    std::size_t i = 0;
    auto words_differ = [&](std::size_t at) {
      std::uint64_t x[2], y[2];
      std::memcpy(x, a + at, 16);
      std::memcpy(y, b + at, 16);
      return ((x[0] ^ y[0]) | (x[1] ^ y[1])) != 0;
    };
    for (; i + 16 <= n; i += 16) {
      if (words_differ(i)) return false;
    }
    return i == n || !words_differ(n - 16);
  }
#endif
  if (n >= 8) {
    std::uint64_t x, y, u, v;
    std::memcpy(&x, a, 8);
    std::memcpy(&y, b, 8);
    std::memcpy(&u, a + n - 8, 8);
    std::memcpy(&v, b + n - 8, 8);
    return ((x ^ y) | (u ^ v)) == 0;
  }
  for (std::size_t i = 0; i < n; ++i) {
    if (a[i] != b[i]) return false;
  }
  return true;
}

/// True if [p, end) begins with text.
inline bool begins_with(const char* p, const char* end, std::string_view text) noexcept {
  return static_cast<std::size_t>(end - p) >= text.size() &&
         equal_bytes(p, text.data(), text.size());
}

}  // namespace gowhy
