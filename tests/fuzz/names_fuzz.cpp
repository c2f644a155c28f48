// Fuzzes the parsers of single lines and names: every view they give must lie in what they were
// given.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "lines.h"
#include "names.h"

namespace {

bool inside(std::string_view part, std::string_view whole) {
  if (part.empty()) return true;
  return part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size();
}

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  gowhy::Arena arena;
  const gowhy::Function function = gowhy::parse_function_name(text, arena);
  require(function.printed_name() == text && inside(function.name, text));
  require(function.printed_package().size() == function.package.size() + function.vendored_in);
  require(inside(function.receiver, text) && inside(function.base, text));
  gowhy::HeaderLine header;
  if (gowhy::parse_header(text, header)) {
    require(inside(header.state, text) && inside(header.labels, text));
    gowhy::labels_to_json(header.labels);
  }
  gowhy::CallLine call;
  if (gowhy::parse_call(text, call)) require(inside(call.name, text) && inside(call.args, text));
  gowhy::CreatedLine created;
  if (gowhy::parse_created(text, created)) require(inside(created.name, text));
  std::string_view place;
  if (gowhy::parse_place(text, place)) {
    require(inside(place, text));
    gowhy::split_place(place,
                       [&](std::string_view file, std::uint32_t) { require(inside(file, text)); });
  }
  gowhy::is_elided(text);
  gowhy::is_register(text);
  return 0;
}
