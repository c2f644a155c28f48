// What the tests of the formats share: feeding lines to one reader, and looking at the Dump.
#pragma once

#include <cstdint>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "dump.h"
#include "format_reader.h"

namespace gowhy::test {

/// The bytes of a capture below tests/dumps; "" if there is none.
inline std::string read_dump(const std::string& name) {
  std::ifstream file(std::string(GOWHY_DUMPS) + "/" + name, std::ios::binary);
  std::stringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

/// Without the colours of a terminal, which unwrap takes off in the reader.
inline std::string without_colours(const std::string& text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\x1b' && i + 1 < text.size() && text[i + 1] == '[') {
      i = text.find('m', i);
      if (i == std::string::npos) break;
    } else {
      plain.push_back(text[i]);
    }
  }
  return plain;
}

/// Feeds a text to readers of one format, as reader.cpp does: one per dump that begins in it.
template <typename Format>
class Feed {
 public:
  explicit Feed(std::string_view text) {
    std::uint64_t number = 0;
    while (!text.empty()) {
      const std::size_t newline = text.find('\n');
      const std::string_view line = text.substr(0, newline);
      const std::size_t length = newline == std::string_view::npos ? text.size() : newline + 1;
      take(line, {++number, offset_, offset_ + length});
      offset_ += length;
      text.remove_prefix(length);
    }
    close();
  }

  Dump dump;
  std::vector<std::string> foreign;  ///< lines the open format did not know
  std::vector<std::string> outside;  ///< lines while none was open

 private:
  void take(std::string_view line, const LinePlace& place) {
    for (;;) {
      if (!reader_) {
        if (!Format::begins(line)) {
          outside.emplace_back(line);
          return;
        }
        dump.snapshots.emplace_back();
        reader_ =
            std::make_unique<Format>(dump, static_cast<std::uint16_t>(dump.snapshots.size() - 1));
      }
      const Take take = reader_->line(line, place);
      if (take == Take::foreign) foreign.emplace_back(line);
      if (take != Take::ended) return;
      close();
    }
  }
  void close() {
    if (reader_) reader_->end();
    reader_.reset();
  }

  std::unique_ptr<Format> reader_;
  std::uint64_t offset_ = 0;
};

/// "main.f main.go:3; main.main main.go:9" of a group, newest call first.
inline std::string stack_of(const Dump& dump, std::uint32_t group) {
  std::vector<std::uint32_t> frames;
  dump.symbols.frames_of(dump.groups.at(group).stack, frames);
  std::string text;
  for (const std::uint32_t id : frames) {
    const Frame& frame = dump.symbols.frame_at(id);
    if (!text.empty()) text += "; ";
    text += dump.symbols.function_at(frame.function).name;
    if (!frame.place.empty()) text += " " + std::string(frame.place);
  }
  return text;
}

/// "main.main main.go:9", "" without a creator.
inline std::string creator_of(const Dump& dump, std::uint32_t group) {
  const std::uint32_t id = dump.groups.at(group).created_by;
  if (id == kNone) return {};
  const Frame& frame = dump.symbols.frame_at(id);
  return std::string(dump.symbols.function_at(frame.function).name) + " " +
         std::string(frame.place);
}

inline std::string state_of(const Dump& dump, std::uint32_t group) {
  return std::string(dump.symbols.text(dump.groups.at(group).state));
}

/// The note with this code, null if there is none.
inline const Note* find_note(const Dump& dump, std::string_view code) {
  for (const Note& note : dump.notes) {
    if (note.code == code) return &note;
  }
  return nullptr;
}

inline std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

/// Every prefix of a short text, and some of a long one, must be read without a crash and with a
/// count that never exceeds that of the whole by more than what the header promises.
template <typename Format>
inline std::size_t survive_cuts(const std::string& text) {
  const std::size_t step = text.size() > 4096 ? text.size() / 512 : 1;
  std::size_t cuts = 0;
  for (std::size_t size = 0; size < text.size(); size += step, ++cuts) {
    Feed<Format> cut(std::string_view(text).substr(0, size));
  }
  return cuts;
}

}  // namespace gowhy::test
