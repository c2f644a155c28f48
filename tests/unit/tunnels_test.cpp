#include "tunnels.h"

#include <catch2/catch.hpp>

#include "model_support.h"

using namespace gowhy;
using namespace gowhy::test;

TEST_CASE("tunnels of which one direction has ended", "[tunnels]") {
  const Understood is("net_read_no_deadline/connect_half_closed.go1.27.n6.old.debug2.txt");
  const Tunnels tunnels = tunnels_of(*is.model);
  CHECK(tunnels.copies == 6);
  CHECK(tunnels.half_records.size() == 6);
  CHECK(tunnels.waiting == 6);
}

TEST_CASE("tunnels with both directions", "[tunnels]") {
  const Understood is("healthy/connect_both_ways.go1.27.n6.old.debug2.txt");
  const Tunnels tunnels = tunnels_of(*is.model);
  CHECK(tunnels.copies == 12);
  CHECK(tunnels.half_records.empty());
}
