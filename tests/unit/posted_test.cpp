// What people post of a crash: a line without its neighbours, half a report, text that a page
// changed. Captures from which a part was taken; what no machine here can print is quoted from the
// runtime's source.
#include <catch2/catch.hpp>
#include <string>

#include "crash.h"
#include "diagnosis.h"
#include "model.h"
#include "model_support.h"
#include "reader_support.h"

using namespace gowhy;
using namespace gowhy::test;

namespace {

struct Posted {
  explicit Posted(const std::string& text) {
    read_text(dump, text);
    if (!dump.snapshots.empty()) {
      model = std::make_unique<Model>(dump);
      diagnosis = diagnose(*model);
    }
  }
  /// The cause of the first finding, "" if there is none.
  [[nodiscard]] std::string cause() const {
    return diagnosis.findings.empty() ? std::string()
                                      : std::string(diagnosis.findings.front().finding.cause);
  }
  Dump dump;
  std::unique_ptr<Model> model;
  Diagnosis diagnosis;
};

std::string from(const std::string& text, const std::string& begin) {
  const std::size_t at = text.find(begin);
  return at == std::string::npos ? std::string() : text.substr(at);
}

std::string before(const std::string& text, const std::string& end) {
  return text.substr(0, text.find(end));
}

std::string without(std::string text, const std::string& begin, const std::string& end) {
  for (std::size_t at = text.find(begin); at != std::string::npos; at = text.find(begin, at)) {
    text.erase(at, text.find(end, at) - at);
  }
  return text;
}

const char kNil[] = "panic_nil_dereference/voucher_cli.go1.20.panic.txt";
const char kRace[] = "data_race/basket_totals.go1.27.loopvar.race.txt";

}  // namespace

TEST_CASE("a crash behind a fence on its own line", "[posted]") {
  const std::string text = from(read_dump(kNil), "panic: ");
  CHECK(Posted("```" + text + "```\n").cause() == "panic_nil_dereference");
  CHECK(Posted("`" + text).cause() == "panic_nil_dereference");
  // A sentence about a panic is none.
  CHECK(Posted("`panic: boom` is what it says").cause().empty());
}

TEST_CASE("a panic whose first line is missing", "[posted]") {
  CHECK(Posted(from(read_dump(kNil), "[signal ")).cause() == "panic_nil_dereference");
  // What a handler recovered and printed without "panic: ".
  const std::string logged = read_dump("formats/logged_stack.go1.27.klog.panic.txt");
  const std::string bare = from(logged, "runtime error: ");
  CHECK(Posted(bare.empty() ? logged : bare).cause() == "panic_index_out_of_range");
}

TEST_CASE("a remark of the runtime without its fatal error", "[posted]") {
  const Posted limit(
      "runtime: failed to create new OS thread (have 772 already; errno=11)\n"
      "runtime: may need to increase max user processes (ulimit -u)\n");
  CHECK(limit.cause() == "thread_limit");
  const Posted emulator(
      "runtime: failed to create new OS thread (have 2 already; errno=22)\nfatal error: "
      "newosproc\n");
  REQUIRE(emulator.cause() == "thread_limit");
  CHECK(emulator.diagnosis.verdict.find("errno=22") != std::string::npos);
  // The remark is the first line of a dump in a log, and teaches its prefix.
  const Posted logged(
      "#6 0.088 runtime: failed to create new OS thread (have 2 already; errno=22)\n"
      "#6 0.088 fatal error: newosproc\n#6 0.091 \n#6 0.091 runtime stack:\n"
      "#6 0.092 runtime.throw(0x4cb21f, 0x9)\n"
      "#6 0.092 \t/usr/local/go/src/runtime/panic.go:566 +0x95\n");
  CHECK(logged.diagnosis.verdict == emulator.diagnosis.verdict);
}

// runtime/signal_windows.go, winthrow.
TEST_CASE("the fatal signal of Windows", "[posted]") {
  const Posted in_c(
      "Exception 0xc0000005 0x8 0x0 0x0\nPC=0x0\nsignal arrived during external code execution\n\n"
      "runtime.cgocall(0x7ff6662355c0, 0xc000036ee0)\n\truntime/cgocall.go:156 +0x4a\n"
      "shop/thumbs._Cfunc_resize(0x1)\n\t_cgo_gotypes.go:989 +0x53\n"
      "main.main()\n\tC:/shop/main.go:12 +0x6a\n");
  CHECK(in_c.cause() == "memory_corruption");
  CHECK(in_c.diagnosis.verdict.find("`thumbs._Cfunc_resize`") != std::string::npos);
  const Posted panic(
      "panic: runtime error: invalid memory address or nil pointer dereference\n"
      "[signal 0xc0000005 code=0x0 addr=0x8 pc=0x9e504b]\n\n"
      "goroutine 11 [running]:\nmain.load(0x1214a200)\n\tC:/shop/load.go:279 +0x193b\n"
      "main.main()\n\tC:/shop/main.go:12 +0x6a\n");
  CHECK(panic.cause() == "panic_nil_dereference");
  REQUIRE(crashes_of(*panic.model).size() == 1);
  CHECK(fault_of(crashes_of(*panic.model).front()).address == 8);
}

TEST_CASE("half a race report is a race", "[posted]") {
  const std::string whole = read_dump(kRace);
  const Posted half(before(whole, "Previous read"));
  CHECK(half.cause() == "data_race");
  CHECK(half.diagnosis.verdict.find("another goroutine uses") != std::string::npos);
  const Posted other(from(whole, "Previous read"));
  CHECK(other.cause() == "data_race");
  CHECK(other.diagnosis.verdict.find("another goroutine writes") != std::string::npos);
}

// To Go 1.6 the detector did not print the address.
TEST_CASE("a race report without addresses", "[posted]") {
  const Posted whole(read_dump(kRace));
  const Posted old(without(read_dump(kRace), " at 0x", " by "));
  REQUIRE(old.cause() == "data_race");
  CHECK(old.dump.records.size() == 2);
  CHECK(old.diagnosis.verdict == whole.diagnosis.verdict);
}

TEST_CASE("a goroutine that ends without its creator is cut", "[posted]") {
  const std::string stack =
      "goroutine 18 [running]:\nmain.dump()\n\t/srv/shop/main.go:69 +0x8c\n"
      "created by main.main\n\t/srv/shop/main.go:30 +0x8b\n\n"
      "goroutine 1 [chan receive, 107 minutes]:\n"
      "shop/cli.run(0xc4200951e0)\n\t/srv/shop/cli/run.go:134 +0x878\n";
  CHECK(Posted(stack).model->fragment());
  const Posted whole(stack + "main.main()\n\t/srv/shop/main.go:30 +0x8b\n");
  CHECK_FALSE(whole.model->fragment());
}

TEST_CASE("a list of Delve that was cut is an excerpt", "[posted]") {
  const std::string list = read_dump("formats/delve_shipping.go1.27.plain.delve.txt");
  CHECK_FALSE(Posted(list).model->fragment());
  CHECK(Posted(before(list, "  Goroutine 8 ")).model->fragment());
}

TEST_CASE("an idle goroutine beside one that waits for a lock is not what was meant", "[posted]") {
  const std::string idle =
      "goroutine 11 [chan receive, 5 minutes]:\nmain.serve(0xc00009e940)\n\t/srv/shop/serve.go:69 "
      "+0x37\ncreated by main.open\n\t/srv/shop/main.go:726 +0x176\n\n";
  CHECK(Posted(idle).cause() == "chan_receive_blocked");
  const Posted locked(
      idle +
      "goroutine 43 [semacquire, 4 minutes]:\nsync.runtime_SemacquireMutex(0x406fe0?, "
      "0x20?, 0xc0002e37a0?)\n\t/usr/local/go/src/runtime/sema.go:71 +0x25\n"
      "sync.(*Mutex).lockSlow(0x72a788)\n\t/usr/local/go/src/sync/mutex.go:153 +0x165\n"
      "main.tick()\n\t/srv/shop/tick.go:796 +0x49\n"
      "created by main.open\n\t/srv/shop/main.go:795 +0x8a\n");
  CHECK(locked.cause().empty());
  CHECK(locked.diagnosis.verdict.find("waits for a mutex in `main.tick`") != std::string::npos);
}

// Below a minute no age is printed.
TEST_CASE("a young idle goroutine alone is not accused", "[posted]") {
  const Posted idle(
      "goroutine 215 [select]:\nmain.serve(0xc00009e940)\n\t/srv/shop/serve.go:69 +0x37\n"
      "created by main.open\n\t/srv/shop/main.go:726 +0x176\n");
  CHECK(idle.cause().empty());
}

TEST_CASE("many of one stack in an excerpt are not called no pile-up", "[posted]") {
  const Posted crowd(
      "4198 @ 0x438fd0 0x407af7 0x4077bb 0xb2a804 0x951d19 0x468731\n"
      "#\t0xb2a803\tshop/rates.(*Server).Watch+0x363\t/srv/shop/rates/watch.go:122\n"
      "#\t0x951d18\tgoogle.golang.org/grpc.(*Server).handleStream+0xc65\t/go/grpc/"
      "server.go:1409\n");
  CHECK(crowd.cause().empty());
  CHECK(crowd.diagnosis.verdict.find("4,198 of 4,198 goroutines") == 0);
}

// A struct around a pointer hands the call on: the first word of it is that pointer.
TEST_CASE("a view of the owner of a lock does not hold it", "[posted]") {
  const auto stack = [](const std::string& receiver) {
    return "goroutine 57 [semacquire, 22 minutes]:\n"
           "sync.runtime_Semacquire(0xc08204e08c)\n\tc:/go/src/pkg/runtime/sema.goc:199 +0x37\n"
           "sync.(*RWMutex).RLock(0xc08204e080)\n\tc:/go/src/pkg/sync/rwmutex.go:36 +0x65\n"
           "shop/model.(*Model).File(0xc08204e000, 0x7)\n\t/srv/shop/model/model.go:550 +0x63\n"
           "shop/model." +
           receiver +
           ".Current(0xc08204e000, 0x7)\n\t/srv/shop/model/model.go:570 +0x7b\n"
           "created by shop/model.Scan\n\t/srv/shop/model/scan.go:30 +0x8b\n";
  };
  CHECK(Posted(stack("(*Model)")).cause() == "mutex_self_deadlock");
  CHECK(Posted(stack("view")).cause().empty());
}

TEST_CASE("names without their star", "[posted]") {
  Symbols symbols;
  const std::uint32_t lock = symbols.function("sync.(*RWMutex).RLock");
  CHECK(symbols.function("sync.(_RWMutex).RLock") == lock);
  CHECK(symbols.function("sync.(RWMutex).RLock") == lock);
  // A method value of an interface never had one.
  const std::uint32_t value = symbols.function("net/http.(Handler).ServeHTTP-fm");
  CHECK(symbols.function_at(value).name == "net/http.(Handler).ServeHTTP-fm");
}

TEST_CASE("a release before the table is known by its paths and its heap", "[posted]") {
  const std::string stack =
      "goroutine 357 [running]:\npanic(0xcea400, 0xc82000a0d0)\n\tGOROOT/src/runtime/panic.go:464 "
      "+0x3e6\nshop/aws.read(0xc82060ede0, 0xa0c360, 0xc82028e200)\n\t/srv/shop/aws/read.go:143 "
      "+0xb7c\n";
  const auto at = [&](const std::string& root) {
    std::string text = stack;
    text.replace(text.find("GOROOT"), 6, root);
    return Posted(text).model->go_version();
  };
  CHECK(at("/usr/local/Cellar/go/1.6/libexec").min_minor == 6);
  CHECK(at("/usr/local/Cellar/go/1.6/libexec").max_minor == 6);
  CHECK(at("/usr/local/go").max_minor == 6);
}

// Until Go 1.10, and by debuggers, the compiler's wrapper of a method value is printed.
TEST_CASE("the wrapper of a method value holds no lock", "[posted]") {
  const auto stack = [](const std::string& below) {
    return "goroutine 57 [semacquire, 22 minutes]:\n"
           "sync.runtime_Semacquire(0xc08204e08c)\n\t/go/src/runtime/sema.go:47 +0x30\n"
           "sync.(*Mutex).Lock(0xc08204e088)\n\t/go/src/sync/mutex.go:85 +0xd0\n"
           "shop/model.(*Model).Stop(0xc08204e000)\n\t/srv/shop/model/model.go:274 +0x63\n"
           "shop/model.(*Model)." +
           below +
           "\n\t/srv/shop/model/model.go:255 +0x4a\n"
           "created by shop/model.Scan\n\t/srv/shop/model/scan.go:30 +0x8b\n";
  };
  CHECK(Posted(stack("close(0xc08204e000)")).cause() == "mutex_self_deadlock");
  CHECK(Posted(stack("Stop-fm()")).cause().empty());
  CHECK(Posted(stack("Stop-fm(0xc08204e000)")).cause().empty());
}

// Who else holds it is not in the text, and an object may have more than one lock.
TEST_CASE("one goroutine alone is never likely to wait for itself", "[posted]") {
  const std::string alone =
      from(read_dump("lock_order_inversion/standby_forwarding_posted.go1.27.old.debug2.txt"),
           "goroutine ");
  const Posted posted(alone);
  REQUIRE(posted.model->fragment());
  for (const Diagnosed& one : posted.diagnosis.findings) {
    CHECK(one.finding.confidence == Confidence::possible);
  }
}

TEST_CASE("an excerpt of many usual goroutines is not cleared, nor is a dump that was cut",
          "[posted]") {
  const Posted usual(
      "100 @ 0x102df2a 0x103d014 0x103bc7c 0x132e738 0x1059b61\n"
      "#\t0x132e737\tgithub.com/go-sql-driver/mysql.(*mysqlConn).startWatcher.func1+0x287\t/go/"
      "mysql/connection.go:189\n");
  CHECK(usual.diagnosis.verdict.find("100 of 100 goroutines ") == 0);
  std::string cut = "goroutine 1 [select]:\nmain.main()\n\t/srv/shop/main.go:9 +0x3\n\n";
  for (int id = 5; id < 10; ++id) {
    cut += "goroutine " + std::to_string(id) + " [select]:\nmain.f" + std::to_string(id) +
           "()\n\t/srv/shop/f.go:9 +0x3\ncreated by main.main\n\t/srv/shop/main.go:7 +0x2\n\n";
  }
  CHECK(Posted(cut).diagnosis.verdict.find("Nothing looks stuck") == 0);
  CHECK(Posted(cut + "goroutine 10 [select]:\nmain.g()\n")
            .diagnosis.verdict.find("Nothing in this excerpt looks stuck") == 0);
}
