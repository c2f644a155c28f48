// The public API over the steps: read, model, diagnose, write.
#include <optional>
#include <utility>

#include "cause_words.h"
#include "diagnosis.h"
#include "gowhy/gowhy.h"
#include "model.h"
#include "reader.h"
#include "redact.h"
#include "report.h"
#include "rule_findings.h"
#include "sort_by.h"

namespace gowhy {

struct Analysis::Impl {
  explicit Impl(Options given) : options(std::move(given)), reader(dump) {}

  void diagnose_once() {
    if (model) return;
    close();
    const std::span<const Role> own = rules.packs.roles();
    if (!rules.packs.empty()) rules.names = PrintedNames(dump.symbols);
    if (options.redact) redact(dump, own);
    model = std::make_unique<Model>(dump, own);
    diagnosis = diagnose(*model, rules.packs.empty() ? nullptr : &rules);
  }
  void close() {
    if (is_open) reader.finish();
    is_open = false;
  }
  void fill_columns();

  Options options;
  Dump dump;
  Reader reader;
  bool is_open = false;
  Rules rules;
  std::unique_ptr<Model> model;
  Diagnosis diagnosis;
  CauseWords words;
  Written written;
  std::vector<double> id, creator, offset;
  std::vector<std::uint32_t> group, length;
  std::vector<std::int32_t> minutes;
};

Analysis::Analysis(Options options) : impl_(std::make_unique<Impl>(std::move(options))) {}
Analysis::~Analysis() = default;
Analysis::Analysis(Analysis&&) noexcept = default;
Analysis& Analysis::operator=(Analysis&&) noexcept = default;

bool Analysis::set_words(std::string_view json) noexcept { return impl_->words.set(json); }

std::string Analysis::add_rules(std::string_view json) noexcept {
  // The model points to the rows of the packs.
  if (impl_->model) return "rule packs must be given before the report is made";
  std::string error = impl_->rules.packs.add(json);
  if (!error.empty()) return error;
  for (const OwnCause& own : impl_->rules.packs.packs().back()->causes) {
    impl_->words.add(own.info.id, own.words);
  }
  return {};
}

void Analysis::open(std::string_view name) noexcept {
  impl_->close();
  impl_->reader.open(name);
  impl_->is_open = true;
}

void Analysis::feed(const char* data, std::size_t size) noexcept {
  if (impl_->is_open) impl_->reader.feed(data, size);
}

void Analysis::note(std::string_view code, std::string_view text) noexcept {
  impl_->reader.note(code, text);
}

void Analysis::finish() noexcept { impl_->close(); }

Progress Analysis::progress() const noexcept {
  return {impl_->reader.bytes(), impl_->reader.goroutines()};
}

std::string_view Analysis::report() noexcept {
  impl_->diagnose_once();
  impl_->written = write_report(*impl_->model, impl_->diagnosis, impl_->options, impl_->words);
  return impl_->written.json;
}

void Analysis::Impl::fill_columns() {
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < dump.records.size(); ++i) {
    if (model->counts(dump.records[i])) order.push_back(i);
  }
  sort_by(order, [&](std::uint32_t i) { return dump.records[i].offset; });
  for (std::uint32_t i : order) {
    const Record& record = dump.records[i];
    id.push_back(static_cast<double>(record.id));
    group.push_back(written.place_of_group[model->index_of(record.group)]);
    minutes.push_back(record.minutes);
    creator.push_back(static_cast<double>(record.creator));
    offset.push_back(static_cast<double>(record.offset));
    length.push_back(record.length);
  }
}

Columns Analysis::columns() noexcept {
  if (impl_->written.json.empty()) report();
  if (impl_->id.empty()) impl_->fill_columns();
  return {impl_->id, impl_->group, impl_->minutes, impl_->creator, impl_->offset, impl_->length};
}

}  // namespace gowhy
