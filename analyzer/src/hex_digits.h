// Lower-case hexadecimal digits, as Go prints addresses, 16 at once where the machine can.
#pragma once

#include <cstdint>
#include <cstring>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace gowhy {

inline bool is_hex_digit(char c) noexcept {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
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

}  // namespace gowhy
