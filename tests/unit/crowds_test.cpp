#include "crowds.h"

#include <catch2/catch.hpp>
#include <memory>
#include <string>

#include "births.h"
#include "format_support.h"
#include "leak_verdict.h"
#include "model.h"
#include "reader.h"

using namespace gowhy;
using namespace gowhy::test;

namespace {

// A capture, read and understood, and its largest crowd of one operation.
struct Largest {
  Largest(const std::string& name, Operation operation) {
    const std::string text = read_dump(name);
    Reader reader(dump);
    reader.open(name);
    reader.feed(text.data(), text.size());
    reader.finish();
    model = std::make_unique<Model>(dump);
    crowd = crowds_in(*model, {operation}).front();
  }
  Dump dump;
  std::unique_ptr<Model> model;
  Crowd crowd;
};

}  // namespace

TEST_CASE("whoever waits for less time than its idle creator has moved", "[crowds]") {
  const Largest is("healthy/video_pipeline.go1.27.old.debug2.txt", Operation::chan_send);
  const Creators creators = creators_of(*is.model, is.crowd);
  CHECK(creators.known == is.crowd.count);
  CHECK(creators.distinct == 1);
  CHECK(creators.moved == is.crowd.count);
}

TEST_CASE("waits that do not fall as ids rise tell of goroutines that were woken", "[crowds]") {
  const Largest used("healthy/tenant_workers_crm.go1.27.n120.old.debug2.txt", Operation::select);
  CHECK(judge_leak(*used.model, used.crowd, 32).in_use);
  const Largest left("select_blocked/game_lobby.go1.27.n40.old.debug2.txt", Operation::select);
  const LeakVerdict verdict = judge_leak(*left.model, left.crowd, 32);
  CHECK_FALSE(verdict.in_use);
  CHECK(verdict.level == LeakVerdict::likely);
}

TEST_CASE("one loop that starts many is seen in their ids", "[crowds]") {
  const Largest is("healthy/feature_watchers.go1.27.n200.old.debug2.txt", Operation::chan_receive);
  CHECK(is.crowd.count == 200);
  CHECK(births_of(*is.model, is.crowd.groups).in_a_loop);
}

TEST_CASE("a generator of a library belongs to the function whose closure it runs", "[crowds]") {
  const Largest is("chan_send_blocked/coupon_codes.go1.27.n40.debug2.txt", Operation::chan_send);
  CHECK(is.crowd.yields);
  CHECK_FALSE(is.crowd.handler);
  CHECK(starter_of(*is.model, is.crowd) == "promo/codes.(*Book).Fresh");
  const Creators creators = creators_of(*is.model, is.crowd);
  CHECK(creators.left == 40);
  CHECK(creators.kept == 0);
}

TEST_CASE("a creator in WaitGroup.Wait does not receive", "[crowds]") {
  const Largest is("chan_send_blocked/catalog_sync.go1.27.n3.old.debug2.txt", Operation::chan_send);
  CHECK(starter_of(*is.model, is.crowd) == "github.com/retail/catsync/sync.Syncer.Run");
  CHECK(creators_of(*is.model, is.crowd).awaited == 3);
}

TEST_CASE("whoever called for a loop and is still at work may end it", "[crowds]") {
  const Largest live("healthy/lease_renewers_live.go1.26.n12.debug2.txt", Operation::select);
  CHECK(judge_leak(*live.model, live.crowd, 32).level == LeakVerdict::none);
  const Largest left("timer_loop_never_ends/lease_renewers.go1.21.n40.old.debug2.txt",
                     Operation::select);
  CHECK(judge_leak(*left.model, left.crowd, 32).level > LeakVerdict::none);
}

TEST_CASE("in a profile the name of a closure tells who started it", "[crowds]") {
  const Largest idle("healthy/partition_pipelines_idle.go1.27.n48.trimpath.debug1.txt",
                     Operation::chan_receive);
  CHECK(judge_leak(*idle.model, idle.crowd, 32).level == LeakVerdict::none);
}

TEST_CASE("of no groups no growth is known, however many snapshots there are", "[crowds]") {
  const std::string text = read_dump("chan_nil/order_events.go1.27.n3.debug2.txt");
  Dump dump;
  Reader reader(dump);
  for (const char* name : {"first", "second"}) {
    reader.open(name);
    reader.feed(text.data(), text.size());
    reader.finish();
  }
  const Model model(dump);
  REQUIRE(dump.snapshots.size() == 2);
  CHECK_FALSE(growth_of(model, {}).known);
  CHECK(growth_of(model, {0}).known);
}

TEST_CASE("a leak keeps those it had, and work that goes on does not", "[crowds]") {
  const Largest moved("healthy/canal_sluice_watchdog.go1.27.debug2.txt", Operation::chan_send);
  const Growth others = growth_of(*moved.model, moved.crowd.groups);
  CHECK(others.counts.front() < others.counts.back());
  CHECK(others.moving);
  CHECK_FALSE(others.growing);
  const Largest kept("timeout_leak/tram_depot_watchdog.go1.26.debug2.txt", Operation::chan_send);
  CHECK(growth_of(*kept.model, kept.crowd.groups).growing);
}

TEST_CASE("the report of a race before a dump does not tell how many there were", "[crowds]") {
  const Largest is("panic_send_on_closed_channel/poultry_scale_feed.go1.27.race.panic.txt",
                   Operation::select);
  REQUIRE(is.dump.snapshots.size() > 1);
  CHECK_FALSE(growth_of(*is.model, is.crowd.groups).known);
}

// nats-server starts every loop of its connections through (*Server).startGoRoutine, whose own
// goroutines say nothing of who wanted them.
TEST_CASE("a function that starts what it is given is told from one that starts its own",
          "[crowds]") {
  const Largest given("healthy/public_nats.go1.26.n12.old.debug2.txt", Operation::cond);
  CHECK(given.model->name(given.crowd.created_by) ==
        "github.com/nats-io/nats-server/v2/server.(*Server).startGoRoutine");
  CHECK(starts_what_it_is_given(*given.model, given.crowd.created_by));
  const Largest own("healthy/video_pipeline.go1.27.old.debug2.txt", Operation::chan_send);
  CHECK_FALSE(starts_what_it_is_given(*own.model, own.crowd.created_by));
}

TEST_CASE("a library's senders are a crowd when they have waited for minutes", "[crowds]") {
  const Largest is("chan_send_blocked/viewer_ticks_followed.go1.26.n12.old.debug2.txt",
                   Operation::chan_send);
  CHECK_FALSE(is.model->own(is.crowd.site));
  CHECK_FALSE(is.crowd.handler);
  CHECK(is.crowd.count == 12);
}

TEST_CASE("a connection that serves one request after the other has made as many calls",
          "[crowds]") {
  const Largest is("timeout_leak/bakery_sold_out.go1.21.n120.debug2.txt", Operation::chan_send);
  const Creators creators = creators_of(*is.model, is.crowd);
  CHECK(creators.distinct == 1);
  CHECK(creators.left == is.crowd.count);
  CHECK(creators.calls * 10 >= is.crowd.count * 9);
  CHECK(creators.siblings * 10 <= is.crowd.count);
}
