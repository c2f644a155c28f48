// Fuzzes all from bytes to report. The report must be valid JSON, the same however the input was
// split, and its columns must fit it. The first byte chooses the options.
// `fuzz-analysis_fuzz -max_total_time=600 CORPUS`, seeded with tests/dumps.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>

#include "gowhy/gowhy.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

std::string report(const gowhy::Options& options, const char* data, std::size_t size,
                   std::size_t chunk) {
  gowhy::Analysis analysis(options);
  analysis.open("fuzz");
  for (std::size_t at = 0; at < size; at += chunk) {
    analysis.feed(data + at, size - at < chunk ? size - at : chunk);
  }
  analysis.finish();
  std::string text(analysis.report());
  const gowhy::Columns columns = analysis.columns();
  const std::size_t count = columns.id.size();
  require(columns.group.size() == count && columns.minutes.size() == count &&
          columns.creator.size() == count && columns.offset.size() == count &&
          columns.length.size() == count);
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  gowhy::Options options;
  options.redact = (data[0] & 1) != 0;
  options.all_groups = (data[0] & 2) != 0;
  const char* text = reinterpret_cast<const char*>(data) + 1;
  const std::string whole = report(options, text, size - 1, size);
  require(nlohmann::json::accept(whole));
  require(whole == report(options, text, size - 1, 61));
  return 0;
}
