// Times the reader alone: bytes in memory to groups and records, natively or, compiled by em++, in
// Node. Prints one line per FILE: name, goroutines, groups, seconds of the best run, GB/s, and the
// same for a bare newline count, the speed of looking at every byte once.
//
//   reader_bench [--runs N] [--chunk BYTES] FILE...
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include "reader.h"
#include "text_scan.h"

namespace {

// Processor time where the system tells it: other programs on the machine do not count then.
double seconds() {
#if defined(__EMSCRIPTEN__)
  return static_cast<double>(std::chrono::steady_clock::now().time_since_epoch().count()) / 1e9;
#else
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
#endif
}

bool read_file(const char* path, std::string* out) {
  std::FILE* file = std::fopen(path, "rb");
  if (file == nullptr) return false;
  std::fseek(file, 0, SEEK_END);
  out->resize(static_cast<std::size_t>(std::ftell(file)));
  std::fseek(file, 0, SEEK_SET);
  const std::size_t got = std::fread(out->data(), 1, out->size(), file);
  std::fclose(file);
  return got == out->size();
}

// Matches are counted in 16 bytes at once, and summed before one of them can overflow.
std::size_t count_newlines(const std::string& text) {
  std::size_t count = 0;
  const char* p = text.data();
  const char* const end = p + text.size();
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

void measure(const char* path, int runs, std::size_t chunk) {
  std::string text;
  if (!read_file(path, &text)) {
    std::fprintf(stderr, "cannot read %s\n", path);
    std::exit(2);
  }
  double best = 1e9, best_count = 1e9;
  std::size_t groups = 0, goroutines = 0, newlines = 0, args = 0;
  for (int run = 0; run < runs; ++run) {
    double start = seconds();
    newlines += count_newlines(text);
    best_count = std::min(best_count, seconds() - start);
    start = seconds();
    gowhy::Dump dump;
    gowhy::Reader reader(dump);
    reader.open(path);
    for (std::size_t at = 0; at < text.size(); at += chunk) {
      reader.feed(text.data() + at, std::min(chunk, text.size() - at));
    }
    reader.finish();
    best = std::min(best, seconds() - start);
    groups = dump.groups.size();
    goroutines = reader.goroutines();
    args = dump.args.size();
  }
  const auto size = static_cast<double>(text.size());
  std::printf(
      "%s goroutines=%zu groups=%zu args=%zu lines=%zu seconds=%.4f gbps=%.3f newlines_gbps=%.3f\n",
      path, goroutines, groups, args, newlines / static_cast<std::size_t>(runs), best,
      size / best / 1e9, size / best_count / 1e9);
}

}  // namespace

int main(int argc, char** argv) {
  int runs = 5;
  std::size_t chunk = 4u << 20;
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--runs") == 0 && i + 1 < argc) {
      runs = std::atoi(argv[++i]);
    } else if (std::strcmp(argv[i], "--chunk") == 0 && i + 1 < argc) {
      chunk = static_cast<std::size_t>(std::atol(argv[++i]));
    } else {
      measure(argv[i], runs, chunk);
    }
  }
  return 0;
}
