// A logger holds its mutex while it writes a line (log.(*Logger).output, slog's
// commonHandler.handle, zap's lockedWriteSyncer, logrus, zerolog's SyncWriter, klog). When the
// output takes nothing more, a full pipe whose reader has stopped, a hanging disk, the one in write
// keeps the lock and everybody who logs waits. A write to an inherited pipe is `syscall` (a
// blocking descriptor), one to a pipe or socket that Go polls is `IO wait`
// (internal/poll.(*FD).Write).
//
// An io.Writer of one's own often hands the lines to a goroutine that writes them. When that one is
// stuck and the channel between them full, the one in Write keeps the logger's lock at its send.
//
// A logger without a lock (zerolog on os.Stdout, fmt.Println) queues at the descriptor instead:
// write_queues.h.
//
// A busy log looks the same for an instant: then the waiters are few and young, and the write is a
// system call on a file. `IO wait` in a write means that the other end is full just now.
#include <algorithm>

#include "crowds.h"
#include "finding.h"
#include "lock_view.h"
#include "partners.h"
#include "wording.h"
#include "write_queues.h"

namespace gowhy::cause {
namespace {

constexpr std::uint64_t kSeveral = 3, kMany = 20;
// In a profile, which prints no states, those who have been woken and only want a processor look
// the same as those who wait: at a descriptor they are most of a busy log.
constexpr std::uint64_t kManyUnseen = 64;

bool writes(const GroupFacts& facts) {
  return facts.op == Operation::io_write || facts.op == Operation::io_wait ||
         facts.op == Operation::syscall;
}

bool hands_over(const GroupFacts& facts) {
  return facts.op == Operation::chan_send || facts.parked_on_channel;
}

// A line is being written to a file or a connection, though the write may just have gone on: who
// asks for a dump by SIGQUIT makes the same pipe move that was full.
bool is_in_write(const Model& model, const GroupFacts& facts) {
  return (facts.op == Operation::running || facts.op == Operation::runnable) &&
         model.has(facts, {"internal/poll.(*FD).Write"});
}

std::uint32_t writer_of(const Model& model, const LockView& view) {
  std::uint32_t hands = kNone;
  for (std::uint32_t g : users_of(model, view)) {
    const GroupFacts& facts = model.group(g);
    if (writes(facts) || (view.oldest >= kOldMinutes && is_in_write(model, facts))) return g;
    if (hands == kNone && hands_over(facts)) hands = g;
  }
  return hands;
}

// Who writes what the writer hands over, kNone if it is not seen: in a method of the same type.
std::uint32_t drain_of(const Model& model, std::uint32_t writer) {
  const GroupFacts& facts = model.group(writer);
  if (!hands_over(facts) || facts.site < 0) return kNone;
  Crowd crowd;
  crowd.op = Operation::chan_send;
  crowd.site = model.site_frame(facts);
  crowd.groups = {writer};
  crowd.count = 1;
  for (std::uint32_t g : partners_of(model, crowd).servers) {
    if (writes(model.group(g))) return g;
  }
  return kNone;
}

// The frame in which the logger was called: first own frame below it.
std::string output_words(const Model& model, const GroupFacts& facts) {
  if (model.has(facts, {"os.(*File).Write"})) {
    return facts.op == Operation::syscall ? "a file or an inherited pipe" : "a pipe";
  }
  return "its output";
}

// The one in write, those behind it, and what they wait for.
struct Line {
  std::uint32_t writer = kNone;
  std::uint64_t waiters = 0;  ///< 0 where nobody waits for the log itself
  std::int32_t oldest = -1;
  bool young = false;
  bool unseen = false;    ///< whether they wait is not printed
  std::string_view what;  ///< "the logger's lock"
  std::uint64_t address = 0;
  std::uint32_t drain = kNone;  ///< writes what the writer hands over a channel
};

void report(const Model& model, const Line& line, const std::vector<std::uint32_t>& victims,
            Findings& out) {
  const GroupFacts& facts = model.group(line.writer);
  const std::int32_t oldest = std::max(line.oldest, facts.ages.known > 0 ? facts.ages.max : -1);
  // A minute in the write itself is no busy log, whatever those behind it have waited.
  const bool old = oldest >= kOldMinutes || facts.ages.max >= 1;
  const bool hands = hands_over(facts);
  const std::uint32_t last = line.drain == kNone ? line.writer : line.drain;
  const Operation op = model.group(last).op;
  const bool full = op == Operation::io_write || op == Operation::io_wait;
  Finding finding("log_writer_blocked");
  const std::uint64_t many = line.unseen ? kManyUnseen : kMany;
  // A relay at the other end of a network reads large lines piece by piece.
  const bool pipe = full && !model.has(facts, {"net.(*conn).Write"});
  const bool busy = !old && (line.young || line.waiters < (pipe ? kSeveral : many));
  if (busy) finding.severity = Severity::info;
  finding.confidence = busy || (!old && (line.unseen || (!full && (hands || oldest < 1))))
                           ? Confidence::possible
                           : Confidence::likely;
  finding.groups = {line.writer};
  if (last != line.writer) finding.groups.push_back(last);
  if (!busy) finding.victim_groups = victims;
  const std::uint32_t stands = telling_frame(model, facts);
  std::string stuck;
  if (last != line.writer) {
    stuck = "the one that takes the lines is stuck in its own write, in " +
            place(model, model.site_frame(model.group(last))) + ": ";
  }
  finding.summary =
      (hands ? std::string("1 goroutine waits to hand a log line to a channel")
             : "1 goroutine has been writing a log line to " + output_words(model, facts)) +
      (stands == kNone ? std::string() : " in " + place(model, stands)) +
      (oldest > 0 ? " for " + time_span(oldest) : std::string()) +
      (line.waiters == 0
           ? std::string()
           : ", and " + count_of(line.waiters, "other goroutine") +
                 (line.waiters == 1 ? " waits" : " wait") + " for " + std::string(line.what)) +
      ": " +
      (busy ? "a busy log."
            : stuck + (hands && last == line.writer
                           ? "whoever takes the lines from it does not go on."
                           : "what reads the log has stopped, or the disk hangs."));
  finding.site = model.site_frame(facts);
  finding.created_at = facts.created_by;
  finding.supports("1 goroutine is in the logger's write, `" +
                   std::string(facts.state.empty() ? "write" : facts.state) + "`");
  if (line.waiters > 0) {
    finding.supports(number(line.waiters) + " wait for " + std::string(line.what) +
                     " that it holds" + (line.address != 0 ? ", " + hex(line.address) : ""));
  }
  if (full)
    finding.supports("1 write waits for room: the other end has not read what was written before");
  if (!old && line.unseen) {
    finding.against(
        "No states are printed in a profile: those who were woken and only want a processor look "
        "the same");
  }
  if (!old) {
    finding.against((oldest < 1 ? "No minutes show that the write takes long"
                                : time_span(oldest) + " is short") +
                    std::string(": a slow disk under load looks the same for a moment"));
  }
  finding.against(
      "1 dump does not show where the output goes: `ls -l /proc/PID/fd/1 /proc/PID/fd/2` does");
  finding.next =
      "Look who reads the output: `ls -l /proc/PID/fd/1`, `lsof -E -p PID -a -d 1,2`, and "
      "whether that process still reads";
  finding.restart =
      "A restart helps only if the reader of the log is restarted too; as soon as somebody "
      "reads, the program goes on by itself.";
  out.push_back(std::move(finding));
}

// Who waits that long: what holds the lock is a write, though it was not pasted, or has just gone
// on.
void report_unseen(const Model& model, const LockView& view, Findings& out) {
  Finding finding("log_writer_blocked");
  finding.confidence = Confidence::possible;
  finding.groups = view.groups;
  finding.site = waiter_site(model, view.lock->waiters.front());
  const bool one = view.lock->count == 1;
  finding.summary = count_of(view.lock->count, "goroutine") + (one ? " has" : " have") +
                    " waited for the logger's lock in " + waiter_places(model, *view.lock) +
                    (one ? " for " : ", the oldest for ") + time_span(view.oldest) +
                    ": a logger holds it only while it writes a line, so its output seems to take "
                    "nothing more.";
  finding.supports(time_span(view.oldest) + " is too long for a line that is written");
  finding.against(model.fragment()
                      ? "1 excerpt does not show who holds the lock: the whole dump does"
                      : "No goroutine is in the write at this moment: the lock is being handed on");
  finding.next =
      std::string(
          model.fragment()
              ? "Look in the whole dump for the goroutine that is in the log's write, and at "
              : "Look at ") +
      "what reads the output: `ls -l /proc/PID/fd/1`";
  out.push_back(std::move(finding));
}

// A file that lines are written to, by a logger or by fmt.
bool writes_lines(const Model& model, const GroupFacts& facts) {
  if (!model.has(facts, {"os.(*File).Write"})) return false;
  for (std::uint32_t frame : facts.frames) {
    const std::string_view package = model.function(frame).package;
    if (package == "fmt" || is_logging_package(package)) return true;
    if (model.own(frame)) return false;
  }
  return false;
}

}  // namespace

void detect_log_writer_blocked(const Model& model, Findings& out) noexcept {
  for (const LockView& view : lock_views(model)) {
    if (!view.logger) continue;
    const std::uint32_t writer = writer_of(model, view);
    if (writer == kNone) {
      const bool hidden = model.fragment() || view.moving;
      if (hidden && view.oldest >= kOldMinutes) report_unseen(model, view, out);
      continue;
    }
    const Lock& lock = *view.lock;
    report(model,
           {writer, lock.count, view.oldest, view.young, false, "the logger's lock", lock.address,
            drain_of(model, writer)},
           view.groups, out);
  }
  for (const WriteQueue& queue : write_queues(model)) {
    if (queue.writer == kNone || !writes_lines(model, model.group(queue.writer))) continue;
    const bool young = queue.record != kNone && model.has_minutes() && queue.oldest < 0;
    report(model,
           {queue.writer, queue.count, queue.oldest, young, model.is_profile(),
            "the descriptor's lock", queue.address},
           queue.groups, out);
  }
  // Others may wait for what the writer holds besides, and not for the log.
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const GroupFacts& facts = model.group(g);
    if (!writes(facts) || facts.ages.max < 1 || !writes_lines(model, facts)) continue;
    const bool told = std::any_of(out.begin(), out.end(), [&](const Finding& finding) {
      return finding.cause == "log_writer_blocked" && finding.groups.front() == g;
    });
    if (told) continue;
    Line line;
    line.writer = g;
    report(model, line, {}, out);
  }
}

}  // namespace gowhy::cause
