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

/// Reads lower-case hexadecimal digits at p, at most 16; returns their number. The value is that of
/// the digits read. 16 bytes are read at once where [p, end) has them.
inline unsigned parse_hex(const char* p, const char* end, std::uint64_t& value) noexcept {
#if defined(__wasm_simd128__)
  if (end - p >= 16) {
    const v128_t text = wasm_v128_load(p);
    const v128_t letters = wasm_i8x16_sub(text, wasm_i8x16_splat('a'));
    const v128_t is_letter = wasm_u8x16_lt(letters, wasm_i8x16_splat(6));
    const v128_t is_digit =
        wasm_u8x16_lt(wasm_i8x16_sub(text, wasm_i8x16_splat('0')), wasm_i8x16_splat(10));
    const auto valid = static_cast<unsigned>(wasm_i8x16_bitmask(wasm_v128_or(is_letter, is_digit)));
    const auto count = static_cast<unsigned>(__builtin_ctz(~valid));
    if (count == 0) return 0;
    const v128_t nibbles = wasm_i8x16_add(wasm_v128_and(text, wasm_i8x16_splat(15)),
                                          wasm_v128_and(is_letter, wasm_i8x16_splat(9)));
    // Two digits to a byte, the first digit being the higher half and the first byte of the result.
    const v128_t pairs = wasm_v128_or(wasm_i16x8_shl(nibbles, 4), wasm_u16x8_shr(nibbles, 8));
    const v128_t packed =
        wasm_i8x16_shuffle(pairs, pairs, 14, 12, 10, 8, 6, 4, 2, 0, 14, 12, 10, 8, 6, 4, 2, 0);
    value = static_cast<std::uint64_t>(wasm_i64x2_extract_lane(packed, 0)) >> (4 * (16 - count));
    return count;
  }
#elif defined(__SSE2__)
  if (end - p >= 16) {
    const __m128i text = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
    // Signed compares: bytes above 0x7F are negative and so neither.
    const __m128i is_letter = _mm_and_si128(_mm_cmpgt_epi8(text, _mm_set1_epi8('a' - 1)),
                                            _mm_cmplt_epi8(text, _mm_set1_epi8('g')));
    const __m128i is_digit = _mm_and_si128(_mm_cmpgt_epi8(text, _mm_set1_epi8('0' - 1)),
                                           _mm_cmplt_epi8(text, _mm_set1_epi8('9' + 1)));
    const auto valid = static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(is_letter, is_digit)));
    const auto count = static_cast<unsigned>(__builtin_ctz(~valid));
    if (count == 0) return 0;
    const __m128i nibbles = _mm_add_epi8(_mm_and_si128(text, _mm_set1_epi8(15)),
                                         _mm_and_si128(is_letter, _mm_set1_epi8(9)));
    const __m128i pairs = _mm_and_si128(
        _mm_or_si128(_mm_slli_epi16(nibbles, 4), _mm_srli_epi16(nibbles, 8)), _mm_set1_epi16(0xFF));
    std::uint64_t bytes;
    const __m128i packed = _mm_packus_epi16(pairs, pairs);
    std::memcpy(&bytes, &packed, 8);
    value = __builtin_bswap64(bytes) >> (4 * (16 - count));
    return count;
  }
#endif
  value = 0;
  unsigned count = 0;
  for (; p < end && count < 16; ++p, ++count) {
    const char c = *p;
    unsigned digit;
    if (c >= '0' && c <= '9') {
      digit = static_cast<unsigned>(c - '0');
    } else if (c >= 'a' && c <= 'f') {
      digit = static_cast<unsigned>(c - 'a' + 10);
    } else {
      break;
    }
    value = (value << 4) | digit;
  }
  return count;
}

/// The value of `count` lower-case hexadecimal digits, 1 to 16, that end before `end`. The 16 bytes
/// before `end` must be readable.
inline std::uint64_t hex_before(const char* end, unsigned count) noexcept {
  std::uint64_t value = 0;
#if defined(__wasm_simd128__)
  const v128_t text = wasm_v128_load(end - 16);
  const v128_t nibbles = wasm_i8x16_add(
      wasm_v128_and(text, wasm_i8x16_splat(15)),
      wasm_v128_and(wasm_i8x16_gt(text, wasm_i8x16_splat('9')), wasm_i8x16_splat(9)));
  const v128_t pairs = wasm_v128_or(wasm_i16x8_shl(nibbles, 4), wasm_u16x8_shr(nibbles, 8));
  const v128_t packed =
      wasm_i8x16_shuffle(pairs, pairs, 14, 12, 10, 8, 6, 4, 2, 0, 14, 12, 10, 8, 6, 4, 2, 0);
  value = static_cast<std::uint64_t>(wasm_i64x2_extract_lane(packed, 0));
#elif defined(__SSE2__)
  const __m128i text = _mm_loadu_si128(reinterpret_cast<const __m128i*>(end - 16));
  const __m128i nibbles = _mm_and_si128(
      _mm_add_epi8(_mm_and_si128(text, _mm_set1_epi8(15)),
                   _mm_and_si128(_mm_cmpgt_epi8(text, _mm_set1_epi8('9')), _mm_set1_epi8(9))),
      _mm_set1_epi8(15));
  const __m128i pairs = _mm_and_si128(
      _mm_or_si128(_mm_slli_epi16(nibbles, 4), _mm_srli_epi16(nibbles, 8)), _mm_set1_epi16(0xFF));
  const __m128i packed = _mm_packus_epi16(pairs, pairs);
  std::memcpy(&value, &packed, 8);
  value = __builtin_bswap64(value);
#else
  parse_hex(end - count, end, value);
#endif
  return count == 16 ? value : value & ((std::uint64_t{1} << (4 * count)) - 1);
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

/// Stands for any lower-case hexadecimal digit in a pattern; no byte of ASCII does.
inline constexpr char kWild = static_cast<char>(0x80);
inline bool is_wild(char c) noexcept { return (static_cast<unsigned char>(c) & 0x80u) != 0; }
inline bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
inline bool is_hex_digit(char c) noexcept {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

/// How many bytes at the start of `text` are those of `pattern`, of at most n, both of which must
/// be readable.
inline std::size_t equal_but_digits(const char* text, const char* pattern, std::size_t n) noexcept {
  std::size_t i = 0;
#if defined(__wasm_simd128__)
  const auto in = [](v128_t block, char first, char last) {
    return wasm_v128_and(wasm_i8x16_gt(block, wasm_i8x16_splat(static_cast<char>(first - 1))),
                         wasm_i8x16_lt(block, wasm_i8x16_splat(static_cast<char>(last + 1))));
  };
  for (; i + 16 <= n; i += 16) {
    const v128_t a = wasm_v128_load(text + i), b = wasm_v128_load(pattern + i);
    const v128_t other = wasm_v128_xor(a, b);
    if (!wasm_v128_any_true(other)) continue;
    const v128_t digit = wasm_v128_or(in(a, '0', '9'), in(a, 'a', 'f'));
    const v128_t wild = wasm_i8x16_lt(b, wasm_i8x16_splat(0));
    const v128_t bad = wasm_v128_andnot(other, wasm_v128_and(wild, digit));
    if (wasm_v128_any_true(bad)) {
      const auto good =
          static_cast<unsigned>(wasm_i8x16_bitmask(wasm_i8x16_eq(bad, wasm_i8x16_splat(0))));
      return i + static_cast<unsigned>(__builtin_ctz(~good));
    }
  }
#elif defined(__SSE2__)
  for (; i + 16 <= n; i += 16) {
    const __m128i a = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text + i));
    const __m128i b = _mm_loadu_si128(reinterpret_cast<const __m128i*>(pattern + i));
    const __m128i equal = _mm_cmpeq_epi8(a, b);
    if (_mm_movemask_epi8(equal) == 0xFFFF) continue;
    // Signed compares: bytes above 0x7F are negative and so neither.
    const __m128i digit = _mm_and_si128(_mm_cmpgt_epi8(a, _mm_set1_epi8('0' - 1)),
                                        _mm_cmplt_epi8(a, _mm_set1_epi8('9' + 1)));
    const __m128i letter = _mm_and_si128(_mm_cmpgt_epi8(a, _mm_set1_epi8('a' - 1)),
                                         _mm_cmplt_epi8(a, _mm_set1_epi8('g')));
    const __m128i wild = _mm_cmplt_epi8(b, _mm_setzero_si128());
    const auto good = static_cast<unsigned>(
        _mm_movemask_epi8(_mm_or_si128(equal, _mm_and_si128(wild, _mm_or_si128(digit, letter)))));
    if (good != 0xFFFFu) return i + static_cast<unsigned>(__builtin_ctz(~good));
  }
#endif
  while (i < n && (text[i] == pattern[i] || (is_wild(pattern[i]) && is_hex_digit(text[i])))) ++i;
  return i;
}

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

/// Which of the 16 bytes at p are lower-case hexadecimal digits: a bit for each, the first lowest.
inline unsigned hex_digits_at(const char* p) noexcept {
#if defined(__wasm_simd128__)
  const v128_t text = wasm_v128_load(p);
  const v128_t letter =
      wasm_u8x16_lt(wasm_i8x16_sub(text, wasm_i8x16_splat('a')), wasm_i8x16_splat(6));
  const v128_t digit =
      wasm_u8x16_lt(wasm_i8x16_sub(text, wasm_i8x16_splat('0')), wasm_i8x16_splat(10));
  return static_cast<unsigned>(wasm_i8x16_bitmask(wasm_v128_or(letter, digit)));
#elif defined(__SSE2__)
  const __m128i text = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
  const auto in = [&](char first, char last) {
    return _mm_and_si128(_mm_cmpgt_epi8(text, _mm_set1_epi8(static_cast<char>(first - 1))),
                         _mm_cmplt_epi8(text, _mm_set1_epi8(static_cast<char>(last + 1))));
  };
  return static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(in('a', 'f'), in('0', '9'))));
#else
  unsigned bits = 0;
  for (unsigned i = 0; i < 16; ++i) bits |= is_hex_digit(p[i]) ? 1u << i : 0u;
  return bits;
#endif
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

/// Copies n bytes that do not overlap. (For lines: Emscripten's memcpy goes a word at a time.)
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
