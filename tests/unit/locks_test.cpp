#include "locks.h"

#include <catch2/catch.hpp>

#include "blocked_holders.h"
#include "conds.h"
#include "lock_crossings.h"
#include "lock_lines.h"
#include "lock_view.h"
#include "logged_stacks.h"
#include "model_support.h"
#include "self_waiters.h"
#include "stack_facts.h"
#include "wait_workers.h"
#include "write_queues.h"

using namespace gowhy;
using namespace gowhy::test;

TEST_CASE("objects that wait for each other get their own locks", "[locks]") {
  // Each depot holds its own lock and waits for the next one's: only the first receiver and the
  // address of the second lock are printed.
  const Understood is("lock_order_inversion/depot_ring.go1.21.ring5.n5.debug2.txt");
  REQUIRE(is.model->locks().locks.size() == 5);
  for (const Lock& lock : is.model->locks().locks) CHECK(lock.address - lock.owner == 0x10);
  REQUIRE_FALSE(is.model->locks().cycles.empty());
  CHECK(is.model->locks().cycles.front().waiters.size() == 5);
}

TEST_CASE("any waiter may print the object of a lock", "[locks]") {
  // The first waiter prints nothing of it, others are methods of the room.
  const Understood is("chan_lock_deadlock/room_hub.go1.27.n3.debug2.txt");
  REQUIRE(is.model->locks().locks.size() == 1);
  const Lock& lock = is.model->locks().locks.front();
  CHECK(lock.owner != lock.address);
  REQUIRE_FALSE(lock.holders.empty());
  CHECK_FALSE(lock.holders.front().waits);
}

TEST_CASE("the receiver of a method of the type is nearer than a neighbour on the heap",
          "[locks]") {
  // The context that all supervisors were given lies 0x90 before the lock, the kiln 0x10.
  const Understood is("mutex_self_deadlock/kiln_firing.go1.27.beside.n12.debug2.txt");
  REQUIRE(is.model->locks().locks.size() == 1);
  const Lock& lock = is.model->locks().locks.front();
  CHECK(lock.address - lock.owner == 0x10);
  REQUIRE(lock.holders.size() == 1);
  CHECK(lock.holders.front().waits);
}

TEST_CASE("whoever asks a loop that waits for the lock may hold it", "[locks]") {
  // The receiver of Totals is not printed any more.
  const Understood is("chan_lock_deadlock/loom_shuttles.go1.27.n1.old.debug2.txt");
  REQUIRE(blocked_holders(*is.model).size() == 1);
  const BlockedHolder& one = blocked_holders(*is.model).front();
  CHECK(one.holder.why == LockHolder::type);
  CHECK(one.peers.size() == 1);
  CHECK(one.peer_by == BlockedHolder::asked_type);
  CHECK(one.confidence == Confidence::possible);
}

TEST_CASE("a stale receiver is not known to be another object", "[locks]") {
  // `Pass(0xc000106e00?, …)` holds what lay there before, the request.
  const Understood is("chan_lock_deadlock/toll_ledger.go1.19.n20.debug2.txt");
  REQUIRE(blocked_holders(*is.model).size() == 1);
  const BlockedHolder& one = blocked_holders(*is.model).front();
  CHECK(one.holder.why == LockHolder::type);
  CHECK(is.model->group(one.holder.group).op == Operation::chan_send);
  CHECK(one.peers.size() == 1);
  CHECK(one.peer_by == BlockedHolder::alone);
}

TEST_CASE("those who write to one descriptor queue behind the one in write", "[write_queues]") {
  const Understood is("log_writer_blocked/ferry_boarding.go1.23.noinline.debug1.txt");
  REQUIRE(write_queues(*is.model).size() == 1);
  CHECK(write_queues(*is.model).front().count == 73);
  CHECK(write_queues(*is.model).front().writer != kNone);
  const Understood other("healthy/access_log_busy.go1.27.n16.debug1.txt");
  CHECK(write_queues(*other.model).empty());
}

TEST_CASE("a logged panic holds no lock", "[locks]") {
  const Understood is("lock_holder_gone/flags_panic.go1.19.n3.sigquit.txt");
  CHECK(logged_stacks(*is.model).size() == 1);
  REQUIRE(is.model->locks().locks.size() == 1);
  CHECK(is.model->locks().locks.front().holders.empty());
  CHECK_FALSE(lock_views(*is.model).front().moving);
}

TEST_CASE("both sides of a queue wait at one Cond", "[conds]") {
  const Understood is("cond_wait_stuck/one_signal_two_sides.go1.27.n12.debug2.txt");
  REQUIRE(conds(*is.model).size() == 1);
  CHECK(conds(*is.model).front().address != 0);
  CHECK(conds(*is.model).front().count == 18);
  REQUIRE(two_sided_conds(*is.model).size() == 1);
  CHECK(two_sided_conds(*is.model).front().putting == 12);
  CHECK(two_sided_conds(*is.model).front().taking == 6);
  const Understood idle("healthy/mail_spool_idle.go1.27.n200.old.debug2.txt");
  CHECK(conds(*idle.model).size() == 1);
  CHECK(two_sided_conds(*idle.model).empty());
}

TEST_CASE("two Conds of a queue tell while nobody is at work", "[conds]") {
  const Understood is("cond_wait_stuck/pick_queue_lost.go1.23.n9.noinline.debug2.txt");
  REQUIRE(conds(*is.model).size() == 2);
  REQUIRE(two_sided_conds(*is.model).size() == 1);
  const TwoSides& sides = two_sided_conds(*is.model).front();
  CHECK(sides.other != nullptr);
  CHECK(sides.putting == 5);
  CHECK(sides.taking == 5);
}

TEST_CASE("a holder whose workers are younger than the waiters got the lock meanwhile", "[locks]") {
  const Understood is("healthy/brewery_debug_scrapes.go1.27.debug2.txt");
  REQUIRE(blocked_holders(*is.model).size() == 1);
  CHECK(blocked_holders(*is.model).front().older >= 3);
  CHECK(blocked_holders(*is.model).front().io);
  CHECK(blocked_holders(*is.model).front().busy);
}

TEST_CASE("a loop that waits for events of an object is nobody's worker", "[waitgroup]") {
  const Understood is("waitgroup_stuck/fanout_skips_done.go1.23.n3.old.debug2.txt");
  REQUIRE(waiting_calls(*is.model).size() == 1);
  CHECK(waiting_calls(*is.model).front().relative_count == 0);
}

TEST_CASE("goroutines that a group starts belong to whoever wrote the closure", "[stacks]") {
  const Understood is("errgroup_limit_blocked/walk_nested.go1.27.n1.debug2.txt");
  std::uint64_t visits = 0, roots = 0;
  for (const GroupFacts& facts : is.model->groups()) {
    if (starter_of(*is.model, facts) == "main.(*walker).visit") visits += facts.count;
    if (starter_of(*is.model, facts) == "main.backup") roots += facts.count;
  }
  CHECK(visits + roots == 8);
  CHECK(roots <= 1);
}

TEST_CASE("one that waits for all waiters of a lock may hold it", "[locks]") {
  const Understood is("lock_held_while_blocked/reload_package_lock.go1.27.n3.debug2.txt");
  REQUIRE(blocked_holders(*is.model).size() == 1);
  CHECK(blocked_holders(*is.model).front().children == 4);
}

TEST_CASE("a callback that leads back to the function that locks waits for itself", "[locks]") {
  // Set calls its observers inside of with; one of them asks Enabled, which calls with again. Its
  // receivers are stale, as in all those behind it.
  const Understood is("mutex_self_deadlock/feature_flag_observers.go1.20.n3.trimpath.debug2.txt");
  REQUIRE(is.model->locks().locks.size() >= 1);
  SelfWaiter one;
  REQUIRE(find_self_waiter(*is.model, is.model->locks().locks.front(), one));
  CHECK(one.waiter.record == one.holder.record);
  CHECK(one.holder.position > one.waiter.caller);
}

TEST_CASE("below a method that locks for others of its type the next type counts", "[locks]") {
  // Recount calls Reserved, which calls enter: the lock is the book's, the holder the keeper.
  const Understood is("lock_order_inversion/warehouse_four_ledgers.go1.20.n3.debug1.txt");
  const std::vector<LockCrossing> found = lock_crossings(*is.model);
  REQUIRE(found.size() == 1);
  CHECK(found.front().why == LockCrossing::types);
  CHECK(found.front().groups.size() == 4);
}

TEST_CASE("who has passed the line at which others wait has their lock", "[locks]") {
  // Retire locks the wall's lock and then the locker's: one is past the first line and wants what
  // the other has, who waits at that line.
  const Understood is("lock_order_inversion/parcel_locker_retire.go1.27.old.debug2.txt");
  REQUIRE(lock_lines(*is.model).size() == 1);
  const LockLine& line = lock_lines(*is.model).front();
  CHECK(line.exact);
  CHECK(line.held->lock->address != line.wanted->lock->address);
  CHECK(is.model->name(line.passed) == is.model->name(line.at));
  CHECK(is.model->dump().symbols.frame_at(line.passed).line <
        is.model->dump().symbols.frame_at(line.at).line);
  // A lock that has such a holder is with nobody who merely waits for his children.
  CHECK(blocked_holders(*is.model).empty());
}

TEST_CASE("no lines in a process whose locks only queue", "[locks]") {
  const Understood is("chan_lock_deadlock/room_hub.go1.27.n3.debug2.txt");
  CHECK(lock_lines(*is.model).empty());
}

TEST_CASE("a writer without an address waits for the readers of its type", "[locks]") {
  // `(*RWMutex).Lock(0x0?)` in a closure of the register, RLock in its method.
  const Understood is("rwmutex_recursive_read/allotment_plot_survey.go1.23.old.debug2.txt");
  REQUIRE(is.model->locks().locks.size() == 1);
  const Lock& lock = is.model->locks().locks.front();
  CHECK(lock.rw);
  CHECK(lock.owner != 0);
  bool reader = false, writer = false;
  for (const LockWaiter& waiter : lock.waiters) {
    reader = reader || waiter.op == Operation::rlock;
    writer = writer || waiter.op == Operation::wlock_readers;
  }
  CHECK(reader);
  CHECK(writer);
}

TEST_CASE("a closure shares the locks of the function around it", "[locks]") {
  const Understood is("chan_lock_deadlock/malt_kiln_trial.go1.26.old.debug2.txt");
  REQUIRE(blocked_holders(*is.model).size() == 1);
  const BlockedHolder& one = blocked_holders(*is.model).front();
  CHECK(is.model->group(one.holder.group).op == Operation::chan_send);
  CHECK(one.confidence == Confidence::possible);
}

TEST_CASE("who has the object and has waited as long is no idle loop", "[locks]") {
  // (*hut).stop waits at a channel with the lock; it stands in its own entry function, as loops do.
  const Understood is("lock_held_while_blocked/hut_beds_broadcast.go1.21.old.debug2.txt");
  REQUIRE(blocked_holders(*is.model).size() == 1);
  const BlockedHolder& one = blocked_holders(*is.model).front();
  CHECK(merely_idles(*is.model, one.holder));
  CHECK(waits_as_long(*is.model, *one.view, one.holder));
  CHECK(one.confidence == Confidence::possible);
}
