// Whether runs of bytes are equal, 16 at once where the machine can. (Emscripten's memcmp goes a
// byte at a time.)
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace gowhy {

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

/// True if the first n of the 16 bytes at a and b are equal. Both must be readable for 16 bytes.
inline bool equal_heads(const char* a, const char* b, unsigned n) noexcept {
#if defined(__wasm_simd128__)
  const auto equal = static_cast<unsigned>(
      wasm_i8x16_bitmask(wasm_i8x16_eq(wasm_v128_load(a), wasm_v128_load(b))));
  return (~equal & ((1u << n) - 1)) == 0;
#elif defined(__SSE2__)
  const auto equal = static_cast<unsigned>(
      _mm_movemask_epi8(_mm_cmpeq_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i*>(a)),
                                       _mm_loadu_si128(reinterpret_cast<const __m128i*>(b)))));
  return (~equal & ((1u << n) - 1)) == 0;
#else
  return std::memcmp(a, b, n) == 0;
#endif
}

/// How many bytes at the front of two texts are equal. Little-endian machines only.
inline std::size_t equal_front(std::string_view a, std::string_view b) noexcept {
  const std::size_t n = std::min(a.size(), b.size());
  std::size_t i = 0;
  for (; i + 8 <= n; i += 8) {
    std::uint64_t x, y;
    std::memcpy(&x, a.data() + i, 8);
    std::memcpy(&y, b.data() + i, 8);
    if (x != y) return i + static_cast<std::size_t>(std::countr_zero(x ^ y)) / 8;
  }
  while (i < n && a[i] == b[i]) ++i;
  return i;
}

/// Stands for any lower-case hexadecimal digit in a pattern; no byte of ASCII does.
inline constexpr char kWild = static_cast<char>(0x80);
inline bool is_wild(char c) noexcept { return (static_cast<unsigned char>(c) & 0x80u) != 0; }

/// True if the n bytes at `text`, 16 or more, are those of `pattern`, whatever ASCII stands where
/// the pattern is kWild. All that is not wild in the pattern must be ASCII.
inline bool equal_but_wild(const char* text, const char* pattern, std::size_t n) noexcept {
  // A byte of ASCII differs from a wild one in the sign, and so from none that is greater than 0.
#if defined(__wasm_simd128__)
  v128_t most = wasm_i8x16_splat(0), all = most;
  const auto compare = [&](std::size_t i) {
    const v128_t a = wasm_v128_load(text + i);
    most = wasm_i8x16_max(most, wasm_v128_xor(a, wasm_v128_load(pattern + i)));
    all = wasm_v128_or(all, a);
  };
#elif defined(__SSE2__)
  __m128i most = _mm_setzero_si128(), all = most;
  const auto compare = [&](std::size_t i) {
    const __m128i a = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text + i));
    const __m128i b = _mm_loadu_si128(reinterpret_cast<const __m128i*>(pattern + i));
    most = _mm_or_si128(most, _mm_cmpgt_epi8(_mm_xor_si128(a, b), _mm_setzero_si128()));
    all = _mm_or_si128(all, a);
  };
#else
  bool most = false;
  char all = 0;
  const auto compare = [&](std::size_t i) {
    for (std::size_t k = i; k < i + 16; ++k) {
      most = most || (text[k] != pattern[k] && !is_wild(pattern[k]));
      all = static_cast<char>(all | text[k]);
    }
  };
#endif
  std::size_t i = 0;
  for (; i + 64 <= n; i += 64) {
    compare(i);
    compare(i + 16);
    compare(i + 32);
    compare(i + 48);
  }
  for (; i + 16 <= n; i += 16) compare(i);
  compare(n - 16);
#if defined(__wasm_simd128__)
  return !wasm_v128_any_true(most) && wasm_i8x16_bitmask(all) == 0;
#elif defined(__SSE2__)
  return _mm_movemask_epi8(_mm_or_si128(most, all)) == 0;
#else
  return !most && !is_wild(all);
#endif
}

}  // namespace gowhy
