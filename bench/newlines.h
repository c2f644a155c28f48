// Counts newlines: the speed of looking at every byte once, and so the limit of any reader.
#pragma once

#include <cstddef>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace gowhy {

// Matches are counted in 16 bytes at once, and summed before one of them can overflow.
inline std::size_t count_newlines(const char* p, std::size_t size) noexcept {
  std::size_t count = 0;
  const char* const end = p + size;
#if defined(__wasm_simd128__)
  while (end - p >= 16 * 255) {
    v128_t sums = wasm_i8x16_splat(0);
    for (int i = 0; i < 255; ++i, p += 16) {
      sums = wasm_i8x16_sub(sums, wasm_i8x16_eq(wasm_v128_load(p), wasm_i8x16_splat('\n')));
    }
    const v128_t wide = wasm_u32x4_extadd_pairwise_u16x8(wasm_u16x8_extadd_pairwise_u8x16(sums));
    count += static_cast<std::size_t>(wasm_i32x4_extract_lane(wide, 0)) +
             static_cast<std::size_t>(wasm_i32x4_extract_lane(wide, 1)) +
             static_cast<std::size_t>(wasm_i32x4_extract_lane(wide, 2)) +
             static_cast<std::size_t>(wasm_i32x4_extract_lane(wide, 3));
  }
#elif defined(__SSE2__)
  while (end - p >= 16 * 255) {
    __m128i sums = _mm_setzero_si128();
    for (int i = 0; i < 255; ++i, p += 16) {
      const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
      sums = _mm_sub_epi8(sums, _mm_cmpeq_epi8(block, _mm_set1_epi8('\n')));
    }
    const __m128i wide = _mm_sad_epu8(sums, _mm_setzero_si128());
    count += static_cast<std::size_t>(_mm_cvtsi128_si64(wide)) +
             static_cast<std::size_t>(_mm_cvtsi128_si64(_mm_unpackhi_epi64(wide, wide)));
  }
#endif
  for (; p < end; ++p) count += *p == '\n';
  return count;
}

}  // namespace gowhy
