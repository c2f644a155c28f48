// Takes values out of the JSON of a rule pack and remembers the first that is not as it must be,
// with its path: reading goes on to the end with defaults, so that no step has to look for errors.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "report_parts.h"

namespace gowhy {

/// What and where a JSON text is wrong: "line 3: not JSON: …", "" if it is right.
std::string syntax_error(std::string_view json) noexcept;

class PackReader {
 public:
  explicit PackReader(std::string_view json) : json_(json) {}

  /// "line 12: causes[0].id: text is wanted", "" while all is well.
  [[nodiscard]] const std::string& error() const noexcept { return error_; }
  /// Only the first error is kept.
  void fail(std::string_view path, std::string_view what);

  /// Fails for a field that is not in `known`. True if `value` is an object.
  bool is_object(const Json& value, const std::string& path,
                 std::initializer_list<std::string_view> known);

  /// The text of a field, "" if it is not there; with `needed` it must be there and not be empty.
  std::string text(const Json& object, const std::string& path, const char* field,
                   bool needed = false);
  /// A whole number from `least` to 4,294,967,295.
  std::uint32_t number(const Json& object, const std::string& path, const char* field,
                       std::uint32_t otherwise, std::uint32_t least = 0);
  bool flag(const Json& object, const std::string& path, const char* field, bool otherwise);
  /// The place of one of `words` in their list.
  std::size_t choice(const Json& object, const std::string& path, const char* field,
                     std::initializer_list<std::string_view> words, std::size_t otherwise);
  /// A text or a list of texts, none of them empty.
  std::vector<std::string> texts(const Json& object, const std::string& path, const char* field);
  /// The items of a list of objects; nullptr if the field is not there.
  const Json* list(const Json& object, const std::string& path, const char* field);

 private:
  std::string_view json_;
  std::string error_;
};

/// "causes[0]" and "match" → "causes[0].match"
std::string field_path(const std::string& path, std::string_view field);
/// "causes" and 0 → "causes[0]"
std::string item_path(const std::string& path, std::size_t index);

}  // namespace gowhy
