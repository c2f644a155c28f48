// Texts of which a part is missing.
#include <catch2/catch.hpp>
#include <string>

#include "crash.h"
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
