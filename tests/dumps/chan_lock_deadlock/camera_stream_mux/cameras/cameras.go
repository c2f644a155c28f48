// Package cameras is about the cameras at the gates.
package cameras

import (
	"encoding/binary"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"torwache.example/cameras/mux"
)

// Record sends pictures of n cameras.
func Record(w io.Writer, n int) {
	for tick := 0; ; tick++ {
		for camera := 0; camera < n; camera++ {
			frame := make([]byte, 4+256)
			binary.BigEndian.PutUint16(frame, uint16(camera))
			binary.BigEndian.PutUint16(frame[2:], 256)
			if _, err := w.Write(frame); err != nil {
				return
			}
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// Watch sends a few pictures of one camera.
func Watch(m *mux.Mux) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		number, err := strconv.Atoi(strings.TrimPrefix(r.URL.Path, "/camera/"))
		if err != nil {
			http.NotFound(w, r)
			return
		}
		s := m.Open(uint16(number))
		defer s.Close()
		for i := 0; i < 5; i++ {
			w.Write(s.Next())
		}
		time.Sleep(60 * time.Millisecond) // the last picture is scaled
	}
}
