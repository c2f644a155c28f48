// gowhy-native: the core without a browser or Node, for tests and for profiling.
//
//   gowhy-native [--words FILE] [--all] [--redact] [--compare] [--batch] FILE...|-
//
// prints one report per FILE. --compare takes the files as snapshots of one process. --batch reads
// paths from stdin, one a line, and answers each with "SIZE\n" and the report, so that a test can
// run hundreds of files in one process. --cuts N feeds every file cut at N spread places (0: at
// every byte) and prints "ok COUNT" if every report is an object with a final newline. Input must
// be decompressed: gzip belongs to the platform, not to the core.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "gowhy/gowhy.h"

namespace {

struct Settings {
  gowhy::Options options;
  std::string words;
  bool compare = false;
  bool batch = false;
  long cuts = -1, flips = -1;

  [[nodiscard]] bool damages() const { return cuts >= 0 || flips >= 0; }
};

bool read_file(const char* path, std::string* out) {
  const bool is_stdin = std::strcmp(path, "-") == 0;
  std::FILE* file = is_stdin ? stdin : std::fopen(path, "rb");
  if (file == nullptr) {
    std::fprintf(stderr, "gowhy-native: cannot read %s\n", path);
    return false;
  }
  char chunk[1 << 16];
  std::size_t got = 0;
  out->clear();
  while ((got = std::fread(chunk, 1, sizeof chunk, file)) > 0) out->append(chunk, got);
  if (!is_stdin) std::fclose(file);
  return true;
}

/// The name a report shows: the file's name without its folder, as the tests pass it to wasm.
std::string_view base_name(std::string_view path) {
  if (path == "-") return "stdin";
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

void add_input(gowhy::Analysis* analysis, std::string_view name, std::string_view bytes) {
  constexpr std::size_t kChunk = 1 << 20;
  analysis->open(name);
  for (std::size_t at = 0; at < bytes.size(); at += kChunk) {
    const std::string_view part = bytes.substr(at, kChunk);
    analysis->feed(part.data(), part.size());
  }
  analysis->finish();
}

/// Every input must give a whole report; the JSON itself is judged by the tests on whole inputs.
bool survives(const Settings& settings, std::string_view bytes, std::uint64_t* goroutines) {
  gowhy::Analysis analysis(settings.options);
  add_input(&analysis, "damaged", bytes);
  *goroutines = analysis.progress().goroutines;
  const std::string_view report = analysis.report();
  return report.size() > 3 && report.front() == '{' && report.substr(report.size() - 2) == "}\n";
}

/// What another byte at a place may be: one bit less or more, and what ends a line or a string.
char flipped(char byte, std::size_t turn) {
  constexpr char kMasks[] = {1, 4, 32, '\x80'};
  constexpr char kBytes[] = {'\n', '"', '\0', '{'};
  if (turn % 8 < 4) return static_cast<char>(byte ^ kMasks[turn % 4]);
  const char other = kBytes[turn % 4];
  return byte == other ? ' ' : other;
}

int run_damaged(const Settings& settings, std::string* bytes) {
  const bool cuts = settings.cuts >= 0;
  const auto wanted = static_cast<std::size_t>(cuts ? settings.cuts : settings.flips);
  const std::size_t count = wanted == 0 || wanted > bytes->size() ? bytes->size() : wanted;
  std::uint64_t fewest = UINT64_MAX;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t place = bytes->size() * i / count;
    const char before = (*bytes)[place];
    std::uint64_t goroutines = 0;
    if (!cuts) (*bytes)[place] = flipped(before, i);
    const std::string_view whole(*bytes);
    const bool good = survives(settings, cuts ? whole.substr(0, place) : whole, &goroutines);
    (*bytes)[place] = before;
    if (!good) {
      std::printf("broken at %zu\n", place);
      return 1;
    }
    if (goroutines < fewest) fewest = goroutines;
  }
  std::printf("ok %zu %llu\n", count, static_cast<unsigned long long>(fewest));
  return 0;
}

void print_report(const Settings& settings, std::string_view name, std::string_view bytes) {
  gowhy::Analysis analysis(settings.options);
  if (!settings.words.empty()) analysis.set_words(settings.words);
  add_input(&analysis, name, bytes);
  const std::string_view report = analysis.report();
  if (settings.batch) std::printf("%zu\n", report.size());
  std::fwrite(report.data(), 1, report.size(), stdout);
  std::fflush(stdout);
}

int run_batch(const Settings& settings) {
  std::string path, bytes;
  for (int c = std::getchar(); c != EOF; c = std::getchar()) {
    if (c != '\n') {
      path.push_back(static_cast<char>(c));
      continue;
    }
    if (!read_file(path.c_str(), &bytes)) return 2;
    if (settings.damages()) {
      run_damaged(settings, &bytes);
      std::fflush(stdout);
    } else {
      print_report(settings, base_name(path), bytes);
    }
    path.clear();
  }
  return 0;
}

int run_compare(const Settings& settings, const std::vector<const char*>& files) {
  gowhy::Analysis analysis(settings.options);
  if (!settings.words.empty()) analysis.set_words(settings.words);
  std::string bytes;
  for (const char* path : files) {
    if (!read_file(path, &bytes)) return 2;
    add_input(&analysis, base_name(path), bytes);
  }
  const std::string_view report = analysis.report();
  std::fwrite(report.data(), 1, report.size(), stdout);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  Settings settings;
  std::vector<const char*> files;
  for (int i = 1; i < argc; ++i) {
    const std::string_view arg = argv[i];
    if (arg == "--all") {
      settings.options.all_groups = true;
    } else if (arg == "--redact") {
      settings.options.redact = true;
    } else if (arg == "--compare") {
      settings.compare = true;
    } else if (arg == "--batch") {
      settings.batch = true;
    } else if (arg == "--cuts" && i + 1 < argc) {
      settings.cuts = std::atol(argv[++i]);
    } else if (arg == "--flips" && i + 1 < argc) {
      settings.flips = std::atol(argv[++i]);
    } else if (arg == "--words" && i + 1 < argc) {
      if (!read_file(argv[++i], &settings.words)) return 2;
    } else {
      files.push_back(argv[i]);
    }
  }
  if (settings.batch) return run_batch(settings);
  if (files.empty()) {
    std::fprintf(stderr, "usage: gowhy-native [--words FILE] [--all] [--redact] FILE...|-\n");
    return 2;
  }
  if (settings.compare) return run_compare(settings, files);
  std::string bytes;
  for (const char* path : files) {
    if (!read_file(path, &bytes)) return 2;
    if (settings.damages()) {
      if (run_damaged(settings, &bytes) != 0) return 1;
      continue;
    }
    print_report(settings, base_name(path), bytes);
  }
  return 0;
}
