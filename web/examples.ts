// The example dumps of the page: every one was printed by a real program. The build copies the files.
export interface Example {
  /** In the page's address: #example=<id>. */
  id: string;
  title: string;
  /** Below tests/dumps. */
  file: string;
}

export const examples: Example[] = [
  {
    id: "idle-connection",
    title: "One idle connection, Go 1.12",
    file: "http_transport_per_request/post.go1.12.debug2.txt",
  },
  {
    id: "transport-per-request",
    title: "Transport per request",
    file: "http_transport_per_request/client_per_call.go1.27.n800.old.debug2.txt.gz",
  },
  {
    id: "body-not-closed",
    title: "Body not closed",
    file: "http_response_body_not_closed/tracking_status.go1.27.n800.debug2.txt.gz",
  },
  {
    id: "lock-pile-up",
    title: "Lock pile-up",
    file: "lock_held_while_blocked/token_http.go1.27.n30.sigquit.txt",
  },
  {
    id: "ab-ba-deadlock",
    title: "AB-BA deadlock",
    file: "lock_order_inversion/wallet_transfer.go1.27.n200.debug2.txt.gz",
  },
  {
    id: "test-timeout",
    title: "Test time-out",
    file: "test_timeout/feed_parallel.go1.27.test.txt",
  },
  {
    id: "panic",
    title: "Panic",
    file: "panic_nil_dereference/profile_handler.go1.27.n3.panic.txt",
  },
  { id: "healthy", title: "Healthy server", file: "healthy/busy_server.go1.27.debug2.txt" },
  {
    id: "200000-goroutines",
    title: "200,000 goroutines",
    file: "chan_send_blocked/stock_first_error.go1.27.n50000.debug1.txt",
  },
];
