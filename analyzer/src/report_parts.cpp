#include "report_parts.h"

#include <algorithm>
#include <array>

#include "roles.h"

namespace gowhy {
namespace {

constexpr std::size_t kMostIds = 1000;
constexpr std::uint64_t kLargestJsonInteger = (std::uint64_t{1} << 53) - 1;

void sort_unique(std::vector<std::uint64_t>& ids) {
  std::sort(ids.begin(), ids.end());
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
  std::sort(sets.begin(), sets.end());
  sets.erase(std::unique(sets.begin(), sets.end()), sets.end());
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

Json created_json(const Model& model, const GroupFacts& facts) {
  if (facts.created_by == kNone) return nullptr;
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
  return {{"func", model.name(facts.created_by)},
          {"file", model.dump().symbols.text(frame.file)},
          {"line", frame.line},
          {"goroutine", id_or_null(creator)}};
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
  // Of very many only the smallest are sorted; a few more, because the same id may be there twice.
  std::vector<std::uint64_t> rest;
  if (ids.size() > 4 * kMostIds) {
    const auto middle = ids.begin() + 2 * kMostIds;
    std::nth_element(ids.begin(), middle, ids.end());
    rest.assign(middle, ids.end());
    ids.erase(middle, ids.end());
  }
  sort_unique(ids);
  if (ids.size() < kMostIds && !rest.empty()) {
    ids.insert(ids.end(), rest.begin(), rest.end());
    sort_unique(ids);
  }
  if (ids.size() > kMostIds) ids.resize(kMostIds);
  return ids;
}

Json group_ids_json(const Model& model, std::span<const std::uint32_t> groups) {
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
  return {
      {"func", model.name(frame)}, {"file", model.dump().symbols.text(f.file)}, {"line", f.line}};
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
  const Frame& frame = model.dump().symbols.frame_at(id);
  const Function& function = model.function(id);
  return {{"func", function.name},
          {"package", function.package},
          {"file", model.dump().symbols.text(frame.file)},
          {"line", frame.line},
          {"origin", origin_word(model.origin(id))},
          {"inlined", frame.inlined}};
}

const std::string& FrameTexts::operator[](std::uint32_t id) {
  if (id >= texts_.size()) texts_.resize(id + 1);
  if (texts_[id].empty()) texts_[id] = dumped(frame_json(model_, id));
  return texts_[id];
}

std::string group_text(const Model& model, std::uint32_t group, std::uint32_t id,
                       FrameTexts& texts) {
  const GroupFacts& facts = model.group(group);
  Json minutes = nullptr;
  if (facts.ages.known > 0) {
    minutes = {{"min", facts.ages.min}, {"median", facts.ages.median}, {"max", facts.ages.max}};
  }
  std::string text =
      dumped({{"id", id},
              {"count", facts.count},
              {"state", model.is_profile() ? Json(nullptr) : Json(facts.state)},
              {"flags", flags_json(facts.flags)},
              {"waitMinutes", minutes},
              {"normal", facts.normal},
              {"role", facts.role == nullptr ? Json(nullptr) : Json(facts.role->name)},
              {"labels", labels_json(model, facts)}});
  text.pop_back();
  text += ",\"frames\":[";
  for (std::size_t i = 0; i < facts.frames.size(); ++i) {
    if (i > 0) text += ',';
    text += texts[facts.frames[i]];
  }
  text += "],";
  const Json rest = {{"createdBy", created_json(model, facts)},
                     {"goroutineIds", group_ids_json(model, {&group, 1})}};
  return text.append(dumped(rest), 1);
}

}  // namespace gowhy
