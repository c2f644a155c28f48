#include "go_version.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cctype>
#include <filesystem>
#include <string>
#include <vector>

#include "format_support.h"
#include "go_paths.h"
#include "groups.h"
#include "reader.h"

using namespace gowhy;
using namespace gowhy::test;

namespace {

GoVersion infer(const std::string& text) {
  Dump dump;
  Reader reader(dump);
  reader.open("test");
  reader.feed(text.data(), text.size());
  reader.finish();
  if (dump.snapshots.empty()) return {};
  return infer_go_version(dump, static_cast<std::uint16_t>(dump.snapshots.size() - 1));
}

// The minor release in the name of a capture: …/shop.go1.20.n40.debug2.txt; -1 without one.
int minor_in_name(const std::string& name) {
  const std::size_t at = name.find(".go1.");
  return at == std::string::npos ? -1 : std::atoi(name.c_str() + at + 5);
}

// A goroutine of one frame per place; nothing was ever printed by the release that these show.
struct Frames {
  Dump dump;
  std::uint32_t node = 0;
  Frames() { dump.snapshots.emplace_back().format = Format::traceback; }
  void call(std::string_view function, std::string_view place) {
    node = dump.symbols.child(
        node, dump.symbols.frame(dump.symbols.function(function), place, Frame::call, false));
  }
  GoVersion infer() {
    Group group;
    group.stack = node;
    group.state = dump.symbols.string("IO wait");
    Record record;
    record.id = 1;
    record.group = intern_group(dump, group);
    dump.records.push_back(record);
    return infer_go_version(dump, 0);
  }
};

}  // namespace

TEST_CASE("the posted pair of goroutines is of Go 1.12", "[go_version]") {
  const GoVersion go = infer(read_dump("http_transport_per_request/post.go1.12.debug2.txt"));
  CHECK(go.known);
  CHECK(go.min_minor == 12);
  CHECK(go.max_minor == 12);
  CHECK(go.evidence.find(", as in Go 1.12") != std::string::npos);
  CHECK(go.evidence.find("the paths say 1.12.7") != std::string::npos);
  CHECK(go.evidence.back() == '.');
}

TEST_CASE("every capture is of a release inside the range inferred", "[go_version]") {
  std::size_t known = 0, wide = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(GOWHY_DUMPS)) {
    const std::string name = entry.path().filename().string();
    const int minor = minor_in_name(name);
    if (minor < 0 || entry.path().extension() != ".txt") continue;
    std::string text = read_dump(std::filesystem::relative(entry.path(), GOWHY_DUMPS).string());
    // The paths of the capturing machine name the release; lines must do without them.
    const std::string mark = "toolchain@v0.0.1-go1.";
    for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos;) {
      text.replace(at, text.find('/', at) - at, "toolchain");
    }
    const GoVersion go = infer(text);
    if (!go.known) continue;
    ++known;
    INFO(entry.path() << ": " << go.min_minor << " to " << go.max_minor << ": " << go.evidence);
    CHECK((go.min_minor <= minor && minor <= go.max_minor));
    const bool telling = text.find("\nnet/http.(*") != std::string::npos ||
                         text.find("\ntesting.tRunner(") != std::string::npos;
    if (telling && go.max_minor > go.min_minor) ++wide;
  }
  INFO(known << " captures tell their release, " << wide << " with HTTP or test stacks not one");
  CHECK(known > 100);
  CHECK(wide * 100 <= known);
}

TEST_CASE("lines that no release has widen the range beyond the table", "[go_version]") {
  Frames dump;
  dump.call("net/http.(*connReader).Read", "/usr/local/go/src/net/http/server.go:1210");
  dump.call("bufio.(*Reader).fill", "/usr/local/go/src/bufio/bufio.go:163");
  dump.call("bufio.(*Reader).Peek", "/usr/local/go/src/bufio/bufio.go:202");
  dump.call("net/http.(*conn).serve", "/usr/local/go/src/net/http/server.go:2312");
  const GoVersion go = dump.infer();
  CHECK(go.known);
  CHECK(go.max_minor == 28);
  CHECK(go.evidence.find("fit no release known here") != std::string::npos);
}

TEST_CASE("a dump that shows nothing of its release", "[go_version]") {
  Frames dump;
  dump.call("main.main", "/srv/shop/main.go:7");
  CHECK_FALSE(dump.infer().known);
  CHECK_FALSE(infer_go_version(Dump{}, 0).known);
}

TEST_CASE("the folder of Go names its release", "[go_version]") {
  CHECK(version_in_root("/usr/local/Cellar/go/1.12.7/libexec") == "1.12.7");
  CHECK(version_in_root("/home/dev/go/pkg/mod/golang.org/toolchain@v0.0.1-go1.27.3.linux-amd64") ==
        "1.27.3");
  CHECK(version_in_root("/opt/hostedtoolcache/go/1.22.5/x64") == "1.22.5");
  CHECK(version_in_root("/usr/lib/go-1.19") == "1.19");
  CHECK(version_in_root("/root/.goenv/versions/1.17.2") == "1.17.2");
  CHECK(version_in_root("C:\\sdk\\go1.21rc2") == "1.21");
  CHECK(version_in_root("/usr/local/go").empty());
  CHECK(version_in_root("/opt/shop-1.4/lib").empty());
  CHECK(version_in_root("/srv/go/11.5").empty());
}

TEST_CASE("releases before the table are told by paths, closures and the heap", "[go_version]") {
  const GoVersion pkg = infer(
      "goroutine 16 [semacquire]:\n"
      "sync.runtime_Semacquire(0xc208000010)\n\t/usr/local/go/src/pkg/runtime/sema.goc:199 +0x30\n"
      "sync.(*WaitGroup).Wait(0x5f0f80)\n\t/usr/local/go/src/pkg/sync/waitgroup.go:129 +0x14b\n"
      "main.main()\n\t/home/dev/shop/main.go:20 +0x83\n");
  CHECK(pkg.known);
  CHECK(pkg.min_minor == 1);
  CHECK(pkg.max_minor == 3);
  const GoVersion closure = infer(
      "goroutine 5 [select]:\n"
      "example.org/shop.func\xc2\xb7"
      "002()\n\t/home/dev/shop/loop.go:20 +0x83\n"
      "created by example.org/shop.Start\n\t/home/dev/shop/loop.go:19 +0x23\n");
  CHECK(closure.max_minor == 4);
  const GoVersion heap = infer(
      "goroutine 5 [semacquire]:\n"
      "sync.runtime_Semacquire(0xc820482bd4)\n\t/usr/local/go/src/runtime/sema.go:47 +0x26\n"
      "sync.(*Mutex).Lock(0xc820482bd0)\n\t/usr/local/go/src/sync/mutex.go:83 +0x1c4\n"
      "main.(*cart).add(0xc820372000)\n\t/home/dev/shop/cart.go:20 +0x49\n");
  CHECK(heap.min_minor == 5);
  CHECK(heap.max_minor == 6);
  // A newer release may print such a path, but not its own marks besides.
  const GoVersion vendored = infer(
      "goroutine 5 [sync.Mutex.Lock]:\n"
      "main.(*cart).add(0xc000372000?)\n\t/home/dev/src/pkg/main/cart.go:20 +0x49\n");
  CHECK(vendored.min_minor >= 20);
}
