#include "client_makers.h"

#include <catch2/catch.hpp>

#include "births.h"
#include "http_client.h"
#include "library_clients.h"
#include "model_support.h"

using namespace gowhy;
using namespace gowhy::test;

TEST_CASE("clients whose makers live are attended", "[clients]") {
  const Understood is("healthy/driver_topic_listeners.go1.26.n12.debug2.txt");
  const auto libraries = library_clients(*is.model);
  REQUIRE_FALSE(libraries.empty());
  const ClientMakers makers = makers_of(*is.model, libraries.front());
  CHECK(libraries.front().clients == 12);
  CHECK(makers.makers == 12);
  CHECK(makers.attended == 12);
}

TEST_CASE("handlers that have returned attend nothing", "[clients]") {
  const Understood is("client_per_request/invoice_status_wait.go1.27.n40.old.debug2.txt");
  const auto libraries = library_clients(*is.model);
  REQUIRE_FALSE(libraries.empty());
  const ClientMakers makers = makers_of(*is.model, libraries.front());
  CHECK(libraries.front().clients == 34);
  CHECK(makers.makers == 34);
  CHECK(makers.attended == 0);
}

TEST_CASE("goroutines started since most of some", "[births]") {
  const Understood is("http_transport_per_request/client_per_call.go1.27.n40.debug2.txt");
  const Since since = started_since(*is.model, http_client(*is.model).peeking);
  CHECK(since.before == 189);
  CHECK(since.after == 29);
  CHECK(started_since(*is.model, {}).before == 0);
}
