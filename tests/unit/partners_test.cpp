#include "partners.h"

#include <catch2/catch.hpp>
#include <string>

#include "model_support.h"
#include "sender_level.h"
#include "senders.h"

using namespace gowhy;
using namespace gowhy::test;

namespace {

// The largest crowd of senders of a capture.
Crowd senders_in(const Model& model) { return crowds_in(model, {Operation::chan_send}).front(); }

}  // namespace

TEST_CASE("who rests in the same loop receives from another channel", "[partners]") {
  const Understood is("chan_send_blocked/pick_pack_returns.go1.20.n80.old.debug2.txt");
  const Partners partners = partners_of(*is.model, senders_in(*is.model));
  CHECK(partners.resting == 2);
  CHECK(partners.server_count + partners.caller_count == 0);
}

TEST_CASE("who waits to close a stage receives nothing from it", "[partners]") {
  const Understood is("chan_send_blocked/grain_belt_jam.go1.22.debug2.txt");
  CHECK(partners_of(*is.model, senders_in(*is.model)).server_count == 0);
  CHECK(stuck_senders(*is.model).size() == 1);
}

TEST_CASE("who has passed the send and works there has a place", "[partners]") {
  const Understood busy("healthy/media_gate_busy.go1.27.n80.noinline.debug2.txt");
  CHECK(partners_of(*busy.model, senders_in(*busy.model)).server_count == 4);
  CHECK(stuck_senders(*busy.model).empty());
  const Understood lost("semaphore_exhausted/media_gate_slots.go1.24.n3.old.debug2.txt");
  CHECK(partners_of(*lost.model, senders_in(*lost.model)).server_count == 0);
  REQUIRE(stuck_senders(*lost.model).size() == 1);
  CHECK(stuck_senders(*lost.model).front().shared_object);
}

TEST_CASE("whoever waits to receive beside a sender has another channel", "[partners]") {
  const Understood is("chan_send_blocked/lab_instruments.go1.27.n3.old.debug2.txt");
  const Partners partners = partners_of(*is.model, senders_in(*is.model));
  CHECK(partners.server_count == 3);
  CHECK(partners.idle == 3);
  REQUIRE(stuck_senders(*is.model).size() == 1);
  CHECK(stuck_senders(*is.model).front().verdict.level == LeakVerdict::possible);
}

TEST_CASE("one loop that waits to send holds up all who wait to send to it", "[partners]") {
  const Understood is("chan_send_blocked/pub_table_talk.go1.21.n40.debug2.txt");
  const std::uint32_t hub = sending_hub(*is.model);
  REQUIRE(hub != kNone);
  CHECK(is.model->name(is.model->site_frame(is.model->group(hub))) ==
        "stout.example/pub/table.(*Table).tell");
  const std::vector<StuckSenders>& all = stuck_senders(*is.model);
  const auto first = std::find_if(all.begin(), all.end(), [](const auto& one) { return one.hub; });
  REQUIRE(first != all.end());
  CHECK_FALSE(first->victims.empty());
  // Requests in progress may receive what a passing queue waits for.
  const Understood busy("healthy/media_gate_busy.go1.27.n80.noinline.debug2.txt");
  CHECK(sending_hub(*busy.model) == kNone);
}

TEST_CASE("a sender that its own loop has led to the send may wait for itself", "[senders]") {
  const Understood is("chan_send_blocked/gift_card_desk.go1.27.n30.debug1.txt");
  REQUIRE(stuck_senders(*is.model).size() == 1);
  const StuckSenders& senders = stuck_senders(*is.model).front();
  CHECK(senders.verdict.level == LeakVerdict::possible);
  const OwnLoops loops = own_loops_of(*is.model, senders.crowd);
  CHECK(loops.count == 1);
  CHECK(is.model->name(loops.frame) == "example.com/giftcards/desk/internal/cards.(*Desk).serve");
}

TEST_CASE("no loop of the type is among those who send while it is at work", "[senders]") {
  const Understood is("healthy/gift_card_desk_apart.go1.27.debug1.txt");
  CHECK(stuck_senders(*is.model).empty());
}
