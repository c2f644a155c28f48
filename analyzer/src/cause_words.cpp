#include "cause_words.h"

#include <utility>

#include "json_scan.h"

namespace gowhy {
namespace {

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
    if (behind_key == kNoPlace) return false;
    const std::string_view key = json.substr(at + 1, behind_key - at - 2);
    at = skip_space(json, behind_key);
    if (!stands_at(json, at, ':')) return false;
    at = skip_space(json, at + 1);
    if (!stands_at(json, at, '{')) return false;
    const std::size_t behind = skip_value(json, at);
    if (behind == kNoPlace) return false;
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

void CauseWords::add(std::string_view cause, std::string_view words) noexcept {
  own_.push_back({std::string(cause), std::string(words)});
}

std::string_view CauseWords::find(std::string_view cause) const noexcept {
  for (const Own& own : own_) {
    if (own.cause == cause) return own.words;
  }
  for (const Entry& entry : entries_) {
    if (entry.cause == cause) return std::string_view(text_).substr(entry.begin, entry.size);
  }
  return {};
}

}  // namespace gowhy
