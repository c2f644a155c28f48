#include "json_scan.h"

#include <algorithm>

namespace gowhy {
namespace {

// The value of a key of the object that begins at `at`, kNoPlace without such a key.
std::size_t value_of(std::string_view json, std::size_t at, std::string_view wanted) {
  for (at = skip_space(json, at + 1); at < json.size() && json[at] == '"';) {
    const std::size_t behind = skip_string(json, at);
    if (behind == kNoPlace) return kNoPlace;
    const std::string_view key = json.substr(at + 1, behind - at - 2);
    const std::size_t value = skip_space(json, skip_space(json, behind) + 1);
    if (key == wanted) return value;
    at = skip_value(json, value);
    if (at == kNoPlace) return kNoPlace;
    at = skip_space(json, at);
    if (at < json.size() && json[at] == ',') at = skip_space(json, at + 1);
  }
  return kNoPlace;
}

// The item with this index of the array that begins at `at`, kNoPlace if it is shorter.
std::size_t item_of(std::string_view json, std::size_t at, std::size_t index) {
  at = skip_space(json, at + 1);
  for (std::size_t i = 0; at < json.size() && json[at] != ']'; ++i) {
    if (i == index) return at;
    at = skip_value(json, at);
    if (at == kNoPlace) return kNoPlace;
    at = skip_space(json, at);
    if (at < json.size() && json[at] == ',') at = skip_space(json, at + 1);
  }
  return kNoPlace;
}

std::size_t index_in(std::string_view digits) {
  std::size_t index = 0;
  for (const char c : digits) index = index * 10 + static_cast<std::size_t>(c - '0');
  return index;
}

}  // namespace

std::size_t skip_space(std::string_view json, std::size_t at) noexcept {
  const std::size_t next = json.find_first_not_of(" \t\r\n", at);
  return next == kNoPlace ? json.size() : next;
}

std::size_t skip_string(std::string_view json, std::size_t at) noexcept {
  for (++at; at < json.size(); ++at) {
    if (json[at] == '"') return at + 1;
    if (json[at] == '\\') ++at;
  }
  return kNoPlace;
}

std::size_t skip_value(std::string_view json, std::size_t at) noexcept {
  std::size_t depth = 0;
  while (at < json.size()) {
    const char c = json[at];
    if (c == '"') {
      at = skip_string(json, at);
      if (at == kNoPlace) return kNoPlace;
    } else if (c == '{' || c == '[') {
      ++depth;
      ++at;
    } else if (c == '}' || c == ']') {
      if (depth-- == 0) return kNoPlace;
      ++at;
    } else if (depth > 0) {
      ++at;
      continue;
    } else {  // a number, true, false or null
      return std::min(json.find_first_of(",]} \t\r\n", at), json.size());
    }
    if (depth == 0) return at;
  }
  return kNoPlace;
}

std::size_t place_of(std::string_view json, std::string_view path) noexcept {
  std::size_t at = std::min(json.find('{'), json.size());
  while (!path.empty()) {
    std::size_t inner = kNoPlace;
    std::size_t used = 0;
    if (path[0] == '[') {
      used = path.find(']');
      if (used == kNoPlace) return at;
      inner = item_of(json, at, index_in(path.substr(1, used - 1)));
      ++used;
    } else {
      used = std::min(path.find_first_of(".["), path.size());
      inner = value_of(json, at, path.substr(0, used));
    }
    if (inner == kNoPlace) return at;
    at = inner;
    if (used < path.size() && path[used] == '.') ++used;
    path.remove_prefix(used);
  }
  return at;
}

std::size_t line_at(std::string_view text, std::size_t place) noexcept {
  const std::string_view before = text.substr(0, place);
  return 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
}

}  // namespace gowhy
