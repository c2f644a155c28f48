// Fuzzes rule packs: the text of a pack, and behind a NUL the dump it is used on. What add_rules
// says must be one line, the report valid JSON, and a pack that is refused must change nothing.
// `fuzz-rule_pack_fuzz -max_total_time=600 CORPUS`, seeded with docs/rules and real dumps.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "gowhy/gowhy.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

std::string report(std::string_view dump, std::string_view pack, bool* used) {
  gowhy::Analysis analysis;
  if (used != nullptr) {
    const std::string error = analysis.add_rules(pack);
    require(error.find('\n') == std::string::npos);
    *used = error.empty();
  }
  analysis.open("fuzz");
  analysis.feed(dump.data(), dump.size());
  analysis.finish();
  return std::string(analysis.report());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::size_t nul = text.find('\0');
  const std::string_view pack = text.substr(0, nul);
  const std::string_view dump = nul == std::string_view::npos ? "" : text.substr(nul + 1);
  bool used = false;
  const std::string with = report(dump, pack, &used);
  require(nlohmann::json::accept(with));
  if (!used) require(with == report(dump, pack, nullptr));
  return 0;
}
