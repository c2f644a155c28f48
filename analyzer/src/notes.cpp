#include "notes.h"

#include <utility>

namespace gowhy {
namespace {

constexpr std::size_t kPlacesOfACode = 16;

}  // namespace

void add_note(Dump& dump, std::string_view code, std::string_view text, std::uint64_t line,
              std::uint64_t count) noexcept {
  std::size_t places = 0;
  Note* latest = nullptr;
  for (Note& note : dump.notes) {
    if (note.code != code) continue;
    ++places;
    latest = &note;
    if (note.line == line && note.text == text) {
      note.count += count;
      return;
    }
  }
  if (places >= kPlacesOfACode) {
    latest->count += count;
    return;
  }
  Note note;
  note.code = code;
  note.text = text;
  note.line = line;
  note.count = count;
  dump.notes.push_back(std::move(note));
}

}  // namespace gowhy
