// Whose code a frame is, by where builds of different kinds put their files.
#include "own_code.h"

#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "reader_support.h"

using namespace gowhy;
using namespace gowhy::test;

namespace {

struct Line {
  const char *function, *file;
  Origin origin;
};

void check(const std::vector<Line>& lines) {
  std::string text = "goroutine 1 [chan receive]:\n";
  for (const Line& line : lines) {
    text += std::string(line.function) + "(0xc000010000)\n\t" + line.file + ":7 +0x1\n";
  }
  Dump dump;
  read_text(dump, text);
  const std::vector<Origin> origins = origins_of(dump);
  REQUIRE(origins.size() == lines.size());
  for (std::uint32_t id = 0; id < origins.size(); ++id) {
    INFO(lines[id].function << " in " << lines[id].file);
    CHECK(origins[id] == lines[id].origin);
  }
}

}  // namespace

TEST_CASE("modules tell by their versions", "[own]") {
  check({{"shop/orders.Pay", "/srv/shop/orders/pay.go", Origin::main},
         {"github.com/nats-io/nats%2ego.(*Conn).Flush",
          "/home/dev/go/pkg/mod/github.com/nats-io/nats.go@v1.43.0/nats.go", Origin::module},
         {"main.main", "/srv/shop/main.go", Origin::main}});
}

TEST_CASE("what go install builds is the program's own, though it lies in the module cache",
          "[own]") {
  check({{"github.com/nats-io/nats-server/v2/server.(*client).readLoop",
          "/root/go/pkg/mod/github.com/nats-io/nats-server/v2@v2.15.3/server/client.go",
          Origin::main},
         {"github.com/nats-io/jwt/v2.Decode",
          "/root/go/pkg/mod/github.com/nats-io/jwt/v2@v2.8.0/decoder.go", Origin::module},
         {"main.main", "/root/go/pkg/mod/github.com/nats-io/nats-server/v2@v2.15.3/main.go",
          Origin::main}});
}

TEST_CASE("a closure of a library that was inlined into main does not make it the program's own",
          "[own]") {
  check({{"main.main.func1.(*WorkerPool).SubmitWait.func2",
          "/home/dev/go/pkg/mod/github.com/gammazero/workerpool@v1.1.3/workerpool.go",
          Origin::module},
         {"github.com/gammazero/workerpool.worker",
          "/home/dev/go/pkg/mod/github.com/gammazero/workerpool@v1.1.3/workerpool.go",
          Origin::module},
         {"main.main", "/srv/shop/main.go", Origin::main}});
}

TEST_CASE("a GOPATH build with -trimpath shows import paths alone", "[own]") {
  check({{"github.com/oklog/run.(*Group).Run", "github.com/oklog/run/group.go", Origin::module},
         {"github.com/prometheus/prometheus/rules.(*Manager).Run",
          "github.com/prometheus/prometheus/rules/manager.go", Origin::main},
         {"github.com/prometheus/common/route.(*Router).ServeHTTP",
          "github.com/prometheus/common/route/route.go", Origin::module},
         {"main.main", "github.com/prometheus/prometheus/cmd/prometheus/main.go", Origin::main}});
}

TEST_CASE("with modules -trimpath leaves several modules of the program's own", "[own]") {
  check({{"corp.example/lib/queue.Take", "corp.example/lib/queue/queue.go", Origin::main},
         {"go.uber.org/zap.(*Logger).Info", "go.uber.org/zap@v1.27.0/logger.go", Origin::module},
         {"main.main", "github.com/corp/billing/main.go", Origin::main}});
}

TEST_CASE("a company's host is its own, a forge is shared", "[own]") {
  check({{"corp.example/lib/queue.Take", "/home/dev/go/src/corp.example/lib/queue/queue.go",
          Origin::main},
         {"github.com/pkg/errors.New", "/home/dev/go/src/github.com/pkg/errors/errors.go",
          Origin::module},
         {"main.main", "/home/dev/go/src/corp.example/billing/cmd/billing/main.go", Origin::main}});
}

TEST_CASE("Bazel names the folders of libraries after their import paths", "[own]") {
  check({{"github.com/cockroachdb/pebble.(*DB).compact",
          "github.com/cockroachdb/pebble/external/com_github_cockroachdb_pebble/compaction.go",
          Origin::module},
         {"google.golang.org/grpc.(*addrConn).connect",
          "external/org_golang_google_grpc/clientconn.go", Origin::module},
         {"github.com/fsnotify/fsnotify.NewWatcher",
          "external/gazelle~~go_deps~com_github_fsnotify_fsnotify/fsnotify.go", Origin::module},
         {"corp.example/shop/external/rates.Load", "shop/external/rates/load.go", Origin::main},
         {"main.main", "shop/cmd/shop/main.go", Origin::main}});
}
