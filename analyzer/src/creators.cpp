// Who started a crowd, and what became of them.
#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

#include "crowds.h"
#include "sort_by.h"
#include "stack_facts.h"
#include "wait_workers.h"

namespace gowhy {
namespace {

constexpr std::uint64_t kOneCall = 8;  // stages or shards of one call that its caller reads

// A goroutine's creator, and for how long it has waited, in one word: there may be a million.
struct Birth {
  std::uint64_t packed = 0;  // creator 48 bits | minutes 16

  static Birth of(const Record& record) noexcept {
    const std::int32_t minutes = std::clamp(record.minutes, 0, 0xFFFF);
    return {record.creator << 16 | static_cast<std::uint64_t>(minutes)};
  }
  [[nodiscard]] std::uint64_t creator() const noexcept { return packed >> 16; }
  [[nodiscard]] std::int32_t minutes() const noexcept {
    return static_cast<std::int32_t>(packed & 0xFFFF);
  }
};

// Workers in the middle of a piece of work, none of which waits at a channel.
bool works(const Model& model, const GroupFacts& facts) {
  return !is_channel(facts.op) && facts.op != Operation::unknown && is_at_work(model, facts);
}

std::uint64_t count_works(const Model& model) {
  std::uint64_t count = 0;
  for (const GroupFacts& facts : model.groups()) count += works(model, facts) ? facts.count : 0;
  return count;
}

// It receives from a channel in its own line, and nobody works on an answer.
bool receives_unanswered(const Model& model, const GroupFacts& facts) {
  return facts.op == Operation::chan_receive && facts.site == facts.top &&
         model.once(count_works) == 0;
}

std::uint64_t count_calls(const Model& model) {
  std::uint64_t count = model.once(count_works);
  for (const GroupFacts& facts : model.groups()) {
    if (is_request(model, facts) && !receives_unanswered(model, facts)) count += facts.count;
  }
  return count;
}

// What was handed to a function that starts goroutines, and by which `go` statement of it.
struct Given {
  std::uint32_t starter = kNone;   // id of the outermost function
  std::uint32_t function = kNone;  // id of what it runs, kNone if nothing was handed over
};

// Of `func start(f func()) { go func() { f() }() }` its closure runs whatever comes; of
// `func start(f func()) { go f() }` that shows only where f is a closure or a method value of
// others.
Given given_to_starter(const Model& model, const GroupFacts& facts) {
  const std::string_view creator = model.creator(facts);
  std::size_t i = facts.frames.size();
  while (i > 0 && model.origin(facts.frames[i - 1]) == Origin::runtime) --i;
  if (creator.empty() || i == 0) return {};
  const auto is_of_creator = [&](std::string_view name) {
    return name == creator || is_closure(name, creator);
  };
  const std::uint32_t entry = facts.frames[i - 1];
  const Function& function = model.function(entry);
  if (!is_of_creator(function.name)) {
    const bool handed = function.closure_depth > 0 || function.method_value;
    return {model.function_id(facts.created_by), handed ? model.function_id(entry) : kNone};
  }
  if (i == 1) return {};
  const std::uint32_t called = facts.frames[i - 2];
  const Origin origin = model.origin(called);
  const bool library = origin == Origin::stdlib || origin == Origin::runtime;
  if (library || is_of_creator(model.name(called))) return {};
  return {model.function_id(entry), model.function_id(called)};
}

// By function id: their own functions that start what they are given, as one `go` statement of
// theirs runs several different functions.
std::vector<bool> find_starters(const Model& model) {
  constexpr std::size_t kDifferent = 3;
  std::vector<bool> starters(model.dump().symbols.function_count());
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> given;
  for (const GroupFacts& facts : model.groups()) {
    if (facts.created_by == kNone || !model.own(facts.created_by)) continue;
    const std::uint32_t creator = model.function_id(facts.created_by);
    const Given one = starters[creator] ? Given{} : given_to_starter(model, facts);
    if (one.function == kNone) continue;
    std::vector<std::uint32_t>& known = given[one.starter];
    if (std::find(known.begin(), known.end(), one.function) == known.end()) {
      known.push_back(one.function);
    }
    starters[creator] = known.size() >= kDifferent;
  }
  return starters;
}

std::uint64_t turns_of(const Model& model, const Crowd& crowd) {
  std::vector<std::uint32_t> members;
  for (std::uint32_t group : crowd.groups) {
    const auto& records = model.group(group).records;  // by id
    members.insert(members.end(), records.begin(), records.end());
  }
  const std::vector<Record>& records = model.dump().records;
  if (crowd.groups.size() > 1) {
    sort_by(members, [&](std::uint32_t record) { return records[record].id; });
  }
  std::uint64_t turns = 0, last = 0;
  for (std::uint32_t member : members) {
    const std::uint64_t creator = records[member].creator;
    turns += creator != 0 && last != 0 && creator != last;
    last = creator;
  }
  return turns;
}

// Goroutines that one request after another started. Each takes an id of its own in between, as
// net/http starts a goroutine that watches the connection (server.go, startBackgroundRead), and one
// that starts many takes theirs in a row, but for every 16th (runtime.newproc1 takes ids from the
// P's cache, _GoidCacheBatch).
struct Requests {
  std::uint64_t calls = 0, siblings = 0;
};

Requests requests_of(std::vector<std::uint64_t>& ids) {
  constexpr std::uint64_t kLongest = 8;  // of the runs of one call each, on average
  Requests requests;
  sort_numbers(ids);
  for (std::size_t i = 0, run = 0; i < ids.size(); i += run) {
    run = 1;
    while (i + run < ids.size() && ids[i + run] == ids[i] + run) ++run;
    ++requests.calls;
    if (run > 1) requests.siblings += run;
  }
  if (requests.calls * kLongest < ids.size()) return {1, ids.size() > 1 ? ids.size() : 0};
  return requests;
}

bool is_connection(const Model& model, const GroupFacts& facts) {
  return model.has(facts, {"net/http.(*conn).serve"});
}

// The connection is in the function that started them: all but the last run were started by
// requests before this one.
void leave_earlier(const Model& model, const Crowd& crowd, std::uint64_t creator,
                   const std::vector<std::uint64_t>& ids, Creators& creators) {
  const GroupFacts& facts = model.group(model.group_of_id(creator));
  if (!on_stack(model, facts, starter_of(model, crowd))) return;
  std::size_t run = 1;
  while (run < ids.size() && ids[ids.size() - run] == ids[ids.size() - run - 1] + 1) ++run;
  creators.left += ids.size() - run;
  if (facts.op == Operation::waitgroup) creators.awaited -= ids.size() - run;
}

// Of creators that are connections, or were: where one is, those of the same function that are gone
// are taken for such too. One that is in the function again waits for those of this request alone.
void count_calls_of_connections(const Model& model, const Crowd& crowd, Creators& creators) {
  std::vector<std::pair<std::uint64_t, std::uint64_t>> ids;  // creator and child
  for (std::uint32_t group : crowd.groups) {
    for (std::uint32_t index : model.group(group).records) {
      const Record& record = model.dump().records[index];
      if (record.creator != 0) ids.emplace_back(record.creator, record.id);
    }
  }
  sort_by(ids, [](const auto& one) { return one.first; });
  creators.calls = creators.siblings = 0;
  std::vector<std::uint64_t> children;
  for (std::size_t i = 0; i < ids.size(); i += children.size()) {
    const std::uint64_t creator = ids[i].first;
    children.clear();
    for (std::size_t k = i; k < ids.size() && ids[k].first == creator; ++k) {
      children.push_back(ids[k].second);
    }
    const std::uint32_t group = model.group_of_id(creator);
    const bool serves = group != kNone && is_connection(model, model.group(group));
    Requests requests{1, children.size() > 1 ? children.size() : 0};
    if (serves || model.record_of_id(creator) == kNone) requests = requests_of(children);
    creators.calls += requests.calls;
    creators.siblings += requests.siblings;
    if (serves && requests.calls > 1) leave_earlier(model, crowd, creator, children, creators);
  }
}

}  // namespace

bool starts_what_it_is_given(const Model& model, std::uint32_t created_by) noexcept {
  return created_by != kNone && model.once(find_starters)[model.function_id(created_by)];
}

std::string_view starter_of(const Model& model, const Crowd& crowd) noexcept {
  if (crowd.created_by == kNone) return {};
  const std::string_view creator = model.name(crowd.created_by);
  if (model.own(crowd.created_by)) return creator;
  const std::string_view entry = model.group(crowd.groups.front()).own_entry;
  const std::size_t closure = entry.find(".func");
  return closure == std::string_view::npos ? creator : entry.substr(0, closure);
}

bool started_once(const Model& model, const Crowd& crowd) noexcept {
  if (crowd.created_by == kNone) return false;
  const Function& starter = model.function(crowd.created_by);
  if (starter.name == "main.main" || is_package_init(starter)) return true;
  return std::all_of(crowd.groups.begin(), crowd.groups.end(), [&](std::uint32_t group) {
    const auto& records = model.group(group).records;
    return std::all_of(records.begin(), records.end(), [&](std::uint32_t record) {
      return model.dump().records[record].creator == kMainGoroutine;
    });
  });
}

Creators creators_of(const Model& model, const Crowd& crowd) noexcept {
  Creators creators;
  std::vector<Birth> born;
  for (std::uint32_t group : crowd.groups) {
    for (std::uint32_t index : model.group(group).records) {
      const Record& record = model.dump().records[index];
      if (record.creator == 0) continue;
      ++creators.known;
      born.push_back(Birth::of(record));
    }
  }
  if (creators.known == 0 || crowd.created_by == kNone) return creators;
  sort_by(born, [](Birth birth) { return birth.creator(); });
  const std::string_view function = starter_of(model, crowd);
  struct Creator {
    bool stays = false;   // it is in the function that started them
    bool serves = false;  // a connection
  };
  std::unordered_map<std::uint32_t, Creator> by_group;
  bool any_serves = false;
  for (std::size_t i = 0, count = 0; i < born.size(); i += count) {
    const std::uint64_t id = born[i].creator();
    count = 1;
    while (i + count < born.size() && born[i + count].creator() == id) ++count;
    ++creators.distinct;
    if (count > 1) creators.siblings += count;
    if (id == kMainGoroutine) creators.by_main += count;
    const std::uint32_t creator = model.record_of_id(id);
    if (creator == kNone) {
      creators.left += count;
      continue;
    }
    const std::uint32_t group = model.group_of_record(creator);
    const std::int32_t waits = model.dump().records[creator].minutes;
    for (std::size_t k = i; k < i + count; ++k) {
      if (waits - born[k].minutes() >= kMoved) ++creators.moved;
    }
    const auto [at, fresh] = by_group.try_emplace(group);
    const GroupFacts& facts = model.group(group);
    if (fresh) at->second = {on_stack(model, facts, function), is_connection(model, facts)};
    any_serves = any_serves || at->second.serves;
    if (!at->second.stays) {
      creators.left += count;
      // Waiting at a channel itself it does not read from theirs, where a sender is ready. And a
      // plain receive may be for what they bring: then it will not end them. A session that has a
      // goroutine of its own waits so for the end of its one loop.
      const bool session =
          crowd.op == Operation::select && count == 1 && own_goroutine(model, facts);
      const bool waits_itself = crowd.op == Operation::chan_send
                                    ? facts.site == facts.top && is_channel(facts.op)
                                    : !session && receives_unanswered(model, facts);
      if (facts.site >= 0 && !waits_itself && !is_main(model, facts)) {
        creators.kept += std::min<std::uint64_t>(count, kOneCall);
      }
    } else if (facts.op == Operation::waitgroup) {
      creators.awaited += count;
    }
  }
  creators.calls = creators.distinct;
  // What waits for work may have been started by the first request of each tenant, and serves it.
  if (any_serves && crowd.op == Operation::chan_send) {
    count_calls_of_connections(model, crowd, creators);
  }
  if (creators.left == creators.known) creators.turns = turns_of(model, crowd);
  return creators;
}

std::uint64_t calls_in_progress(const Model& model) noexcept { return model.once(count_calls); }

}  // namespace gowhy
