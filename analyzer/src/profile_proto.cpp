#include "profile_proto.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "groups.h"
#include "notes.h"
#include "profile_tables.h"
#include "protobuf.h"
#include "text_equal.h"

namespace gowhy {
namespace {

constexpr std::size_t kMaxBytes = std::size_t{512} << 20;
constexpr std::size_t kMaxLabels = 64;

// Field numbers of profile.proto.
namespace profile {
enum : std::uint64_t { sample_type = 1, sample = 2, time_nanos = 9, period_type = 11 };
}
namespace value_type {
enum : std::uint64_t { type = 1, unit = 2 };
}
namespace sample {
enum : std::uint64_t { location_id = 1, value = 2, label = 3 };
}
namespace label {
enum : std::uint64_t { key = 1, str = 2, num = 3 };
}

void append_json_string(std::string& out, std::string_view text) {
  constexpr char kDigits[] = "0123456789abcdef";
  out.push_back('"');
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20) {
      out += "\\u00";
      out.push_back(kDigits[byte >> 4]);
      out.push_back(kDigits[byte & 15u]);
      continue;
    }
    if (c == '"' || c == '\\') out.push_back('\\');
    out.push_back(c);
  }
  out.push_back('"');
}

}  // namespace

struct ProfileProtoReader::Impl {
  Dump& dump;
  std::uint16_t snapshot;
  std::string bytes;
  bool too_large = false;

  ProfileTables tables;
  // The packed location ids of a sample, and the way down its stack: where each id ends and the
  // node below its frames. Go writes samples in the order of their stacks (countProfile's keys in
  // runtime/pprof/pprof.go, printCountProfile, 1.9 to 1.27), so the next one mostly shares its
  // newest calls, and only what differs is read.
  struct Step {
    std::size_t end;
    std::uint32_t node;
  };
  std::string_view last_ids;
  std::vector<Step> steps;
  std::vector<std::uint64_t> more_ids;  // of a sample that does not pack all of them at once
  std::uint64_t negative = 0;           // goroutines a delta profile takes away
  std::uint64_t left_out = 0;           // samples beyond the limits
  std::size_t frames_left = 0;
  bool leaked = false;

  Impl(Dump& to, std::uint16_t index) noexcept : dump(to), snapshot(index), tables(to.symbols) {}

  void read() noexcept;
  [[nodiscard]] std::size_t goroutine_column() noexcept;
  [[nodiscard]] std::string what_it_measures() noexcept;
  void read_sample(std::string_view message, std::size_t column) noexcept;
  void read_label(std::string_view message,
                  std::vector<std::pair<std::string_view, std::string>>& labels) noexcept;
  [[nodiscard]] std::uint32_t labels_of(std::string_view message) noexcept;
  [[nodiscard]] std::uint32_t below(std::uint32_t node, std::uint64_t location) noexcept;
  [[nodiscard]] std::uint32_t stack_node(std::string_view ids) noexcept;
  void remark(std::uint64_t total) noexcept;
};

// Which value of a sample counts goroutines; the number of columns if none does.
std::size_t ProfileProtoReader::Impl::goroutine_column() noexcept {
  const std::vector<ProfileTables::ValueType>& types = tables.sample_types();
  for (std::size_t i = 0; i < types.size(); ++i) {
    const std::string_view type = tables.string(types[i].type);
    if (tables.string(types[i].unit) != "count") continue;
    leaked = type == "goroutineleak";
    if (leaked || type == "goroutine") return i;
  }
  return types.size();
}

std::string ProfileProtoReader::Impl::what_it_measures() noexcept {
  const std::vector<ProfileTables::ValueType>& types = tables.sample_types();
  std::string names;
  for (std::size_t i = 0; i < types.size() && i < 4; ++i) {
    const std::string_view type = tables.string(types[i].type);
    if (type == "inuse_space" || type == "alloc_space") return "heap";
    if (type == "cpu") return "CPU time";
    if (type == "contentions") return "blocking or mutex contention";
    if (!names.empty()) names += ", ";
    names += type.substr(0, 64);
  }
  return names;
}

// The node below `node` by the frames of a location; kNone if they are too many.
std::uint32_t ProfileProtoReader::Impl::below(std::uint32_t node, std::uint64_t location) noexcept {
  const std::uint32_t known = tables.known_frame(location);
  if (known != kNone && frames_left > 0) {
    --frames_left;
    return dump.symbols.child(node, known);
  }
  const std::span<const std::uint32_t> frames = tables.frames(location);
  if (frames.size() > frames_left) return kNone;
  frames_left -= frames.size();
  return dump.symbols.descend(node, frames);
}

// The node of the sample that has these packed ids, and more_ids behind them.
std::uint32_t ProfileProtoReader::Impl::stack_node(std::string_view ids) noexcept {
  const std::size_t alike = equal_front(ids, last_ids);
  while (!steps.empty() && steps.back().end > alike) steps.pop_back();
  last_ids = ids;
  std::uint32_t node = steps.empty() ? 0 : steps.back().node;
  std::string_view rest = ids.substr(steps.empty() ? 0 : steps.back().end);
  std::uint64_t id = 0;
  while (ProtoFields::take_varint(rest, id)) {
    node = below(node, id);
    if (node == kNone) return kNone;
    steps.push_back({ids.size() - rest.size(), node});
  }
  for (const std::uint64_t more : more_ids) {
    node = below(node, more);
    if (node == kNone) return kNone;
  }
  return node;
}

void ProfileProtoReader::Impl::read_label(
    std::string_view message,
    std::vector<std::pair<std::string_view, std::string>>& labels) noexcept {
  std::uint64_t key = 0, str = 0, num = 0;
  ProtoFields parts(message);
  while (parts.next()) {
    if (parts.field() == label::key) key = parts.number();
    if (parts.field() == label::str) str = parts.number();
    if (parts.field() == label::num) num = parts.number();
  }
  // An empty string and a missing one are both 0 on the wire; Go's labels are strings.
  const std::string_view name = tables.string(key);
  const std::string_view text = tables.string(str);
  if (!tables.afford(name.size() + text.size())) return;
  labels.emplace_back(name, num != 0 && str == 0 ? std::to_string(static_cast<std::int64_t>(num))
                                                 : std::string(text));
}

std::uint32_t ProfileProtoReader::Impl::labels_of(std::string_view message) noexcept {
  std::vector<std::pair<std::string_view, std::string>> labels;
  ProtoFields parts(message);
  while (parts.next()) {
    if (parts.field() == sample::label && labels.size() < kMaxLabels) {
      read_label(parts.bytes(), labels);
    }
  }
  if (labels.empty()) return kNone;
  std::sort(labels.begin(), labels.end());
  std::string json = "{";
  for (const auto& [key, value] : labels) {
    if (json.size() > 1) json.push_back(',');
    append_json_string(json, key);
    json.push_back(':');
    append_json_string(json, value);
  }
  json.push_back('}');
  return dump.symbols.string(json);
}

void ProfileProtoReader::Impl::read_sample(std::string_view message, std::size_t column) noexcept {
  std::string_view ids;
  more_ids.clear();
  std::size_t values = 0;
  std::uint64_t count = 0;
  bool labelled = false;
  ProtoFields parts(message);
  while (parts.next()) {
    if (parts.field() == sample::location_id && ids.empty() && more_ids.empty()) {
      ids = parts.bytes();
      if (!parts.is_bytes()) more_ids.push_back(parts.number());
    } else if (parts.field() == sample::location_id) {
      parts.each_number([&](std::uint64_t id) {
        more_ids.push_back(id);
        return true;
      });
    } else if (parts.field() == sample::value) {
      parts.each_number([&](std::uint64_t value) {
        if (values++ == column) count = value;
        return true;
      });
    } else if (parts.field() == sample::label) {
      labelled = true;
    }
  }
  if (count == 0) return;
  if (count > static_cast<std::uint64_t>(INT64_MAX)) {
    negative += 0 - count;
    return;
  }
  const std::uint32_t node = stack_node(ids);
  if (node == kNone) {
    ++left_out;
    return;
  }
  Group group;
  group.stack = node;
  if (leaked) group.flags = kLeaked;
  group.first_offset = static_cast<std::uint64_t>(message.data() - bytes.data());
  Sample made;
  made.group = intern_group(dump, group);
  made.count = count;
  made.labels = labelled ? labels_of(message) : kNone;
  made.snapshot = snapshot;
  dump.samples.push_back(made);
  std::uint64_t& goroutines = dump.snapshots[snapshot].goroutines;
  goroutines += std::min(count, UINT64_MAX - goroutines);
}

void ProfileProtoReader::Impl::remark(std::uint64_t total) noexcept {
  if (tables.wild() > 0) {
    add_note(
        dump, "bad_profile",
        std::to_string(tables.wild()) + " references of the profile lead nowhere; it is damaged");
  }
  if (left_out > 0) {
    add_note(dump, "bad_profile",
             std::to_string(left_out) + " stacks of the profile are impossibly long and left out");
  }
  if (tables.duration_nanos() == 0 && negative == 0) return;
  std::string text = "this is the difference of two profiles (?seconds=): it shows what came";
  if (negative > 0)
    text += ", and leaves out " + std::to_string(negative) + " goroutines that went";
  if (total == 0) text += "; nothing came";
  add_note(dump, "delta_profile", text);
}

void ProfileProtoReader::Impl::read() noexcept {
  const bool whole = tables.index(bytes);
  if (too_large) {
    add_note(dump, "too_large_profile", "only the first 512 MiB of the profile are read");
  } else if (!whole) {
    add_note(dump, "truncated_profile",
             "the profile ends within a field; Go writes the names last, so they may be missing");
  }
  const std::size_t column = goroutine_column();
  if (column == tables.sample_types().size()) {
    const std::string what = what_it_measures();
    add_note(dump, "other_profile",
             what.empty() ? std::string("the profile does not say what it measures")
                          : "this is a profile of " + what +
                                ", which does not show goroutines; take "
                                "/debug/pprof/goroutine instead");
    return;
  }
  dump.snapshots[snapshot].format = Format::profile_proto;
  dump.snapshots[snapshot].leak_profile = leaked;
  frames_left = 4096 + 4 * bytes.size();
  ProtoFields fields(bytes);
  while (fields.next()) {
    if (fields.field() == profile::sample) read_sample(fields.bytes(), column);
  }
  remark(dump.snapshots[snapshot].goroutines);
}

bool ProfileProtoReader::looks_like(std::string_view first_bytes) noexcept {
  ProtoFields fields(first_bytes.substr(0, 32));
  if (!fields.next()) return false;
  // A CPU profile begins with its time, nanoseconds since 1970.
  if (fields.field() == profile::time_nanos && fields.number() >> 35 != 0 && !fields.next()) {
    return false;
  }
  if (!fields.is_bytes() || fields.bytes().empty()) return false;
  if (fields.field() != profile::sample_type && fields.field() != profile::period_type)
    return false;
  ProtoFields parts(fields.bytes());
  std::size_t count = 0;
  while (parts.next()) {
    if (parts.is_bytes() || parts.field() > value_type::unit) return false;
    ++count;
  }
  return !parts.broken() && count > 0;
}

ProfileProtoReader::ProfileProtoReader(Dump& dump, std::uint16_t snapshot) noexcept
    : impl_(std::make_unique<Impl>(dump, snapshot)) {}

ProfileProtoReader::~ProfileProtoReader() = default;

void ProfileProtoReader::feed(const char* data, std::size_t size) noexcept {
  const std::size_t room = kMaxBytes - impl_->bytes.size();
  if (size > room) impl_->too_large = true;
  impl_->bytes.append(data, std::min(size, room));
}

void ProfileProtoReader::end() noexcept { impl_->read(); }

}  // namespace gowhy
