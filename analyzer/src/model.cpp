#include "model.h"

#include <algorithm>

#include "locks.h"
#include "own_code.h"
#include "parked_calls.h"
#include "record_order.h"
#include "roles.h"
#include "sort_by.h"

namespace gowhy {
namespace {

// Frames that only carry a wait out; the frame that called them is where the program is.
bool is_machinery(Special special, std::string_view package) noexcept {
  return special != Special::none || package == "internal/poll" || package == "internal/sync";
}

bool starts(std::string_view text, std::string_view with) noexcept {
  return text.substr(0, with.size()) == with;
}

// A post often shows a profile and then some of its goroutines as another text has them, or the
// other way round. Two whole dumps of a process have about as many.
bool is_part_of(const Snapshot& part, const Snapshot& whole) noexcept {
  const bool profile = whole.format == Format::profile_text && part.format == Format::traceback;
  const bool dump = whole.format == Format::traceback && part.format == Format::profile_text;
  return (profile || dump) && !part.crash && part.input == whole.input &&
         part.goroutines < whole.goroutines / 2;
}

}  // namespace

Model::Model(Dump& dump, std::span<const Role> own) noexcept : dump_(dump) {
  find_snapshot();
  order_records(dump, snapshot_index_);
  origins_ = origins_of(dump);
  specials_.resize(dump.symbols.function_count());
  for (std::uint32_t id = 0; id < specials_.size(); ++id) {
    specials_[id] = special_of(dump.symbols.function_at(id).name);
  }
  collect_groups();
  sort_groups();
  collect_frames();
  index_functions();
  index_ids();
  if (!dump.snapshots.empty()) go_version_ = infer_go_version(dump, snapshot_index_);
  for (GroupFacts& facts : groups_) {
    give_meaning(facts);
    facts.entry = entry_of(facts);
    facts.own_entry = own_entry_of(facts);
  }
  measure_ages();
  resolve_hidden_calls(*this, groups_);
  judge_fragment();
  assign_roles(*this, groups_, own);
  locks_ = std::make_unique<Locks>(find_locks(*this));
}

Model::~Model() = default;

// The newest snapshot that has goroutines; of several dumps in one input the last is the newest.
void Model::find_snapshot() noexcept {
  if (dump_.snapshots.empty()) return;
  std::size_t last = dump_.snapshots.size() - 1;
  for (std::size_t i = dump_.snapshots.size(); i-- > 0;) {
    if (dump_.snapshots[i].goroutines > 0) {
      last = i;
      break;
    }
  }
  for (std::size_t i = last; i-- > 0;) {
    if (is_part_of(dump_.snapshots[last], dump_.snapshots[i])) last = i;
  }
  snapshot_index_ = static_cast<std::uint16_t>(last);
  snapshot_ = dump_.snapshots[last];
}

void Model::collect_groups() noexcept {
  by_dump_group_.assign(dump_.groups.size(), kNone);
  auto facts_of = [&](std::uint32_t group) -> GroupFacts& {
    std::uint32_t& index = by_dump_group_[group];
    if (index == kNone) {
      index = static_cast<std::uint32_t>(groups_.size());
      GroupFacts facts;
      facts.group = group;
      facts.flags = dump_.groups[group].flags;
      facts.created_by = dump_.groups[group].created_by;
      facts.state = dump_.symbols.text(dump_.groups[group].state);
      groups_.push_back(facts);
    }
    return groups_[index];
  };
  record_pool_.resize(dump_.records.size());
  for (std::uint32_t i = 0; i < record_pool_.size(); ++i) {
    record_pool_[i] = i;
    const Record& record = dump_.records[i];
    if (!counts(record)) continue;
    GroupFacts& facts = facts_of(record.group);
    ++facts.count;
    // Those of one group lie beside one another.
    const auto size = static_cast<std::size_t>(facts.count);
    facts.records = std::span<const std::uint32_t>(record_pool_.data() + (i + 1 - size), size);
    largest_id_ = std::max(largest_id_, record.id);
  }
  for (const Sample& sample : dump_.samples) {
    if (sample.snapshot != snapshot_index_ || sample.group == kNone) continue;
    facts_of(sample.group).count += sample.count;
  }
}

void Model::sort_groups() noexcept {
  std::vector<std::uint32_t> order(groups_.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  auto first_id = [&](const GroupFacts& facts) {
    return facts.records.empty() ? 0 : dump_.records[facts.records.front()].id;
  };
  auto first_place = [&](const GroupFacts& facts) {
    std::uint64_t place = UINT64_MAX;
    for (std::uint32_t record : facts.records) {
      place = std::min(place, dump_.records[record].offset);
    }
    return place == UINT64_MAX ? dump_.groups[facts.group].first_offset : place;
  };
  std::sort(order.begin(), order.end(), [&](std::uint32_t x, std::uint32_t y) {
    const GroupFacts& a = groups_[x];
    const GroupFacts& b = groups_[y];
    if (a.count != b.count) return a.count > b.count;
    std::uint64_t id_a = first_id(a), id_b = first_id(b);
    if (id_a != id_b) return id_a < id_b;
    std::uint64_t place_a = first_place(a), place_b = first_place(b);
    return place_a != place_b ? place_a < place_b : x < y;
  });
  std::vector<GroupFacts> sorted;
  sorted.reserve(groups_.size());
  for (std::uint32_t old : order) sorted.push_back(groups_[old]);
  groups_.swap(sorted);
  for (std::uint32_t i = 0; i < groups_.size(); ++i) by_dump_group_[groups_[i].group] = i;
}

void Model::collect_frames() noexcept {
  std::vector<std::uint32_t> stack;
  std::vector<std::size_t> begins(groups_.size() + 1);
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    begins[i] = frame_pool_.size();
    dump_.symbols.frames_of(dump_.groups[groups_[i].group].stack, stack);
    for (std::uint32_t frame : stack) {
      if (dump_.symbols.frame_at(frame).kind == Frame::elided) {
        groups_[i].elided = true;
      } else {
        frame_pool_.push_back(frame);
      }
    }
  }
  begins[groups_.size()] = frame_pool_.size();
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    groups_[i].frames = {frame_pool_.data() + begins[i], frame_pool_.data() + begins[i + 1]};
  }
}

void Model::index_functions() noexcept {
  hit_begin_.assign(dump_.symbols.function_count() + 1, 0);
  auto function_id = [&](std::uint32_t frame) { return dump_.symbols.frame_at(frame).function; };
  for (std::uint32_t frame : frame_pool_) ++hit_begin_[function_id(frame) + 1];
  for (std::size_t i = 1; i < hit_begin_.size(); ++i) hit_begin_[i] += hit_begin_[i - 1];
  hits_.resize(frame_pool_.size());
  std::vector<std::uint32_t> next(hit_begin_.begin(), hit_begin_.end());
  for (std::uint32_t g = 0; g < groups_.size(); ++g) {
    for (std::uint32_t p = 0; p < groups_[g].frames.size(); ++p) {
      hits_[next[function_id(groups_[g].frames[p])]++] = {g, p};
    }
  }
}

void Model::index_ids() noexcept {
  // Most ids of a leak are of living goroutines; a server that has run for months has few of many.
  const bool dense = largest_id_ < 16 * std::uint64_t{record_pool_.size()} + 65536;
  if (dense) record_by_id_.assign(static_cast<std::size_t>(largest_id_ + 1), kNone);
  for (std::uint32_t i = 0; i < dump_.records.size(); ++i) {
    const Record& record = dump_.records[i];
    if (!counts(record)) continue;
    if (dense) {
      record_by_id_[static_cast<std::size_t>(record.id)] = i;
    } else {
      ids_.emplace_back(record.id, i);
    }
  }
  sort_by(ids_, [](const auto& one) { return one.first; });
}

std::uint32_t Model::record_of_id(std::uint64_t id) const noexcept {
  if (id == 0) return kNone;
  if (!record_by_id_.empty()) {
    return id < record_by_id_.size() ? record_by_id_[static_cast<std::size_t>(id)] : kNone;
  }
  const auto found = std::lower_bound(ids_.begin(), ids_.end(), std::pair{id, std::uint32_t{0}});
  return found != ids_.end() && found->first == id ? found->second : kNone;
}

void Model::give_meaning(GroupFacts& facts) noexcept {
  std::vector<Special> specials;
  specials.reserve(facts.frames.size());
  for (std::uint32_t frame : facts.frames) specials.push_back(special(frame));
  facts.op = operation_of(facts.state, specials);
  // Go's sockets do not block (net/sock_cloexec.go, SOCK_NONBLOCK): a system call on one is in
  // motion, and what waits for a socket says IO wait.
  if (facts.op == Operation::syscall && has(facts, {"net.(*netFD).Read", "net.(*netFD).Write"})) {
    facts.op = Operation::running;
  }
  facts.nil_channel = facts.state.find("(nil chan)") != std::string_view::npos ||
                      (facts.state.empty() && parks_at_nil_channel(*this, facts));
  for (std::size_t i = 0; i < facts.frames.size(); ++i) {
    const int position = static_cast<int>(i);
    if (facts.top < 0 && !is_machinery(specials[i], function(facts.frames[i]).package)) {
      facts.top = position;
    }
    // The method of an embedded type, which the compiler hands on, is nobody's code.
    if (own(facts.frames[i]) &&
        dump_.symbols.text(dump_.symbols.frame_at(facts.frames[i]).file) != "<autogenerated>") {
      facts.site = position;
      break;
    }
  }
  if (facts.site > 0) facts.boundary = facts.site - 1;
}

Ages ages_of(std::vector<std::int32_t>& minutes) noexcept {
  if (minutes.empty()) return {};
  // As a rule a group has few different ones: one pass.
  sort_minutes(minutes);
  return {minutes.front(), minutes[(minutes.size() - 1) / 2], minutes.back(), minutes.size()};
}

void Model::measure_ages() noexcept {
  std::vector<std::int32_t> minutes;
  for (GroupFacts& facts : groups_) {
    if (facts.records.empty()) continue;
    minutes.clear();
    for (std::uint32_t record : facts.records) {
      if (dump_.records[record].minutes >= 0) minutes.push_back(dump_.records[record].minutes);
    }
    if (minutes.empty()) continue;
    facts.ages = ages_of(minutes);
    has_minutes_ = true;
    oldest_minutes_ = std::max(oldest_minutes_, facts.ages.max);
  }
}

void Model::judge_fragment() noexcept {
  const Format format = snapshot_.format;
  const bool list = format != Format::traceback && format != Format::delve;
  if (groups_.empty()) return;
  // The beginning of a dump that was cut in one of its first goroutines, whatever it begins with.
  constexpr std::uint64_t kFirstFew = 4;
  if (!list && snapshot_.cut && goroutines() <= kFirstFew) {
    fragment_ = true;
    return;
  }
  if (snapshot_.crash || (list && !snapshot_.cut)) return;
  // A list begins with main, wherever it was cut.
  if (format == Format::delve && snapshot_.cut) {
    fragment_ = true;
    return;
  }
  for (const GroupFacts& facts : groups_) {
    if (!facts.records.empty() && dump_.records[facts.records.front()].id == 1) return;
    for (std::uint32_t frame : facts.frames) {
      if (name(frame) == "main.main") return;
    }
  }
  fragment_ = true;
}

bool Model::all_asleep() const noexcept {
  return std::any_of(dump_.events.begin(), dump_.events.end(), [&](const Event& event) {
    return event.snapshot == snapshot_index_ &&
           event.message.find("all goroutines are asleep") != std::string::npos;
  });
}

std::uint32_t Model::group_of_record(std::uint32_t record) const noexcept {
  if (record >= dump_.records.size() || dump_.records[record].snapshot != snapshot_index_) {
    return kNone;
  }
  return index_of(dump_.records[record].group);
}

std::span<const Hit> Model::find(std::string_view name) const noexcept {
  const std::uint32_t id = dump_.symbols.find_function(name);
  return id == kNone ? std::span<const Hit>{} : hits_of(id);
}

std::vector<Hit> Model::find(std::initializer_list<std::string_view> names) const noexcept {
  std::vector<Hit> all;
  for (std::string_view name : names) {
    const std::span<const Hit> hits = find(name);
    all.insert(all.end(), hits.begin(), hits.end());
  }
  sort_stably(all, [](const Hit& a, const Hit& b) {
    return a.group != b.group ? a.group < b.group : a.position < b.position;
  });
  return all;
}

int Model::position(const GroupFacts& facts,
                    std::initializer_list<std::string_view> names) const noexcept {
  int first = -1;
  for (std::string_view wanted : names) {
    const std::uint32_t id = dump_.symbols.find_function(wanted);
    if (id == kNone) continue;  // most are in no stack of the dump
    const std::size_t end = first < 0 ? facts.frames.size() : static_cast<std::size_t>(first);
    for (std::size_t i = 0; i < end; ++i) {
      if (dump_.symbols.frame_at(facts.frames[i]).function != id) continue;
      first = static_cast<int>(i);
      break;
    }
  }
  return first;
}

// `go f(x)` is compiled to a closure without arguments (cmd/compile/internal/walk, wrapGoDefer;
// named gowrapN since Go 1.22, dwrap in 1.17, funcN between). Level-2 tracebacks (SIGQUIT) print it
// below f, with the line of the go statement; and that of a method value (`go run(c.loop)`),
// c.loop-fm.
bool Model::is_go_wrapper(const GroupFacts& facts, std::uint32_t frame) const noexcept {
  const std::string_view found = name(frame);
  if (found.find(".gowrap") != std::string_view::npos) return true;
  if (facts.created_by == kNone || function(frame).closure_depth == 0) return false;
  const Frame& wrapper = dump_.symbols.frame_at(frame);
  const Frame& statement = dump_.symbols.frame_at(facts.created_by);
  return wrapper.line == statement.line && wrapper.line != 0 && wrapper.file == statement.file;
}

std::string_view Model::entry_of(const GroupFacts& facts) const noexcept {
  for (std::size_t i = facts.frames.size(); i-- > 0;) {
    const std::string_view found = name(facts.frames[i]);
    if (starts(found, "runtime.goexit") || found == "runtime.main") continue;
    const bool deeper = i > 0 && special(facts.frames[i - 1]) != Special::runtime_internal;
    if (deeper &&
        (function(facts.frames[i]).method_value || is_go_wrapper(facts, facts.frames[i]))) {
      continue;
    }
    return found;
  }
  return {};
}

std::string_view Model::own_entry_of(const GroupFacts& facts) const noexcept {
  std::string_view last;
  for (std::size_t i = facts.frames.size(); i-- > 0;) {
    const std::string_view found = name(facts.frames[i]);
    if (!own(facts.frames[i]) || found.find(".gowrap") != std::string_view::npos ||
        found.find("dwrap\xC2\xB7") != std::string_view::npos) {
      continue;
    }
    // Between 1.17 and 1.22 it has the name of any closure, also of one written in one line.
    last = found;
    if (!is_go_wrapper(facts, facts.frames[i])) break;
  }
  return last;
}

std::uint64_t Model::receiver(std::uint32_t record, int position, bool* exact) const noexcept {
  for (const Arg& arg : args(record)) {
    if (static_cast<int>(arg.frame()) != position || arg.slot() != 0) continue;
    const std::uint32_t group = arg.address() < kProgramEnd ? group_of_record(record) : kNone;
    if (group != kNone && static_cast<std::size_t>(position) < groups_[group].frames.size() &&
        function(groups_[group].frames[static_cast<std::size_t>(position)]).generic) {
      return 0;
    }
    if (exact != nullptr) *exact = !arg.stale();
    return arg.address();
  }
  return 0;
}

}  // namespace gowhy
