#include "write_queues.h"

#include <algorithm>
#include <unordered_map>

#include "sort_by.h"

namespace gowhy {
namespace {

class Builder {
 public:
  explicit Builder(const Model& model) : model_(model) {}

  std::vector<WriteQueue> build() {
    for (const Hit& hit : model_.find("internal/poll.(*fdMutex).rwlock")) add_waiters(hit);
    if (queues_.empty()) return {};
    for (const Hit& hit : model_.find("internal/poll.(*FD).Write")) add_writer(hit);
    sort_stably(queues_,
                [](const WriteQueue& a, const WriteQueue& b) { return a.count > b.count; });
    return std::move(queues_);
  }

 private:
  // Readers wait in the same function; they call it from readLock.
  void add_waiters(const Hit& hit) {
    const GroupFacts& facts = model_.group(hit.group);
    if (facts.op != Operation::semaphore || !model_.has(facts, {"internal/poll.(*FD).Write"})) {
      return;
    }
    if (facts.records.empty()) add(0, hit.group, facts.count, -1);
    for (std::uint32_t record : facts.records) {
      add(address_of(record, hit), hit.group, 1, model_.dump().records[record].minutes);
    }
  }

  void add(std::uint64_t address, std::uint32_t group, std::uint64_t count, std::int32_t minutes) {
    const auto [at, fresh] = by_address_.try_emplace(address, queues_.size());
    if (fresh) queues_.emplace_back().address = address;
    WriteQueue& queue = queues_[at->second];
    if (queue.groups.empty() || queue.groups.back() != group) queue.groups.push_back(group);
    queue.count += count;
    queue.oldest = std::max(queue.oldest, minutes);
  }

  void add_writer(const Hit& hit) {
    const GroupFacts& facts = model_.group(hit.group);
    if (facts.op != Operation::syscall && facts.op != Operation::io_write) return;
    if (facts.records.empty()) set_writer(queues_.front(), hit.group, kNone);
    for (std::uint32_t record : facts.records) {
      const std::uint64_t address = address_of(record, hit);
      const auto found = by_address_.find(address);
      if (found != by_address_.end()) {
        set_writer(queues_[found->second], hit.group, record);
      } else if (address == 0 && queues_.size() == 1) {
        set_writer(queues_.front(), hit.group, record);
      }
    }
  }

  void set_writer(WriteQueue& queue, std::uint32_t group, std::uint32_t record) {
    if (queue.writer != kNone) return;
    queue.writer = group;
    queue.record = record;
    if (record != kNone) {
      queue.oldest = std::max(queue.oldest, model_.dump().records[record].minutes);
    }
  }

  [[nodiscard]] std::uint64_t address_of(std::uint32_t record, const Hit& hit) const {
    bool exact = false;
    const std::uint64_t address = model_.receiver(record, static_cast<int>(hit.position), &exact);
    return exact ? address : 0;
  }

  const Model& model_;
  std::vector<WriteQueue> queues_;
  std::unordered_map<std::uint64_t, std::size_t> by_address_;
};

std::vector<WriteQueue> find_write_queues(const Model& model) { return Builder(model).build(); }

}  // namespace

const std::vector<WriteQueue>& write_queues(const Model& model) noexcept {
  return model.once(find_write_queues);
}

}  // namespace gowhy
