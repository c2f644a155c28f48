#include "symbols.h"

#include <cstring>
#include <string>

#include "names.h"

namespace gowhy {

char* Arena::room(std::size_t size) noexcept {
  constexpr std::size_t kChunk = 1u << 18;
  if (used_ + size > capacity_) {
    capacity_ = size > kChunk ? size : kChunk;
    chunks_.emplace_back(new char[capacity_]);  // not cleared: it is filled
    used_ = 0;
    bytes_ += capacity_;
  }
  char* to = chunks_.back().get() + used_;
  used_ += size;
  return to;
}

std::string_view Arena::copy(std::string_view text) noexcept {
  if (text.empty()) return {};
  char* to = room(text.size());
  std::memcpy(to, text.data(), text.size());
  return {to, text.size()};
}

char* Arena::copy_pair(std::string_view first, std::string_view second,
                       std::size_t spare) noexcept {
  char* to = room(first.size() + second.size() + spare);
  std::memcpy(to, first.data(), first.size());
  std::memcpy(to + first.size(), second.data(), second.size());
  return to;
}

std::uint64_t hash_pair(std::uint64_t a, std::uint64_t b) noexcept {
  std::uint64_t h = (a ^ 0x9E3779B97F4A7C15ull) * 0xBF58476D1CE4E5B9ull;
  h ^= h >> 29;
  h = (h ^ b) * 0x94D049BB133111EBull;
  return h ^ (h >> 32);
}

std::uint64_t hash_bytes(std::string_view text) noexcept {
  std::uint64_t h = 0x9E3779B97F4A7C15ull ^ text.size();
  const char* p = text.data();
  std::size_t n = text.size();
  while (n >= 8) {
    std::uint64_t word;
    std::memcpy(&word, p, 8);
    h = (h ^ word) * 0x9FB21C651E98DF25ull;
    h ^= h >> 29;
    p += 8;
    n -= 8;
  }
  if (n > 0) {
    std::uint64_t word = 0;
    std::memcpy(&word, p, n);
    h = (h ^ word) * 0x9FB21C651E98DF25ull;
    h ^= h >> 29;
  }
  h *= 0xD6E8FEB86659FD93ull;
  return h ^ (h >> 32);
}

void HashIndex::clear() noexcept {
  slots_.clear();
  count_ = 0;
}

void HashIndex::insert(std::uint64_t hash, std::uint32_t value) noexcept {
  if (slots_.size() < 16 || count_ * 10 >= slots_.size() * 7) grow();
  std::size_t mask = slots_.size() - 1;
  std::size_t i = hash & mask;
  while (slots_[i].value != kNone) i = (i + 1) & mask;
  slots_[i] = {static_cast<std::uint32_t>(hash >> 32), static_cast<std::uint32_t>(hash), value};
  ++count_;
}

void HashIndex::grow() noexcept {
  std::vector<Slot> old(slots_.size() < 16 ? 16 : slots_.size() * 2);
  old.swap(slots_);
  std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.value == kNone) continue;
    std::size_t i = slot.low & mask;
    while (slots_[i].value != kNone) i = (i + 1) & mask;
    slots_[i] = slot;
  }
}

namespace {

// Markdown takes "(*A).x … (*B)" for slanted text: who copies the page gets "(A).x … (B)", who
// copies its source after a conversion "(_A).x … (_B)". Go prints a type in brackets without a star
// only where it is an interface of which a method value was made, "(Handler).ServeHTTP-fm".
// "" if no star is missing.
std::string with_lost_star(std::string_view name) noexcept {
  const std::size_t open = name.find(".(");
  if (open == std::string_view::npos || open + 3 >= name.size()) return {};
  std::size_t begin = open + 2;
  if (name[begin] == '_') ++begin;
  const std::size_t close = name.find(')', begin);
  if (close == std::string_view::npos || close == begin || close + 1 >= name.size() ||
      name[close + 1] != '.' || (name.size() > 3 && name.substr(name.size() - 3) == "-fm")) {
    return {};
  }
  for (std::size_t i = begin; i < close; ++i) {
    const char c = name[i];
    const bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!word && c != '_') return {};
  }
  std::string fixed(name.substr(0, open + 2));
  fixed += '*';
  fixed += name.substr(begin);
  return fixed;
}

}  // namespace

Symbols::Symbols() noexcept { nodes_.emplace_back(); }

std::uint32_t Symbols::find_string(std::string_view text) const noexcept {
  return string_index_.find(hash_bytes(text),
                            [&](std::uint32_t id) { return strings_[id] == text; });
}

std::uint32_t Symbols::string(std::string_view text) noexcept {
  std::uint64_t hash = hash_bytes(text);
  auto same = [&](std::uint32_t id) { return strings_[id] == text; };
  std::uint32_t id = string_index_.find(hash, same);
  if (id != kNone) return id;
  id = static_cast<std::uint32_t>(strings_.size());
  strings_.push_back(arena_.copy(text));
  string_index_.insert(hash, id);
  return id;
}

std::uint32_t Symbols::find_function(std::string_view name) const noexcept {
  return function_index_.find(hash_bytes(name),
                              [&](std::uint32_t id) { return functions_[id].name == name; });
}

std::uint32_t Symbols::function(std::string_view name) noexcept {
  std::uint32_t id = function_index_.find(hash_bytes(name), [&](std::uint32_t known) {
    return functions_[known].printed_name() == name;
  });
  if (id != kNone) return id;
  if (const std::string fixed = with_lost_star(name); !fixed.empty()) return function(fixed);
  id = static_cast<std::uint32_t>(functions_.size());
  functions_.emplace_back();
  rename_function(id, name);
  return id;
}

FrameText Symbols::text_of(const Frame& frame) noexcept {
  constexpr std::size_t kLongest = 0xFFFF;
  FrameText text;
  text.kind = frame.kind;
  text.inlined = frame.inlined;
  text.kept_words = functions_[frame.function].kept_words;
  const std::string_view name = functions_[frame.function].printed_name();
  if (frame.place.empty() || name.size() > kLongest || frame.place.size() > kLongest) return text;
  text.name = static_cast<std::uint16_t>(name.size());
  text.place = static_cast<std::uint16_t>(frame.place.size());
  text.text = arena_.copy_pair(name, frame.place, FrameText::kRest);
  return text;
}

std::uint32_t Symbols::frame(std::uint32_t function, std::string_view place, Frame::Kind kind,
                             bool inlined) noexcept {
  std::uint32_t place_id = string(place);
  std::uint64_t hash =
      hash_pair(function, (static_cast<std::uint64_t>(place_id) << 4) |
                              (static_cast<std::uint64_t>(kind) << 1) | (inlined ? 1u : 0u));
  std::string_view kept = strings_[place_id];
  std::uint32_t id = frame_index_.find(hash, [&](std::uint32_t i) {
    const Frame& f = frames_[i];
    return f.function == function && f.place.data() == kept.data() &&
           f.place.size() == kept.size() && f.kind == kind && f.inlined == inlined;
  });
  if (id != kNone) return id;
  id = static_cast<std::uint32_t>(frames_.size());
  Frame f;
  f.function = function;
  f.kind = kind;
  f.inlined = inlined;
  f.place = kept;
  split_place(kept, [&](std::string_view file, std::uint32_t line) {
    f.file = file.empty() ? kNone : string(file);
    f.line = line;
  });
  frames_.push_back(f);
  texts_.push_back(text_of(f));
  frame_index_.insert(hash, id);
  return id;
}

std::uint32_t Symbols::find_child(std::uint32_t id, std::uint32_t frame) const noexcept {
  const StackNode& node = nodes_[id];
  if (node.first_child == kNone) return kNone;
  if (node.first_tag == (frame & 0xFF) && nodes_[node.first_child].frame == frame) {
    return node.first_child;
  }
  if (node.second_child == kNone) return kNone;
  if (nodes_[node.second_child].frame == frame) return node.second_child;
  if (!node.branches) return kNone;
  return node_index_.find(hash_pair(id, frame), [&](std::uint32_t i) {
    return nodes_[i].parent == id && nodes_[i].frame == frame;
  });
}

std::uint32_t Symbols::child(std::uint32_t node, std::uint32_t frame) noexcept {
  const std::uint32_t found = find_child(node, frame);
  return found != kNone ? found : add_child(node, frame);
}

std::uint32_t Symbols::add_child(std::uint32_t node, std::uint32_t frame) noexcept {
  const auto id = static_cast<std::uint32_t>(nodes_.size());
  StackNode& parent = nodes_[node];
  StackNode made;
  made.parent = node;
  made.frame = frame;
  made.depth = parent.depth == 0xFFFF ? parent.depth : static_cast<std::uint16_t>(parent.depth + 1);
  if (parent.first_child == kNone) {
    parent.first_child = id;
    parent.first_tag = frame & 0xFF;
  } else if (parent.second_child == kNone) {
    parent.second_child = id;
  } else {
    parent.branches = true;
    node_index_.insert(hash_pair(node, frame), id);
  }
  nodes_.push_back(made);
  return id;
}

std::uint32_t Symbols::descend(std::uint32_t node, std::span<const std::uint32_t> frames) noexcept {
  std::size_t i = 0;
  for (; i < frames.size(); ++i) {
    const std::uint32_t next = find_child(node, frames[i]);
    if (next == kNone) break;
    node = next;
  }
  if (i == frames.size()) return node;
  node = add_child(node, frames[i++]);
  // Below a new node all are new.
  StackNode made = nodes_[node];
  for (; i < frames.size(); ++i) {
    nodes_.back().first_child = node + 1;
    nodes_.back().first_tag = frames[i] & 0xFF;
    made.parent = node++;
    made.frame = frames[i];
    if (made.depth != 0xFFFF) ++made.depth;
    nodes_.push_back(made);
  }
  return node;
}

void Symbols::rename_string(std::uint32_t id, std::string_view text) noexcept {
  strings_[id] = arena_.copy(text);
}

void Symbols::rename_function(std::uint32_t id, std::string_view name) noexcept {
  const Function function = parse_function_name(arena_.copy(name), arena_);
  functions_[id] = function;
  function_index_.insert(hash_bytes(name), id);
  if (function.vendored_in > 0) function_index_.insert(hash_bytes(function.name), id);
}

void Symbols::frames_of(std::uint32_t node, std::vector<std::uint32_t>& out) const noexcept {
  out.clear();
  for (std::uint32_t n = node; n != 0 && n != kNone; n = nodes_[n].parent) {
    out.push_back(nodes_[n].frame);
  }
  for (std::size_t i = 0, j = out.size(); i + 1 < j; ++i, --j) std::swap(out[i], out[j - 1]);
}

std::size_t Symbols::bytes() const noexcept {
  return arena_.bytes() + strings_.capacity() * sizeof(std::string_view) +
         functions_.capacity() * sizeof(Function) +
         frames_.capacity() * (sizeof(Frame) + sizeof(FrameText)) +
         nodes_.capacity() * sizeof(StackNode);
}

}  // namespace gowhy
