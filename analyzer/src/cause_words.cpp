#include "cause_words.h"

#include <utility>

namespace gowhy {
namespace {

constexpr std::size_t npos = std::string_view::npos;

std::size_t skip_space(std::string_view json, std::size_t at) {
  const std::size_t next = json.find_first_not_of(" \t\r\n", at);
  return next == npos ? json.size() : next;
}

// The place behind the string that begins at `at`, npos if it has no end.
std::size_t skip_string(std::string_view json, std::size_t at) {
  for (++at; at < json.size(); ++at) {
    if (json[at] == '"') return at + 1;
    if (json[at] == '\\') ++at;
  }
  return npos;
}

// The place behind the object that begins at `at`, npos if it has no end.
std::size_t skip_object(std::string_view json, std::size_t at) {
  std::size_t depth = 0;
  while (at < json.size()) {
    const char c = json[at];
    if (c == '"') {
      at = skip_string(json, at);
      if (at == npos) return npos;
      continue;
    }
    ++at;
    if (c == '{' || c == '[') ++depth;
    if ((c == '}' || c == ']') && --depth == 0) return at;
  }
  return npos;
}

bool stands_at(std::string_view json, std::size_t at, char wanted) {
  return at < json.size() && json[at] == wanted;
}

}  // namespace

bool CauseWords::set(std::string_view json) noexcept {
  std::vector<Entry> entries;
  std::size_t at = skip_space(json, 0);
  if (!stands_at(json, at, '{')) return false;
  at = skip_space(json, at + 1);
  while (!stands_at(json, at, '}')) {
    if (!stands_at(json, at, '"')) return false;
    const std::size_t behind_key = skip_string(json, at);
    if (behind_key == npos) return false;
    const std::string_view key = json.substr(at + 1, behind_key - at - 2);
    at = skip_space(json, behind_key);
    if (!stands_at(json, at, ':')) return false;
    at = skip_space(json, at + 1);
    if (!stands_at(json, at, '{')) return false;
    const std::size_t behind = skip_object(json, at);
    if (behind == npos) return false;
    entries.push_back({std::string(key), at, behind - at});
    at = skip_space(json, behind);
    if (!stands_at(json, at, ',')) continue;
    at = skip_space(json, at + 1);
    if (!stands_at(json, at, '"')) return false;  // a comma with nothing behind it
  }
  if (skip_space(json, at + 1) != json.size()) return false;
  text_ = json;
  entries_ = std::move(entries);
  return true;
}

std::string_view CauseWords::find(std::string_view cause) const noexcept {
  for (const Entry& entry : entries_) {
    if (entry.cause == cause) return std::string_view(text_).substr(entry.begin, entry.size);
  }
  return {};
}

}  // namespace gowhy
