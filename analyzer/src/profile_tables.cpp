#include "profile_tables.h"

#include <algorithm>

#include "protobuf.h"
#include "sort_by.h"

namespace gowhy {
namespace {

// Go gives every pc and every function one entry; programs have some hundred thousand.
constexpr std::size_t kMaxEntries = std::size_t{1} << 22;
constexpr std::size_t kMaxStrings = std::size_t{1} << 24;
constexpr std::size_t kMaxColumns = 64;
// Calls inlined at one pc: far above what is seen.
constexpr std::size_t kMaxLines = 256;

// A line of a location takes some ten bytes, its place as text about a hundred.
constexpr std::size_t kTextPerByte = 32;

// Field numbers of profile.proto.
namespace profile {
enum : std::uint64_t {
  sample_type = 1,
  location = 4,
  function = 5,
  string_table = 6,
  duration_nanos = 10
};
}
namespace value_type {
enum : std::uint64_t { type = 1, unit = 2 };
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

// Go numbers entries 1, 2, 3 in their order, which makes an id its index; other writers need not.
template <typename Entry>
void order_by_id(std::vector<Entry>& entries) noexcept {
  const auto less = [](const Entry& a, const Entry& b) { return a.id < b.id; };
  if (!std::is_sorted(entries.begin(), entries.end(), less)) {
    sort_stably(entries, less);
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

// Only here type arguments are written out (runtime/pprof/proto.go, runtime_FrameSymbolName):
// "main.(*Ref[go.shape.int]).Ask" is "main.(*Ref[...]).Ask" in other formats, and one function.
void hide_type_arguments(std::string_view name, std::string& out) {
  out.clear();
  int depth = 0;
  for (char c : name) {
    if (c == ']' && depth > 0) --depth;
    if (depth == 0) out.push_back(c);
    if (c == '[' && ++depth == 1) out += "...";
  }
}

void append_hex(std::string& out, std::uint64_t value) {
  constexpr char kDigits[] = "0123456789abcdef";
  out += "0x";
  int shift = 60;
  while (shift > 0 && (value >> shift) == 0) shift -= 4;
  for (; shift >= 0; shift -= 4) out.push_back(kDigits[(value >> shift) & 15u]);
}

}  // namespace

bool ProfileTables::index(std::string_view bytes) noexcept {
  text_left_ = (std::size_t{1} << 20) + kTextPerByte * bytes.size();
  ProtoFields fields(bytes);
  while (fields.next()) {
    switch (fields.field()) {
      case profile::sample_type:
        index_value_type(fields.bytes());
        break;
      case profile::location:
        index_location(fields.bytes());
        break;
      case profile::function:
        index_function(fields.bytes());
        break;
      case profile::string_table:
        if (strings_.size() < kMaxStrings) strings_.push_back(fields.bytes());
        break;
      case profile::duration_nanos:
        duration_nanos_ = fields.number();
        break;
      default:
        break;
    }
  }
  order_by_id(functions_);
  order_by_id(locations_);
  known_.assign(locations_.size() + 1, kNone);
  return !fields.broken();
}

void ProfileTables::index_value_type(std::string_view message) noexcept {
  if (sample_types_.size() >= kMaxColumns) return;
  ValueType type;
  ProtoFields parts(message);
  while (parts.next()) {
    if (parts.field() == value_type::type) type.type = parts.number();
    if (parts.field() == value_type::unit) type.unit = parts.number();
  }
  sample_types_.push_back(type);
}

void ProfileTables::index_function(std::string_view message) noexcept {
  if (functions_.size() >= kMaxEntries) return;
  FunctionEntry entry;
  ProtoFields parts(message);
  while (parts.next()) {
    if (parts.field() == function::id) entry.id = parts.number();
    if (parts.field() == function::name) entry.name = parts.number();
    if (parts.field() == function::filename) entry.file = parts.number();
  }
  functions_.push_back(entry);
}

void ProfileTables::index_location(std::string_view message) noexcept {
  if (locations_.size() >= kMaxEntries) return;
  LocationEntry entry;
  entry.message = message;
  ProtoFields parts(message);
  while (parts.next()) {
    if (parts.field() == location::id) entry.id = parts.number();
  }
  locations_.push_back(entry);
}

std::string_view ProfileTables::string(std::uint64_t at) noexcept {
  if (at < strings_.size()) return strings_[static_cast<std::size_t>(at)];
  ++wild_;
  return {};
}

bool ProfileTables::afford(std::size_t text_bytes) noexcept {
  if (text_bytes > text_left_) return false;
  text_left_ -= text_bytes;
  return true;
}

// The frame of one Line message: a function and a line.
std::uint32_t ProfileTables::frame_of(std::string_view message, bool inlined) noexcept {
  std::uint64_t function_id = 0, number = 0;
  ProtoFields parts(message);
  while (parts.next()) {
    if (parts.field() == line::function_id) function_id = parts.number();
    if (parts.field() == line::line) number = parts.number();
  }
  FunctionEntry* entry = find_by_id(functions_, function_id);
  if (entry == nullptr) {
    ++wild_;
    return kNone;
  }
  if (entry->symbol == kNone) {
    const std::string_view name = string(entry->name);
    if (name.empty() || !afford(name.size())) return kNone;
    hide_type_arguments(name, scratch_);
    entry->symbol = symbols_.function(scratch_);
  }
  const std::string_view file = string(entry->file);
  scratch_.clear();
  if (afford(file.size())) scratch_ = file;
  if (number != 0 && number <= UINT32_MAX) scratch_ += ":" + std::to_string(number);
  return symbols_.frame(entry->symbol, scratch_, Frame::call, inlined);
}

// The frames of a pc, innermost first. "The last entry represents the caller into which the
// preceding entries were inlined" (profile.proto, Location.line).
void ProfileTables::resolve(LocationEntry& entry) noexcept {
  entry.first = static_cast<std::uint32_t>(pool_.size());
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
    if (frame != kNone) pool_.push_back(frame);
  }
  if (pool_.size() == entry.first) {  // code without a name, as in the text form
    scratch_.clear();
    append_hex(scratch_, address);
    pool_.push_back(symbols_.frame(symbols_.function(scratch_), {}, Frame::call, false));
  }
  entry.count = static_cast<std::uint32_t>(pool_.size()) - entry.first;
}

std::span<const std::uint32_t> ProfileTables::frames(std::uint64_t location_id) noexcept {
  LocationEntry* entry = find_by_id(locations_, location_id);
  if (entry == nullptr) {
    ++wild_;
    return {};
  }
  if (entry->first == kNone) {
    resolve(*entry);
    if (location_id < known_.size() && entry->count == 1) {
      known_[static_cast<std::size_t>(location_id)] = pool_[entry->first];
    }
  }
  return {pool_.data() + entry->first, entry->count};
}

}  // namespace gowhy
