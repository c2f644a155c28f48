// The file of the causes' words (dist/words.json). A report needs the words of a few causes of a
// hundred, so entries are found by their brackets and only those that are asked for are parsed:
// parsing all of them took longer than the analysis of a small dump.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gowhy {

class CauseWords {
 public:
  /// Copies the text. False, and no change, if it is not an object of objects.
  bool set(std::string_view json) noexcept;

  /// Adds the JSON object of a cause of a rule pack; it stays when set() is called again.
  void add(std::string_view cause, std::string_view words) noexcept;

  /// The JSON object of a cause, "" if there is none. It may still be malformed inside.
  [[nodiscard]] std::string_view find(std::string_view cause) const noexcept;

 private:
  struct Entry {
    std::string cause;
    std::size_t begin = 0, size = 0;  // in text_
  };
  struct Own {
    std::string cause, words;
  };
  std::string text_;
  std::vector<Entry> entries_;
  std::vector<Own> own_;
};

}  // namespace gowhy
