// Texts of which a part is missing.
#include <catch2/catch.hpp>
#include <string>

#include "crash.h"
#include "http_client.h"
#include "model.h"
#include "reader.h"

using namespace gowhy;

namespace {

Dump read(const std::string& text) {
  Dump dump;
  Reader reader(dump);
  reader.open("test");
  reader.feed(text.data(), text.size());
  reader.finish();
  return dump;
}

const std::string kWaiting =
    "goroutine 1 [semacquire, 5 minutes]:\n"
    "sync.runtime_Semacquire(0xc00012afec)\n\t/usr/local/go/src/runtime/sema.go:56 +0x39\n"
    "sync.(*WaitGroup).Wait(0xc00012afe0)\n\t/usr/local/go/src/sync/waitgroup.go:129 +0x72\n"
    "main.main()\n";

}  // namespace

TEST_CASE("a stack cut among the first few makes an excerpt, whatever stands above", "[fragment]") {
  Dump cut = read("SIGQUIT: quit\nPC=0x4587d1 m=0 sigcode=0\n\n" + kWaiting);
  CHECK(Model(cut).fragment());
  Dump whole = read("SIGQUIT: quit\nPC=0x4587d1 m=0 sigcode=0\n\n" + kWaiting +
                    "\t/srv/shop/main.go:9 +0x3\n");
  CHECK_FALSE(Model(whole).fragment());
}

TEST_CASE("main is found by its function where its id is not 1", "[fragment]") {
  Dump old = read(
      "fatal error: all goroutines are asleep - deadlock!\n\ngoroutine 16 [chan receive]:\n"
      "main.main()\n\t/home/dev/shop/main.go:20 +0x83\n");
  CHECK(has_main_goroutine(Model(old)));
}

TEST_CASE("a profile in bold is a profile", "[fragment]") {
  const Dump bold = read(
      "**goroutine profile: total 2\n2 @ 0x1032760 0x10420bb 0x1308069 0x105fc71\n"
      "#\t0x1308068\tmain.work+0x98\t/home/dev/shop/main.go:32\n");
  REQUIRE(bold.snapshots.size() == 1);
  CHECK(bold.snapshots.front().goroutines == 2);
}

// Printed until Go 1.10, and by debuggers.
TEST_CASE("a role is known below the wrapper of a method value", "[fragment]") {
  const auto role = [](const std::string& wrapper) {
    Dump dump = read(
        "goroutine 44 [chan receive, 3 minutes]:\ngithub.com/Shopify/sarama.(*Broker)."
        "responseReceiver(0xc0000b40e0)\n\t/go/sarama/broker.go:332 +0xe3\n" +
        wrapper +
        "github.com/Shopify/sarama.withRecover(0xc0000d61b0)\n\t/go/sarama/utils.go:42 +0x3a\n"
        "created by github.com/Shopify/sarama.(*Broker).Open.func1\n\t/go/sarama/broker.go:84 "
        "+0x535\n");
    return Model(dump).group(0).role;
  };
  REQUIRE(role("") != nullptr);
  CHECK(role("github.com/Shopify/sarama.(*Broker).responseReceiver-fm()\n"
             "\t/go/sarama/broker.go:84 +0x27\n") == role(""));
}

TEST_CASE("who waits for the lock of an HTTP/2 connection waits for no answer", "[fragment]") {
  Dump dump = read(
      "goroutine 70 [sync.Mutex.Lock, 180 minutes]:\nsync.runtime_SemacquireMutex(0x4?, 0x0?, "
      "0x8?)\n"
      "\t/go/src/runtime/sema.go:77 +0x25\nsync.(*Mutex).lockSlow(0xc000002350)\n"
      "\t/go/src/sync/mutex.go:171 +0x15d\nsync.(*Mutex).Lock(...)\n\t/go/src/sync/mutex.go:90\n"
      "net/http.(*http2clientStream).abortStream(0xc000048a68?, {0xf98f60, 0x1578700})\n"
      "\t/go/src/net/http/h2_bundle.go:7438 +0x5d\n"
      "net/http.(*http2ClientConn).RoundTrip(0xc000002300, 0xc000db4c60)\n"
      "\t/go/src/net/http/h2_bundle.go:8340 +0x4f9\n");
  Model model(dump);
  CHECK(http_client(model).h2_round_trips == 0);
}
