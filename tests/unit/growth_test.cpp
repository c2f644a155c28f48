// The causes' work must grow like the dump, not like its square: a helpful question asked of all
// groups for each group is invisible in a small dump and takes minutes behind a large one. Time
// says that badly; the comparisons that run say it exactly, and the sanitizer build counts them
// (-fsanitize=fuzzer-no-link calls a function for each).
#include <catch2/catch.hpp>

#include "diagnosis.h"
#include "model.h"
#include "reader_support.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)

namespace {
std::uint64_t comparisons = 0;
}  // namespace

// NOLINTBEGIN(bugprone-reserved-identifier): the names are clang's (SanitizerCoverage).
extern "C" {
void __sanitizer_cov_trace_cmp1(std::uint8_t, std::uint8_t) { ++comparisons; }
void __sanitizer_cov_trace_cmp2(std::uint16_t, std::uint16_t) { ++comparisons; }
void __sanitizer_cov_trace_cmp4(std::uint32_t, std::uint32_t) { ++comparisons; }
void __sanitizer_cov_trace_cmp8(std::uint64_t, std::uint64_t) { ++comparisons; }
void __sanitizer_cov_trace_const_cmp1(std::uint8_t, std::uint8_t) { ++comparisons; }
void __sanitizer_cov_trace_const_cmp2(std::uint16_t, std::uint16_t) { ++comparisons; }
void __sanitizer_cov_trace_const_cmp4(std::uint32_t, std::uint32_t) { ++comparisons; }
void __sanitizer_cov_trace_const_cmp8(std::uint64_t, std::uint64_t) { ++comparisons; }
}
// NOLINTEND(bugprone-reserved-identifier)

using namespace gowhy;
using namespace gowhy::test;

namespace {

// One dump of the goroutines of many real ones, `copies` times: renumbered, and each time with
// other line numbers if the stacks shall differ.
std::string dump_of_many(std::size_t copies, bool different) {
  std::string out;
  std::uint64_t id = 0;
  for (std::size_t copy = 0; copy < copies; ++copy) {
    for (const std::string& name : small_captures(24 << 10)) {
      if (name.find(".go1.27.") == std::string::npos ||
          name.find(".debug2.txt") == std::string::npos) {
        continue;
      }
      const std::string text = read_dump(name);
      for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = std::string_view(text).substr(at, end - at);
        const std::size_t place = line.find(".go:");
        const std::size_t state = line.find(" [");
        if (line.substr(0, 10) == "goroutine " && state != std::string_view::npos) {
          out += "goroutine " + std::to_string(++id) + std::string(line.substr(state));
        } else if (different && place != std::string_view::npos) {
          out += line.substr(0, place + 4);
          out += std::to_string(copy + 1);
          out += line.substr(place + 4);
        } else {
          out += line;
        }
        out += '\n';
        at = end + 1;
      }
      out += '\n';
    }
  }
  return out;
}

struct Work {
  std::size_t goroutines = 0, groups = 0;
  std::uint64_t comparisons = 0;
};

Work work_behind(const std::string& text) {
  Dump dump;
  read_text(dump, text);
  const std::uint64_t before = comparisons;
  const Model model(dump);
  const Diagnosis diagnosis = diagnose(model);
  CHECK(!diagnosis.findings.empty());
  return {dump.records.size(), model.groups().size(), comparisons - before};
}

}  // namespace

TEST_CASE("the causes' work grows like the number of different stacks", "[growth]") {
  const Work once = work_behind(dump_of_many(1, true));
  const Work often = work_behind(dump_of_many(8, true));
  INFO(once.groups << " groups: " << once.comparisons << ", " << often.groups
                   << " groups: " << often.comparisons);
  REQUIRE(once.groups > 500);
  REQUIRE(often.groups == 8 * once.groups);
  CHECK(once.comparisons > 100'000);
  CHECK(often.comparisons < 10 * once.comparisons);
}

TEST_CASE("the causes' work grows like the number of goroutines", "[growth]") {
  const Work once = work_behind(dump_of_many(1, false));
  const Work often = work_behind(dump_of_many(8, false));
  INFO(once.goroutines << " goroutines: " << once.comparisons << ", " << often.goroutines
                       << " goroutines: " << often.comparisons);
  REQUIRE(often.groups == once.groups);
  REQUIRE(often.goroutines == 8 * once.goroutines);
  CHECK(often.comparisons < 10 * once.comparisons);
}

#endif
#endif
