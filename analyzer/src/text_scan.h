// The byte loops that decide the speed of reading, with text_equal.h, text_copy.h and hex_digits.h.
// SSE2 natively, simd128 in wasm, plain words elsewhere; nothing is read outside the given range.
// (Emscripten's memchr goes a byte at a time.)
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

#include "text_equal.h"

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
    auto mask =
        static_cast<unsigned>(wasm_i8x16_bitmask(wasm_i8x16_eq(wasm_v128_load(p), newline)));
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

/// No byte of the text is above 0x7F.
inline bool is_ascii(std::string_view text) noexcept {
  std::uint64_t all = 0;
  std::size_t i = 0;
  for (; i + 8 <= text.size(); i += 8) {
    std::uint64_t eight;
    std::memcpy(&eight, text.data() + i, 8);
    all |= eight;
  }
  for (; i < text.size(); ++i) all |= static_cast<unsigned char>(text[i]);
  return (all & 0x8080808080808080) == 0;
}

/// The first byte in [p, end) that begins or ends a wrapping within a line, or end: `&` of an
/// entity, an escape, `\r`, `]` of a header, `<` of a tag, and the first byte of U+00A0.
inline const char* find_wrapping(const char* p, const char* end) noexcept {
#if defined(__wasm_simd128__)
  const auto is = [](v128_t block, char c) { return wasm_i8x16_eq(block, wasm_i8x16_splat(c)); };
  for (; end - p >= 16; p += 16) {
    const v128_t block = wasm_v128_load(p);
    const v128_t found = wasm_v128_or(wasm_v128_or(wasm_v128_or(is(block, '&'), is(block, '\x1b')),
                                                   wasm_v128_or(is(block, '\r'), is(block, ']'))),
                                      wasm_v128_or(is(block, '<'), is(block, '\xC2')));
    const auto mask = static_cast<unsigned>(wasm_i8x16_bitmask(found));
    if (mask != 0) return p + __builtin_ctz(mask);
  }
#elif defined(__SSE2__)
  const auto is = [](__m128i block, char c) { return _mm_cmpeq_epi8(block, _mm_set1_epi8(c)); };
  for (; end - p >= 16; p += 16) {
    const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
    const __m128i found = _mm_or_si128(_mm_or_si128(_mm_or_si128(is(block, '&'), is(block, '\x1b')),
                                                    _mm_or_si128(is(block, '\r'), is(block, ']'))),
                                       _mm_or_si128(is(block, '<'), is(block, '\xC2')));
    const auto mask = static_cast<unsigned>(_mm_movemask_epi8(found));
    if (mask != 0) return p + __builtin_ctz(mask);
  }
#endif
  const auto is_mark = [](char c) {
    return c == '&' || c == '\x1b' || c == '\r' || c == ']' || c == '<' || c == '\xC2';
  };
  while (p < end && !is_mark(*p)) ++p;
  return p;
}

/// What an argument list may hold: `0xc000…, {0x1, 0x2?}, _, ...`, also with capital digits.
inline bool is_argument_byte(char c) noexcept {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == ' ' ||
         c == ',' || c == '-' || c == '.' || c == '?' || c == '_' || c == 'x' || c == 'X' ||
         c == '{' || c == '}';
}

/// The first byte in [p, end) that cannot belong to an argument list, or end.
inline const char* skip_arguments(const char* p, const char* end) noexcept {
#if defined(__wasm_simd128__)
  // By the two halves of a byte: a bit for each of the rows 0x2_ to 0x7_ of the table of ASCII.
  const v128_t rows = wasm_i8x16_const(0, 0, 1, 2, 4, 8, 16, 32, 0, 0, 0, 0, 0, 0, 0, 0);
  const v128_t columns = wasm_i8x16_const(3, 22, 22, 22, 22, 22, 22, 2, 42, 2, 0, 32, 1, 33, 1, 10);
  for (; end - p >= 16; p += 16) {
    const v128_t block = wasm_v128_load(p);
    const v128_t row = wasm_i8x16_swizzle(rows, wasm_u8x16_shr(block, 4));
    const v128_t column = wasm_i8x16_swizzle(columns, wasm_v128_and(block, wasm_i8x16_splat(15)));
    const auto others = static_cast<unsigned>(
        wasm_i8x16_bitmask(wasm_i8x16_eq(wasm_v128_and(row, column), wasm_i8x16_splat(0))));
    if (others != 0) return p + __builtin_ctz(others);
  }
#elif defined(__SSE2__)
  const auto is = [](__m128i block, char c) { return _mm_cmpeq_epi8(block, _mm_set1_epi8(c)); };
  const auto in = [](__m128i block, char first, char last) {
    return _mm_and_si128(_mm_cmpgt_epi8(block, _mm_set1_epi8(static_cast<char>(first - 1))),
                         _mm_cmplt_epi8(block, _mm_set1_epi8(static_cast<char>(last + 1))));
  };
  for (; end - p >= 16; p += 16) {
    const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
    const __m128i small = _mm_or_si128(block, _mm_set1_epi8(0x20));
    // With that bit set a letter is small, and no other byte becomes one of those looked for.
    const __m128i letters = _mm_or_si128(in(small, 'a', 'f'), is(small, 'x'));
    const __m128i numbers = _mm_or_si128(in(block, '0', '9'), in(block, ',', '.'));
    const __m128i marks = _mm_or_si128(_mm_or_si128(is(block, ' '), is(block, '?')),
                                       _mm_or_si128(is(block, '_'), is(block, '{')));
    const __m128i good =
        _mm_or_si128(_mm_or_si128(letters, numbers), _mm_or_si128(marks, is(block, '}')));
    const unsigned others = static_cast<unsigned>(_mm_movemask_epi8(good)) ^ 0xFFFFu;
    if (others != 0) return p + __builtin_ctz(others);
  }
#endif
  while (p < end && is_argument_byte(*p)) ++p;
  return p;
}

inline bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// Behind what the runtime prints of registers and pointers, ` fp=0xc000… sp=0x…` or ` m=nil`, at
/// p.
inline const char* skip_registers(const char* p, const char* end) noexcept {
  while (p < end && (is_digit(*p) || (*p >= 'a' && *p <= 'z') || *p == '=' || *p == ' ')) ++p;
  return p;
}

/// True if [p, end) begins with text.
inline bool begins_with(const char* p, const char* end, std::string_view text) noexcept {
  return static_cast<std::size_t>(end - p) >= text.size() &&
         equal_bytes(p, text.data(), text.size());
}

}  // namespace gowhy
