// The narrow boundary between the analysis core and JavaScript. Bytes go in through one staging
// buffer that JavaScript fills, and come out as views of memory; nothing is converted on the way,
// because a JS string of a dump costs more than its analysis. A view is valid until the next call
// into the module: memory may grow and move.
#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include "gowhy/gowhy.h"

namespace {

using emscripten::typed_memory_view;
using emscripten::val;

template <typename T>
val view_of(std::span<const T> values) {
  return val(typed_memory_view(values.size(), values.data()));
}

class Session {
 public:
  Session(bool all, bool redact, std::string min_severity, std::string filter, bool brief)
      : analysis_(gowhy::Options{all, redact, std::move(min_severity), std::move(filter), brief}) {}

  /// At least `size` bytes for the next feed, set_words or add_rules. Not cleared: it is filled.
  val buffer(std::size_t size) {
    if (size > capacity_) {
      staging_.reset(new char[size]);
      capacity_ = size;
    }
    return val(typed_memory_view(size, reinterpret_cast<std::uint8_t*>(staging_.get())));
  }

  void open(const std::string& name) { analysis_.open(name); }
  void feed(std::size_t size) { analysis_.feed(staging_.get(), size); }
  void note(const std::string& code, const std::string& text) { analysis_.note(code, text); }
  void finish() { analysis_.finish(); }
  bool set_words(std::size_t size) { return analysis_.set_words({staging_.get(), size}); }
  std::string add_rules(std::size_t size) { return analysis_.add_rules({staging_.get(), size}); }
  double goroutines() const { return static_cast<double>(analysis_.progress().goroutines); }

  val report() {
    const std::string_view text = analysis_.report();
    return val(typed_memory_view(text.size(), reinterpret_cast<const std::uint8_t*>(text.data())));
  }

  val columns() {
    const gowhy::Columns columns = analysis_.columns();
    val result = val::object();
    result.set("id", view_of(columns.id));
    result.set("group", view_of(columns.group));
    result.set("minutes", view_of(columns.minutes));
    result.set("creator", view_of(columns.creator));
    result.set("offset", view_of(columns.offset));
    result.set("length", view_of(columns.length));
    return result;
  }

 private:
  gowhy::Analysis analysis_;
  std::unique_ptr<char[]> staging_;
  std::size_t capacity_ = 0;
};

/// One line "id\tseverity\ttitle" per built-in cause.
std::string causes() {
  std::string lines;
  for (const gowhy::CauseInfo& cause : gowhy::causes()) {
    lines.append(cause.id).append("\t").append(cause.severity).append("\t");
    lines.append(cause.title).append("\n");
  }
  return lines;
}

std::string version() { return std::string(gowhy::kVersion); }

}  // namespace

EMSCRIPTEN_BINDINGS(gowhy) {
  emscripten::class_<Session>("Session")
      .constructor<bool, bool, std::string, std::string, bool>()
      .function("buffer", &Session::buffer)
      .function("open", &Session::open)
      .function("feed", &Session::feed)
      .function("note", &Session::note)
      .function("finish", &Session::finish)
      .function("setWords", &Session::set_words)
      .function("addRules", &Session::add_rules)
      .function("goroutines", &Session::goroutines)
      .function("report", &Session::report)
      .function("columns", &Session::columns);
  emscripten::function("causes", &causes);
  emscripten::function("version", &version);
}
