// Times the reader, from bytes in memory to groups and records, and the model with all causes
// behind it, natively or, compiled by em++, in Node. Prints one line per FILE: name, goroutines,
// groups, seconds of the best run, GB/s, seconds of model and causes, and GB/s of a bare newline
// count, the speed of looking at every byte once.
//
//   reader_bench [--runs N] [--chunk BYTES] FILE...
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include "diagnosis.h"
#include "model.h"
#include "newlines.h"
#include "reader.h"

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

void measure(const char* path, int runs, std::size_t chunk) {
  std::string text;
  if (!read_file(path, &text)) {
    std::fprintf(stderr, "cannot read %s\n", path);
    std::exit(2);
  }
  double best = 1e9, best_count = 1e9, best_diagnosis = 1e9;
  std::size_t groups = 0, goroutines = 0, newlines = 0, args = 0;
  for (int run = 0; run < runs; ++run) {
    double start = seconds();
    newlines += gowhy::count_newlines(text.data(), text.size());
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
    start = seconds();
    const gowhy::Model model(dump);
    const gowhy::Diagnosis diagnosis = gowhy::diagnose(model);
    best_diagnosis = std::min(best_diagnosis, seconds() - start);
    groups = dump.groups.size();
    goroutines = reader.goroutines();
    args = dump.args.size();
  }
  const auto size = static_cast<double>(text.size());
  std::printf(
      "%s goroutines=%zu groups=%zu args=%zu lines=%zu seconds=%.4f gbps=%.3f "
      "diagnosis=%.4f newlines_gbps=%.3f\n",
      path, goroutines, groups, args, newlines / static_cast<std::size_t>(runs), best,
      size / best / 1e9, best_diagnosis, size / best_count / 1e9);
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
