#include "profile_proto.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "groups.h"
#include "notes.h"
#include "protobuf.h"

namespace gowhy {
namespace {

constexpr std::size_t kMaxBytes = std::size_t{512} << 20;
// Go gives every pc and every function one entry; programs have some hundred thousand.
constexpr std::size_t kMaxEntries = std::size_t{1} << 22;
constexpr std::size_t kMaxStrings = std::size_t{1} << 24;
// Calls inlined at one pc, and labels of one goroutine: far above what is seen.
constexpr std::size_t kMaxLines = 256;
constexpr std::size_t kMaxLabels = 64;

// Field numbers of profile.proto.
namespace profile {
enum : std::uint64_t { sample_type = 1, sample = 2, location = 4, function = 5, string_table = 6 };
enum : std::uint64_t { duration_nanos = 10, period_type = 11 };
}  // namespace profile
namespace value_type {
enum : std::uint64_t { type = 1, unit = 2 };
}
namespace sample {
enum : std::uint64_t { location_id = 1, value = 2, label = 3 };
}
namespace label {
enum : std::uint64_t { key = 1, str = 2, num = 3 };
}
namespace location {
enum : std::uint64_t { id = 1, address = 3, line = 4 };
}
namespace line {
enum : std::uint64_t { function_id = 1, line = 2 };
}
namespace function {
enum : std::uint64_t { id = 1, name = 2, filename = 4 };
}

struct FunctionEntry {
  std::uint64_t id = 0, name = 0, file = 0;  // name and file are indexes of strings
  std::uint32_t symbol = kNone;              // made when first used
};

struct LocationEntry {
  std::uint64_t id = 0;
  std::string_view message;
  std::uint32_t first = kNone;  // of its frames in the pool, kNone until first used
  std::uint32_t count = 0;
};

// Go numbers entries 1, 2, 3 in their order, which makes an id its index; other writers need not.
template <typename Entry>
void order_by_id(std::vector<Entry>& entries) noexcept {
  const auto less = [](const Entry& a, const Entry& b) { return a.id < b.id; };
  if (!std::is_sorted(entries.begin(), entries.end(), less)) {
    std::stable_sort(entries.begin(), entries.end(), less);
  }
}

template <typename Entry>
Entry* find_by_id(std::vector<Entry>& entries, std::uint64_t id) noexcept {
  if (id - 1 < entries.size() && entries[static_cast<std::size_t>(id - 1)].id == id) {
    return &entries[static_cast<std::size_t>(id - 1)];
  }
  const auto at = std::lower_bound(entries.begin(), entries.end(), id,
                                   [](const Entry& e, std::uint64_t key) { return e.id < key; });
  return at != entries.end() && at->id == id ? &*at : nullptr;
}

void append_hex(std::string& out, std::uint64_t value) {
  constexpr char kDigits[] = "0123456789abcdef";
  out += "0x";
  int shift = 60;
  while (shift > 0 && (value >> shift) == 0) shift -= 4;
  for (; shift >= 0; shift -= 4) out.push_back(kDigits[(value >> shift) & 15u]);
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

  std::vector<std::string_view> strings;
  std::vector<std::pair<std::uint64_t, std::uint64_t>> sample_types;  // type, unit
  std::vector<FunctionEntry> functions;
  std::vector<LocationEntry> locations;
  std::vector<std::uint32_t> pool;    // frame ids of the locations used
  std::vector<std::uint64_t> stack;   // location ids of the sample being read
  std::string scratch;
  std::uint64_t duration_nanos = 0;
  std::uint64_t wild = 0;      // references to what is not there
  std::uint64_t negative = 0;  // goroutines a delta profile takes away
  std::uint64_t left_out = 0;  // samples beyond the limits
  std::size_t frames_left = 0;
  bool leaked = false;

  Impl(Dump& to, std::uint16_t index) noexcept : dump(to), snapshot(index) {}

  void read() noexcept;
  bool index() noexcept;
  void index_function(std::string_view message) noexcept;
  void index_location(std::string_view message) noexcept;
  [[nodiscard]] std::string_view string_at(std::uint64_t at) noexcept;
  [[nodiscard]] std::size_t goroutine_column() noexcept;
  [[nodiscard]] std::string what_it_measures() noexcept;
  void read_sample(std::string_view message, std::size_t column) noexcept;
  void read_label(std::string_view message,
                  std::vector<std::pair<std::string_view, std::string>>& labels) noexcept;
  [[nodiscard]] std::uint32_t labels_of(std::string_view message) noexcept;
  [[nodiscard]] std::uint32_t stack_node() noexcept;
  void resolve(LocationEntry& entry) noexcept;
  [[nodiscard]] std::uint32_t frame_of(std::string_view message, bool inlined) noexcept;
  void remark(std::uint64_t total) noexcept;
};

// Pass one: what samples refer to. Go writes strings and, in part, functions behind the samples.
// False if the bytes end within a field.
bool ProfileProtoReader::Impl::index() noexcept {
  ProtoFields fields(bytes);
  while (fields.next()) {
    switch (fields.field()) {
      case profile::sample_type: {
        std::pair<std::uint64_t, std::uint64_t> type{0, 0};
        ProtoFields parts(fields.bytes());
        while (parts.next()) {
          if (parts.field() == value_type::type) type.first = parts.number();
          if (parts.field() == value_type::unit) type.second = parts.number();
        }
        if (sample_types.size() < kMaxLabels) sample_types.push_back(type);
        break;
      }
      case profile::location:
        index_location(fields.bytes());
        break;
      case profile::function:
        index_function(fields.bytes());
        break;
      case profile::string_table:
        if (strings.size() < kMaxStrings) strings.push_back(fields.bytes());
        break;
      case profile::duration_nanos:
        duration_nanos = fields.number();
        break;
      default:
        break;
    }
  }
  order_by_id(functions);
  order_by_id(locations);
  return !fields.broken();
}

void ProfileProtoReader::Impl::index_function(std::string_view message) noexcept {
  if (functions.size() >= kMaxEntries) return;
  FunctionEntry entry;
  ProtoFields parts(message);
  while (parts.next()) {
    if (parts.field() == function::id) entry.id = parts.number();
    if (parts.field() == function::name) entry.name = parts.number();
    if (parts.field() == function::filename) entry.file = parts.number();
  }
  functions.push_back(entry);
}

void ProfileProtoReader::Impl::index_location(std::string_view message) noexcept {
  if (locations.size() >= kMaxEntries) return;
  LocationEntry entry;
  entry.message = message;
  ProtoFields parts(message);
  while (parts.next()) {
    if (parts.field() == location::id) entry.id = parts.number();
  }
  locations.push_back(entry);
}

std::string_view ProfileProtoReader::Impl::string_at(std::uint64_t at) noexcept {
  if (at < strings.size()) return strings[static_cast<std::size_t>(at)];
  ++wild;
  return {};
}

// Which value of a sample counts goroutines; sample_types.size() if none does.
std::size_t ProfileProtoReader::Impl::goroutine_column() noexcept {
  for (std::size_t i = 0; i < sample_types.size(); ++i) {
    const std::string_view type = string_at(sample_types[i].first);
    if (string_at(sample_types[i].second) != "count") continue;
    leaked = type == "goroutineleak";
    if (leaked || type == "goroutine") return i;
  }
  return sample_types.size();
}

std::string ProfileProtoReader::Impl::what_it_measures() noexcept {
  std::string names;
  for (std::size_t i = 0; i < sample_types.size() && i < 4; ++i) {
    const std::string_view type = string_at(sample_types[i].first);
    if (type == "inuse_space" || type == "alloc_space") return "heap";
    if (type == "cpu") return "CPU time";
    if (type == "contentions") return "blocking or mutex contention";
    if (!names.empty()) names += ", ";
    names += type.substr(0, 64);
  }
  return names;
}

// The frame of one Line message: a function and a line.
std::uint32_t ProfileProtoReader::Impl::frame_of(std::string_view message, bool inlined) noexcept {
  std::uint64_t function_id = 0, number = 0;
  ProtoFields parts(message);
  while (parts.next()) {
    if (parts.field() == line::function_id) function_id = parts.number();
    if (parts.field() == line::line) number = parts.number();
  }
  FunctionEntry* entry = find_by_id(functions, function_id);
  if (entry == nullptr) {
    ++wild;
    return kNone;
  }
  if (entry->symbol == kNone) {
    const std::string_view name = string_at(entry->name);
    if (name.empty()) return kNone;
    entry->symbol = dump.symbols.function(name);
  }
  scratch = string_at(entry->file);
  if (number != 0 && number <= UINT32_MAX) scratch += ":" + std::to_string(number);
  return dump.symbols.frame(entry->symbol, scratch, Frame::call, inlined);
}

// The frames of a pc, innermost first. "The last entry represents the caller into which the
// preceding entries were inlined" (profile.proto, Location.line).
void ProfileProtoReader::Impl::resolve(LocationEntry& entry) noexcept {
  entry.first = static_cast<std::uint32_t>(pool.size());
  std::string_view lines[kMaxLines];
  std::size_t count = 0;
  std::uint64_t address = 0;
  ProtoFields parts(entry.message);
  while (parts.next()) {
    if (parts.field() == location::address) address = parts.number();
    if (parts.field() == location::line && count < kMaxLines) lines[count++] = parts.bytes();
  }
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t frame = frame_of(lines[i], i + 1 < count);
    if (frame != kNone) pool.push_back(frame);
  }
  if (pool.size() == entry.first) {  // code without a name, as in the text form
    scratch.clear();
    append_hex(scratch, address);
    pool.push_back(dump.symbols.frame(dump.symbols.function(scratch), {}, Frame::call, false));
  }
  entry.count = static_cast<std::uint32_t>(pool.size()) - entry.first;
}

std::uint32_t ProfileProtoReader::Impl::stack_node() noexcept {
  std::uint32_t node = 0;
  for (const std::uint64_t id : stack) {
    LocationEntry* entry = find_by_id(locations, id);
    if (entry == nullptr) {
      ++wild;
      continue;
    }
    if (entry->first == kNone) resolve(*entry);
    if (entry->count > frames_left) return kNone;
    frames_left -= entry->count;
    for (std::uint32_t i = 0; i < entry->count; ++i) {
      node = dump.symbols.child(node, pool[entry->first + i]);
    }
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
  labels.emplace_back(string_at(key), num != 0 && str == 0
                                          ? std::to_string(static_cast<std::int64_t>(num))
                                          : std::string(string_at(str)));
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
  stack.clear();
  std::size_t values = 0;
  std::uint64_t count = 0;
  bool labelled = false;
  ProtoFields parts(message);
  while (parts.next()) {
    if (parts.field() == sample::location_id) {
      parts.each_number([&](std::uint64_t id) {
        stack.push_back(id);
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
  const std::uint32_t node = stack_node();
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
  if (wild > 0) {
    add_note(dump, "bad_profile",
             std::to_string(wild) + " references of the profile lead nowhere; it is damaged");
  }
  if (left_out > 0) {
    add_note(dump, "bad_profile",
             std::to_string(left_out) + " stacks of the profile are impossibly long and left out");
  }
  if (duration_nanos == 0 && negative == 0) return;
  std::string text = "this is the difference of two profiles (?seconds=): it shows what came";
  if (negative > 0) text += ", and leaves out " + std::to_string(negative) + " goroutines that went";
  if (total == 0) text += "; nothing came";
  add_note(dump, "delta_profile", text);
}

void ProfileProtoReader::Impl::read() noexcept {
  const bool whole = index();
  if (too_large) {
    add_note(dump, "too_large_profile", "only the first 512 MiB of the profile are read");
  } else if (!whole) {
    add_note(dump, "truncated_profile",
             "the profile ends within a field; Go writes the names last, so they may be missing");
  }
  const std::size_t column = goroutine_column();
  if (column == sample_types.size()) {
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
  if (!fields.next() || !fields.is_bytes() || fields.bytes().empty()) return false;
  if (fields.field() != profile::sample_type && fields.field() != profile::period_type) return false;
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
