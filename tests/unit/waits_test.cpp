#include "waits.h"

#include <catch2/catch.hpp>
#include <string>

#include "http_client.h"
#include "model_support.h"
#include "sql_use.h"
#include "wording.h"

using namespace gowhy;
using namespace gowhy::test;

TEST_CASE("waits inside a library are gathered at the user's own line", "[waits]") {
  const Understood is("http_client_no_timeout/bank_rates.go1.27.n3.old.debug2.txt");
  const Waits waits = waits_in(*is.model, {"net/http.(*persistConn).roundTrip"});
  CHECK(waits.count == 3);
  CHECK(waits.handlers == 3);
  CHECK(waits.old(1));
  REQUIRE(waits.sites.size() == 1);
  CHECK(in_places(*is.model, waits).find("(*Client).Rate") != std::string::npos);
  CHECK_FALSE(end_by_themselves(*is.model, waits));
  CHECK(judge(*is.model, waits, {1, 3, 50}) == Confidence::likely);
  CHECK_FALSE(judge(*is.model, waits, {60, 3, 50}).has_value());
  CHECK(http_client(*is.model).in_flight == 3);
}

TEST_CASE("rows of a goroutine that waits for a connection itself", "[sql]") {
  const Understood is("sql_pool_self_deadlock/order_lines.go1.27.n4.debug2.txt");
  const SqlUse use = sql_use(*is.model);
  CHECK(use.waiting.count == 4);
  CHECK(use.rows.open.count == 4);
  CHECK(use.rows.waiting == 4);
  CHECK(use.rows.orphans == 0);
  CHECK(use.active.count == 0);
  CHECK(abandoned(use, use.rows) == 0);
}

TEST_CASE("transactions whose goroutine has ended", "[sql]") {
  const Understood is("sql_tx_not_finished/reserve_stock.go1.27.n3.old.debug2.txt");
  const SqlUse use = sql_use(*is.model);
  CHECK(use.transactions.open.count == 3);
  CHECK(use.transactions.orphans == 3);
  CHECK(abandoned(use, use.transactions) == 3);
  CHECK(use.waiting.count == 0);
}

TEST_CASE("the closure of a go statement is not the entry of a goroutine", "[model]") {
  const Understood is("healthy/config_watch.go1.27.sigquit.txt");
  const auto hits = is.model->find("github.com/fsnotify/fsnotify.(*Watcher).readEvents");
  REQUIRE_FALSE(hits.empty());
  CHECK(is.model->entry(is.model->group(hits[0].group)) ==
        "github.com/fsnotify/fsnotify.(*Watcher).readEvents");
}

TEST_CASE("without any minutes nobody knows that a wait is young", "[waits]") {
  const Understood is("healthy/token_refresh_burst.go1.24.n4.debug2.txt");
  const Waits waits = waits_in(*is.model, {"net/http.(*persistConn).roundTrip"});
  CHECK(waits.count == 1);
  CHECK_FALSE(all_young(*is.model, waits));
}

TEST_CASE("a request in flight shows its Transport", "[http]") {
  const Understood is("healthy/token_refresh_burst.go1.24.n4.debug2.txt");
  CHECK(http_client(*is.model).transports.size() == 1);
  CHECK(http_client(*is.model).callers_of_one == http_client(*is.model).in_flight);
}

TEST_CASE("a body that was left is not one that is passed on", "[http]") {
  const Understood is("http_response_body_not_closed/webhook_status.go1.27.n3.old.debug2.txt");
  CHECK(http_client(*is.model).body_passers == 0);
}

TEST_CASE("in a profile as many goroutines in a websocket say it", "[waits]") {
  const Understood is("healthy/lobby_presence_sockets.go1.24.n40.old.debug1.txt");
  std::uint64_t handlers = 0;
  for (const GroupFacts& facts : is.model->groups()) {
    if (runs_handler(*is.model, facts) && outlasts_websocket(*is.model, facts)) {
      handlers += facts.count;
    }
  }
  CHECK(handlers == 40);
}

TEST_CASE("where nothing is printed of ages, the text says why", "[waits]") {
  const Understood dump("healthy/token_refresh_burst.go1.24.n4.debug2.txt");
  CHECK(without_ages(*dump.model, "x").find("from the next garbage collection on: x") !=
        std::string::npos);
  const Understood profile("worker_pool_not_stopped/tenant_reindex.go1.24.n8.debug1.txt");
  CHECK(without_ages(*profile.model, "x") == "No ages are printed in a profile: x");
}
