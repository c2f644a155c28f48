#include "at_work.h"

#include "roles.h"
#include "stack_facts.h"

namespace gowhy {
namespace {

std::uint64_t count_workers_at_work(const Model& model) {
  std::uint64_t count = 0;
  for (const GroupFacts& facts : model.groups()) {
    if (is_at_work(model, facts)) count += facts.count;
  }
  return count;
}

}  // namespace

bool own_goroutine(const Model& model, const GroupFacts& facts) noexcept {
  for (std::size_t i = facts.frames.size(); i-- > 0;) {
    const Origin origin = model.origin(facts.frames[i]);
    if (origin == Origin::runtime || is_generic_root(model.name(facts.frames[i]))) continue;
    return origin == Origin::main;
  }
  return false;
}

bool is_at_work(const Model& model, const GroupFacts& facts) noexcept {
  if (facts.site < 0 || facts.role != nullptr || facts.op == Operation::waitgroup ||
      facts.op == Operation::io_accept || !own_goroutine(model, facts)) {
    return false;
  }
  const std::string_view entry = facts.own_entry;
  if (entry == "main.main") return false;
  // debug=1 leaves out the frames of a channel operation.
  const bool hidden = model.is_profile() && facts.op == Operation::unknown;
  const bool pauses = is_channel(facts.op) || facts.op == Operation::sleep || hidden;
  // A loop that waits in its own function has nothing to do.
  return !pauses || model.name(model.site_frame(facts)) != entry;
}

bool sleeps_on_its_own(const Model& model, const GroupFacts& facts) noexcept {
  return facts.op == Operation::sleep && facts.site >= 0 && own_goroutine(model, facts);
}

bool only_waits_for_siblings(const Model& model, const GroupFacts& facts) noexcept {
  if (facts.op != Operation::waitgroup || facts.site < 0 || !own_goroutine(model, facts)) {
    return false;
  }
  const std::string_view site = model.name(model.site_frame(facts));
  if (site != facts.own_entry) return false;
  // `go func() { wg.Wait(); close(out) }()`, or a function of such a name.
  return site.rfind(".func") != std::string_view::npos ||
         named_like(model.function(model.site_frame(facts)).base, {"close", "finish", "wait"});
}

std::uint64_t workers_besides(const Model& model,
                              const std::vector<std::uint32_t>& groups) noexcept {
  std::uint64_t own = 0;
  for (std::uint32_t group : groups) {
    if (is_at_work(model, model.group(group))) own += model.group(group).count;
  }
  return workers_at_work(model) - own;
}

bool others_at_work(const Model& model, const std::vector<std::uint32_t>& groups) noexcept {
  return workers_besides(model, groups) > 0;
}

bool lasts(const Model& model, const GroupFacts& facts) noexcept {
  // Of an excerpt nobody knows when the process started, and it is there to be explained.
  if (facts.site < 0 || model.fragment() || runs_library_code(model, facts)) return false;
  const bool since_start = facts.count == 1 && facts.ages.max >= kOldMinutes &&
                           facts.ages.max * 10 >= model.oldest_minutes() * 8;
  const std::string_view base = model.function(model.site_frame(facts)).base;
  return since_start || named_like(base, {"wait"}) || base == "Run" || base == "run";
}

std::uint64_t workers_at_work(const Model& model) noexcept {
  return model.once(count_workers_at_work);
}

bool ends_something(const Function& function) noexcept {
  return named_like(function.base, {"stop", "close", "shutdown", "quit", "terminate", "drain",
                                    "dispose", "join", "kill", "halt"});
}

}  // namespace gowhy
