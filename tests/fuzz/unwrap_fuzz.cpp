// Fuzzes the unwrapping alone: every line is offered as the reader offers it. What comes out must
// have a place for each line, must lie inside of the input, and must not outgrow it.
// `fuzz-unwrap_fuzz -max_total_time=600 CORPUS`, seeded with tests/dumps/formats/wrapped.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "escapes.h"
#include "unwrap.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

// Returns the bytes that came out.
std::size_t check(gowhy::LineBatch& batch, std::size_t size) {
  std::size_t lines = 0;
  for (const char c : batch.text()) lines += c == '\n' ? 1 : 0;
  require(lines >= batch.places.size());
  for (const gowhy::LinePlace& place : batch.places) require(place.offset <= size);
  const std::size_t bytes = batch.text().size();
  batch.clear();
  return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  gowhy::Unwrapper unwrapper;
  gowhy::LineBatch batch;
  std::size_t out = 0, number = 0;
  for (std::size_t at = 0; at < size; ++number) {
    std::size_t end = text.find('\n', at);
    if (end == std::string_view::npos) end = size;
    const std::string_view line = text.substr(at, end - at);
    const gowhy::LinePlace place{number + 1, at, end < size ? end + 1 : size};
    const bool known = unwrapper.knows(line);
    const bool stripped = unwrapper.strip(line, place, batch);
    require(stripped || !known);
    if (!stripped && (!unwrapper.learn(line) || !unwrapper.strip(line, place, batch))) {
      gowhy::Unwrapper::expand(line, place, batch);
    }
    out += check(batch, size);
    std::string plain;
    gowhy::strip_ansi(line, plain);
    require(plain.size() <= line.size());
    gowhy::decode_entities(line, plain);
    at = end + 1;
  }
  unwrapper.flush(batch);
  out += check(batch, size);
  require(out <= 4 * size + 64 * (number + 1));
  return 0;
}
