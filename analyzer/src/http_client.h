// The client connections of net/http in a dump: what each of their goroutines says about them.
#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include "model.h"

namespace gowhy {

struct HttpClient {
  std::vector<std::uint32_t> peeking;  ///< readLoop in Peek: idle, or a request is in flight
  std::vector<std::uint32_t>
      body_waits;                      ///< readLoop in select: the caller has not finished the body
  std::vector<std::uint32_t> writing;  ///< writeLoop
  std::vector<std::uint32_t> h2_reading;   ///< read loops of HTTP/2 connections
  std::vector<std::uint32_t> h2_open;      ///< clientStream.doRequest, one per HTTP/2 stream
  std::vector<std::uint32_t> round_trips;  ///< callers in persistConn.roundTrip
  std::vector<std::uint32_t>
      h2_round_trip_groups;               ///< callers that wait for the header of a stream
  std::vector<std::uint32_t> conn_waits;  ///< callers in getConn: a dial runs, or the pool is full
  std::vector<std::uint32_t> dials;       ///< goroutines in dialConn
  std::uint64_t waiting_for_conn = 0, dialing = 0;
  std::uint64_t peeks = 0, h2_connections = 0;
  std::uint64_t h2_streams = 0;       ///< streams that are open on HTTP/2 connections
  std::uint64_t h2_round_trips = 0;   ///< callers that wait for the header of a stream
  std::uint64_t h2_body_readers = 0;  ///< goroutines that read the body of a stream just now
  std::uint64_t in_flight = 0;        ///< requests that wait for an answer
  std::uint64_t body_readers = 0;     ///< goroutines that read a body just now
  std::uint64_t body_passers = 0;     ///< goroutines that write, in a loop that copies a body
  std::uint64_t body_pausers = 0;     ///< goroutines that wait in a function where others read
  /// Callers in getConn that have got past another request, and may have its answer open.
  std::uint64_t nested_waits = 0;
  std::uint64_t answered = 0;          ///< callers in roundTrip whose answer must have come
  std::uint64_t idle = 0;              ///< connections without a request
  std::set<std::uint64_t> transports;  ///< pointers of Transports in use, exact ones only
  std::uint64_t callers_of_one = 0;    ///< requests that show the only Transport; 0 if it is not
};

/// Linear in the groups that have such functions.
const HttpClient& http_client(const Model& model) noexcept;

}  // namespace gowhy
