#include "left_by_calls.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>

#include "client_makers.h"
#include "roles.h"
#include "sort_by.h"

namespace gowhy {
namespace {

// As many as a program hardly makes of one thing by accident.
constexpr std::uint64_t kMany = 16;
constexpr std::size_t kMostCrowds = 32;  // for each all groups are looked at

// Two goroutines of one project, by the first elements of their packages' paths, as
// "github.com/pion".
std::string_view project_of(std::string_view package) noexcept {
  const std::size_t host = package.find('/');
  const std::size_t owner = host == package.npos ? host : package.find('/', host + 1);
  return package.substr(0, owner);
}

bool rests(const Model& model, const GroupFacts& facts) {
  const bool waits = facts.op == Operation::chan_receive || facts.op == Operation::select ||
                     facts.op == Operation::cond || facts.op == Operation::sleep;
  const std::uint32_t top = model.top_frame(facts);
  // Of a client that a table knows its subscriptions are left as well, be there only one client.
  const bool may_be_left =
      facts.role == nullptr || (facts.role->per == Role::Per::operation && facts.normal);
  return waits && facts.site < 0 && may_be_left && top != kNone && facts.created_by != kNone &&
         model.origin(top) == Origin::module && model.origin(facts.created_by) == Origin::module;
}

// Somebody has it in hand: a call of the user's own is in the library, or the library reads from as
// many connections, whose helpers they may be.
bool in_use(const Model& model, const Crowd& crowd) {
  const std::string_view package = model.function(crowd.site).package;
  std::uint64_t readers = 0;
  for (const GroupFacts& facts : model.groups()) {
    const std::uint32_t top = model.top_frame(facts);
    if (top == kNone) continue;
    if (facts.op == Operation::io_read && facts.site < 0) {
      for (std::uint32_t frame : facts.frames) {
        if (project_of(model.function(frame).package) != project_of(package)) continue;
        readers += facts.count;
        break;
      }
    }
    if (facts.site <= 0) continue;
    for (int i = 0; i < facts.site; ++i) {
      const std::uint32_t frame = facts.frames[static_cast<std::size_t>(i)];
      if (model.function(frame).package == package) return true;
    }
  }
  return readers * 2 >= crowd.count;
}

// Whoever made one has also started a goroutine of the user's own, and that lives: the object is in
// its hands, as the queue on disk of each topic.
bool are_attended(const Model& model, const Crowd& crowd) {
  const std::vector<std::uint64_t>& own = creators_of_own(model);
  std::uint64_t attended = 0;
  for (std::uint32_t group : crowd.groups) {
    for (std::uint32_t record : model.group(group).records) {
      attended += std::binary_search(own.begin(), own.end(), model.dump().records[record].creator);
    }
  }
  return attended * 4 > crowd.count;
}

bool were_left(const LeftByCalls& one) {
  const Creators& creators = one.creators;
  const bool apart = creators.calls * 4 >= creators.known * 3 || creators.by_turns();
  // Who is in its own code still may end it there, as a handler that subscribes for one viewer.
  const bool in_hand = creators.kept * 4 > creators.known;
  return creators.known == one.crowd.count && creators.left == creators.known && apart && !in_hand;
}

}  // namespace

std::vector<LeftByCalls> left_by_calls(const Model& model) noexcept {
  using Key = std::tuple<std::uint32_t, std::uint32_t, Operation>;
  std::map<Key, Crowd> crowds;
  if (model.fragment() || model.is_profile()) return {};
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const GroupFacts& facts = model.group(g);
    if (!rests(model, facts)) continue;
    Crowd& crowd = crowds[{model.function_id(model.top_frame(facts)),
                           model.function_id(facts.created_by), facts.op}];
    if (crowd.groups.empty()) {
      crowd.op = facts.op;
      crowd.site = model.top_frame(facts);
      crowd.created_by = facts.created_by;
    }
    crowd.groups.push_back(g);
    crowd.count += facts.count;
    crowd.ages.max = std::max(crowd.ages.max, facts.ages.max);
    crowd.ages.known += facts.ages.known;
  }
  std::vector<LeftByCalls> found;
  for (auto& [key, crowd] : crowds) {
    if (crowd.count >= kMany) found.push_back({std::move(crowd), {}});
  }
  sort_stably(found, [](const LeftByCalls& a, const LeftByCalls& b) {
    return a.crowd.count > b.crowd.count;
  });
  if (found.size() > kMostCrowds) found.resize(kMostCrowds);
  std::erase_if(found, [&](LeftByCalls& one) {
    one.creators = creators_of(model, one.crowd);
    return !were_left(one) || in_use(model, one.crowd) || are_attended(model, one.crowd);
  });
  return found;
}

}  // namespace gowhy
