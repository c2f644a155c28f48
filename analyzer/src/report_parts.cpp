#include "report_parts.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

#include "roles.h"
#include "sort_by.h"

namespace gowhy {
namespace {

constexpr std::size_t kMostIds = 1000;
constexpr std::uint64_t kLargestJsonInteger = (std::uint64_t{1} << 53) - 1;

void sort_unique(std::vector<std::uint64_t>& ids) {
  sort_numbers(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

// The pairs that all goroutines of the group share.
Json labels_json(const Model& model, const GroupFacts& facts) {
  std::vector<std::uint32_t> sets;
  for (std::uint32_t record : facts.records) {
    const std::uint32_t set = model.dump().records[record].labels;
    if (set == kNone) return Json::object();
    if (sets.empty() || sets.back() != set) sets.push_back(set);
  }
  if (facts.records.empty()) {
    for (const Sample& sample : model.dump().samples) {
      if (sample.group == facts.group && sample.snapshot == model.snapshot_index()) {
        sets.push_back(sample.labels);
      }
    }
  }
  keep_distinct(sets);
  Json common = Json::object();
  for (std::size_t i = 0; i < sets.size(); ++i) {
    if (sets[i] == kNone) return Json::object();
    const Json one = Json::parse(model.dump().symbols.text(sets[i]), nullptr, false);
    if (!one.is_object()) return Json::object();
    if (i == 0) {
      common = one;
      continue;
    }
    Json kept = Json::object();
    for (const auto& [key, value] : common.items()) {
      if (one.contains(key) && one[key] == value) kept[key] = value;
    }
    common = std::move(kept);
  }
  return common;
}

// As dumped() writes it, without a tree where nothing has to be escaped.
void put_string(std::string& out, std::string_view text) {
  const bool plain = std::all_of(text.begin(), text.end(), [](char c) {
    return c >= ' ' && c <= '~' && c != '"' && c != '\\';
  });
  if (plain) {
    out.append("\"").append(text).append("\"");
  } else {
    out += dumped(text);
  }
}

void put_string_or_null(std::string& out, std::string_view text, bool known) {
  if (known) {
    put_string(out, text);
  } else {
    out += "null";
  }
}

void put_ages(std::string& out, const Ages& ages) {
  if (ages.known == 0) {
    out += "null";
    return;
  }
  out.append("{\"min\":").append(std::to_string(ages.min));
  out.append(",\"median\":").append(std::to_string(ages.median));
  out.append(",\"max\":").append(std::to_string(ages.max)).append("}");
}

void put_place(std::string& out, std::string_view file, std::uint32_t line) {
  put_string(out.append(",\"file\":"), file);
  out.append(",\"line\":").append(std::to_string(line));
}

void put_creator(std::string& out, const Model& model, const GroupFacts& facts) {
  if (facts.created_by == kNone) {
    out += "null";
    return;
  }
  const Frame& frame = model.dump().symbols.frame_at(facts.created_by);
  // Goroutines of one group may have different creators; one number is given only if it is the
  // only.
  std::uint64_t creator = 0;
  for (std::uint32_t record : facts.records) {
    const std::uint64_t id = model.dump().records[record].creator;
    if (creator != 0 && id != creator) {
      creator = 0;
      break;
    }
    creator = id;
  }
  put_string(out.append("{\"func\":"), model.function(facts.created_by).printed_name());
  put_place(out, model.dump().symbols.text(frame.file), frame.line);
  out.append(",\"goroutine\":").append(dumped(id_or_null(creator))).append("}");
}

std::string frame_text(const Model& model, std::uint32_t id) {
  const Frame& frame = model.dump().symbols.frame_at(id);
  const Function& function = model.function(id);
  std::string out;
  put_string(out.append("{\"func\":"), function.printed_name());
  put_string(out.append(",\"package\":"), function.printed_package());
  put_place(out, model.dump().symbols.text(frame.file), frame.line);
  out.append(",\"origin\":\"").append(origin_word(model.origin(id)));
  return out.append(frame.inlined ? "\",\"inlined\":true}" : "\",\"inlined\":false}");
}

}  // namespace

std::string dumped(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string_view format_word(Format format) noexcept {
  constexpr std::array<std::string_view, 7> kWords = {
      "none", "traceback", "profile-text", "profile-proto", "race", "delve", "goleak"};
  return kWords[static_cast<std::size_t>(format)];
}

std::string_view event_word(Event::Kind kind) noexcept {
  constexpr std::array<std::string_view, 6> kWords = {"panic",        "fatal", "signal",
                                                      "test_timeout", "race",  "exit"};
  return kWords[static_cast<std::size_t>(kind)];
}

std::string_view origin_word(Origin origin) noexcept {
  constexpr std::array<std::string_view, 6> kWords = {"stdlib", "runtime", "main",
                                                      "module", "cgo",     "unknown"};
  return kWords[static_cast<std::size_t>(origin)];
}

Json ids_json(const Dump& dump, std::span<const std::uint32_t> records) {
  std::vector<std::uint64_t> ids;
  ids.reserve(records.size());
  for (std::uint32_t record : records) {
    const std::uint64_t id = dump.records[record].id;
    if (id != 0 && id <= kLargestJsonInteger) ids.push_back(id);
  }
  sort_unique(ids);
  if (ids.size() > kMostIds) ids.resize(kMostIds);
  return ids;
}

std::vector<std::uint64_t> ids_of(const Model& model, std::span<const std::uint32_t> groups) {
  std::vector<std::uint64_t> ids;
  for (std::uint32_t group : groups) {
    // They come by id, so none of the whole list's first is behind the first of its group.
    const std::size_t before = ids.size();
    for (std::uint32_t record : model.group(group).records) {
      const std::uint64_t id = model.dump().records[record].id;
      if (id == 0 || (ids.size() > before && ids.back() == id)) continue;
      if (id > kLargestJsonInteger || ids.size() - before == kMostIds) break;
      ids.push_back(id);
    }
  }
  sort_unique(ids);
  if (ids.size() > kMostIds) ids.resize(kMostIds);
  return ids;
}

Json id_or_null(std::uint64_t id) {
  return id == 0 || id > kLargestJsonInteger ? Json(nullptr) : Json(id);
}

Json place_json(const Model& model, std::uint32_t frame) {
  if (frame == kNone) return nullptr;
  const Frame& f = model.dump().symbols.frame_at(frame);
  return {{"func", model.function(frame).printed_name()},
          {"file", model.dump().symbols.text(f.file)},
          {"line", f.line}};
}

Json minutes_json(std::vector<std::int32_t>& minutes) {
  if (minutes.empty()) return nullptr;
  const Ages ages = ages_of(minutes);
  return {{"min", ages.min}, {"median", ages.median}, {"max", ages.max}};
}

Json flags_json(std::uint8_t flags) {
  Json json = Json::array();
  if ((flags & kLeaked) != 0) json.push_back("leaked");
  if ((flags & kLockedToThread) != 0) json.push_back("locked to thread");
  if ((flags & kScan) != 0) json.push_back("scan");
  if ((flags & kDurable) != 0) json.push_back("durable");
  return json;
}

Json frame_json(const Model& model, std::uint32_t id) {
  return Json::parse(frame_text(model, id), nullptr, false);
}

const std::string& FrameTexts::operator[](std::uint32_t id) {
  if (id >= texts_.size()) texts_.resize(id + 1);
  if (texts_[id].empty()) texts_[id] = frame_text(model_, id);
  return texts_[id];
}

// As text at once: there may be a thousand for each group, and a Json of each is slow.
void put_numbers(std::string& out, const std::vector<std::uint64_t>& numbers) {
  char text[24];
  text[0] = ',';
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const char* const end = std::to_chars(text + 1, std::end(text), numbers[i]).ptr;
    const char* const begin = i > 0 ? text : text + 1;
    out.append(begin, static_cast<std::size_t>(end - begin));
  }
}

std::string group_text(const Model& model, std::uint32_t group, std::uint32_t id,
                       FrameTexts* texts) {
  const GroupFacts& facts = model.group(group);
  std::string out;
  out.append("{\"id\":").append(std::to_string(id));
  out.append(",\"count\":").append(std::to_string(facts.count)).append(",\"state\":");
  put_string_or_null(out, facts.state, !model.is_profile());
  out.append(",\"flags\":").append(facts.flags == 0 ? "[]" : dumped(flags_json(facts.flags)));
  put_ages(out.append(",\"waitMinutes\":"), facts.ages);
  out.append(facts.normal ? ",\"normal\":true" : ",\"normal\":false").append(",\"role\":");
  put_string_or_null(out, facts.role == nullptr ? std::string_view{} : facts.role->name,
                     facts.role != nullptr);
  out.append(",\"labels\":").append(dumped(labels_json(model, facts))).append(",\"frames\":[");
  for (std::size_t i = 0; texts != nullptr && i < facts.frames.size(); ++i) {
    if (i > 0) out += ',';
    out += (*texts)[facts.frames[i]];
  }
  put_creator(out.append("],\"createdBy\":"), model, facts);
  out.append(",\"goroutineIds\":[");
  if (texts != nullptr) put_numbers(out, ids_of(model, {&group, 1}));
  return out += "]}";
}

}  // namespace gowhy
