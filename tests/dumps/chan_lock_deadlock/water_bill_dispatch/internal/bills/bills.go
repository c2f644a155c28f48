// Package bills sends bills over STOMP.
//
// The broker read slowly and then went away. Send of github.com/go-stomp/stomp 2.0.3 waits for room in the queue of
// frames with the lock of the close held; the goroutine that empties the queue has seen the connection end and waits
// for that lock in MustDisconnect.
// https://github.com/go-stomp/stomp/issues/62
package bills

import (
	"fmt"
	"net/http"
	"strings"

	"github.com/go-stomp/stomp"
)

// Service answers the requests.
type Service struct{ conn *stomp.Conn }

// New connects to the broker at addr.
func New(addr string) (*Service, error) {
	conn, err := stomp.Dial("tcp", addr)
	return &Service{conn}, err
}

// Bill sends a bill with its scanned meter.
func (s *Service) Bill(w http.ResponseWriter, r *http.Request) {
	scan := strings.Repeat("0123456789abcdef", 32<<10)
	fmt.Fprintln(w, s.conn.Send("/queue/printer", "text/plain", []byte(scan)))
}
