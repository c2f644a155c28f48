// Goroutines that wait to send on a channel which nobody seems to receive from any more. Three
// causes look at them: the late answer, the places of a semaphore that are lost, and all others.
#pragma once

#include <vector>

#include "crowds.h"
#include "leak_verdict.h"
#include "partners.h"

namespace gowhy {

struct StuckSenders {
  enum Kind : std::uint8_t {
    answer,     ///< one for each call, and the call is over: the one who asked has left
    semaphore,  ///< the send is how a place is taken
    other
  } kind = other;
  Crowd crowd;
  LeakVerdict verdict;
  Partners partners;
  std::uint64_t channels = 0;  ///< different channels, where their addresses are printed
  /// Groups that wait to send to these goroutines, which receive nothing while they wait.
  std::vector<std::uint32_t> victims;
  /// Groups of earlier stages of the same pipelines, which wait to send because these do.
  std::vector<std::uint32_t> stages;
  bool early_stage = false;    ///< such a stage itself
  bool shared_object = false;  ///< the send is in a method of an object that all of them share
  /// One that waits to send to the same type seems to hold a lock: whoever receives may be among
  /// those that wait for it.
  bool behind_lock = false;
  /// The one loop that waits to send among many (sending_hub): its victims may send to any type.
  bool hub = false;
  bool behind_hub = false;  ///< such a loop may be who would receive from them
  /// It seems to hold a lock itself for which others wait: that is the finding, this a remark.
  bool holds_lock = false;
};

/// Members that send from within a method of the same type that their goroutines began with, as a
/// worker that hands its pool another job: it may be who receives there.
struct OwnLoops {
  std::uint64_t count = 0;
  std::uint32_t frame = kNone;  ///< that method, of the first of them
};
OwnLoops own_loops_of(const Model& model, const Crowd& crowd) noexcept;

/// Only crowds above `none`: no receiver is left, as far as the text shows.
const std::vector<StuckSenders>& stuck_senders(const Model& model) noexcept;

/// Where those stand who would receive and wait to send themselves. There must be some.
std::string held_up_at(const Model& model, const Partners& partners);

/// What all three say about them: groups, confidence, evidence, restart.
void fill(const Model& model, const StuckSenders& senders, Finding& finding);

}  // namespace gowhy
