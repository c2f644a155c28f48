// The pieces of the report that several of its parts have in common.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "model.h"

namespace gowhy {

/// Keeps the keys in the order in which the contract has them.
using Json = nlohmann::ordered_json;

/// Compact; bytes that are not UTF-8 become U+FFFD.
std::string dumped(const Json& value);

std::string_view format_word(Format format) noexcept;
std::string_view event_word(Event::Kind kind) noexcept;
std::string_view origin_word(Origin origin) noexcept;

/// Ascending ids of the records, the first 1,000; none above 2^53-1, which JSON cannot hold.
Json ids_json(const Dump& dump, std::span<const std::uint32_t> records);
/// The same of all records of some groups.
std::vector<std::uint64_t> ids_of(const Model& model, std::span<const std::uint32_t> groups);
/// null for 0 (not printed) and for ids above 2^53-1.
Json id_or_null(std::uint64_t id);
/// {func, file, line}, null for kNone.
Json place_json(const Model& model, std::uint32_t frame);
/// {min, median, max} with the lower median, null for none. The order of the minutes is lost.
Json minutes_json(std::vector<std::int32_t>& minutes);
/// The flags of a group as words.
Json flags_json(std::uint8_t flags);
/// A frame object of the contract.
Json frame_json(const Model& model, std::uint32_t id);
/// The frame objects of the contract as JSON text, each written once: many groups share their
/// frames.
class FrameTexts {
 public:
  explicit FrameTexts(const Model& model) : model_(model) {}
  const std::string& operator[](std::uint32_t id);

 private:
  const Model& model_;
  std::vector<std::string> texts_;
};
/// A group object of the contract as JSON text; `id` is its place in the list. Without `texts` its
/// frames and goroutine ids are left out.
std::string group_text(const Model& model, std::uint32_t group, std::uint32_t id,
                       FrameTexts* texts);

}  // namespace gowhy
