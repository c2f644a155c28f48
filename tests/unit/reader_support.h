// What the tests of the reader share: texts to Dumps, and Dumps to text that can be compared.
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "format_support.h"
#include "reader.h"

namespace gowhy::test {

/// Reads a text fed in chunks of this size. A Dump cannot be copied, so it is filled in place.
inline void read_text(Dump& dump, std::string_view text, std::size_t chunk = 1u << 20) {
  Reader reader(dump);
  reader.open("test");
  for (std::size_t at = 0; at < text.size(); at += chunk) {
    const std::string_view part = text.substr(at, chunk);
    reader.feed(part.data(), part.size());
  }
  reader.finish();
}

inline std::string frame_line(const Dump& dump, std::uint32_t id) {
  const Frame& frame = dump.symbols.frame_at(id);
  return std::string(dump.symbols.function_at(frame.function).name) +
         (frame.inlined ? "(...) " : " ") + std::string(frame.place);
}

/// All that a Dump knows of its goroutines and events; nothing of where they stand in the input.
inline std::string describe(const Dump& dump) {
  std::string out;
  std::vector<std::uint32_t> frames;
  for (const Record& record : dump.records) {
    const Group& group = dump.groups[record.group];
    out += "goroutine " + std::to_string(record.id) + " [" +
           std::string(dump.symbols.text(group.state)) + "] flags " + std::to_string(group.flags) +
           " minutes " + std::to_string(record.minutes) + " snapshot " +
           std::to_string(record.snapshot) + (record.extra ? " extra" : "") + " labels " +
           std::string(dump.symbols.text(record.labels)) + "\n";
    dump.symbols.frames_of(group.stack, frames);
    for (std::size_t i = 0; i < frames.size(); ++i) {
      out += "  " + frame_line(dump, frames[i]);
      for (std::size_t a = 0; a < record.arg_count; ++a) {
        const Arg& arg = dump.args[record.args + a];
        if (arg.frame() == i) out += " " + std::to_string(arg.packed);
      }
      out += "\n";
    }
    if (group.created_by != kNone) {
      out += "  created by " + frame_line(dump, group.created_by) + " in " +
             std::to_string(record.creator) + "\n";
    }
  }
  for (const Event& event : dump.events) {
    out += "event " + std::to_string(event.kind) + " " + event.message + " goroutine " +
           std::to_string(event.goroutine) + "\n";
  }
  for (const RunningTest& test : dump.running_tests) {
    out += "test " + test.name + " " + test.duration + "\n";
  }
  for (const Sample& sample : dump.samples) {
    out += "sample " + std::to_string(sample.count) + " " + stack_of(dump, sample.group) + "\n";
  }
  for (const Snapshot& snapshot : dump.snapshots) {
    out += "snapshot " + std::to_string(static_cast<int>(snapshot.format)) + " " +
           std::to_string(snapshot.goroutines) + " marks " + std::to_string(snapshot.marks) + "\n";
  }
  return out;
}

/// The same with places and remarks, for readings of one text in different ways.
inline std::string describe_exactly(const Dump& dump) {
  std::string out = describe(dump);
  for (const Record& record : dump.records) {
    out += std::to_string(record.offset) + "+" + std::to_string(record.length) + "\n";
  }
  for (const Note& note : dump.notes) {
    out += note.code + " " + std::to_string(note.line) + " x" + std::to_string(note.count) + "\n";
  }
  return out;
}

/// Captures below tests/dumps that are plain text and not larger than this, by name.
inline std::vector<std::string> small_captures(std::uintmax_t largest) {
  std::vector<std::string> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(GOWHY_DUMPS)) {
    const std::string path = entry.path().string();
    if (entry.is_regular_file() && path.size() > 4 && path.substr(path.size() - 4) == ".txt" &&
        entry.file_size() <= largest) {
      found.push_back(path.substr(std::string_view(GOWHY_DUMPS).size() + 1));
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace gowhy::test
