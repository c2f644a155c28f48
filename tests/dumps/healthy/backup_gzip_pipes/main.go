package main

import (
	"io"
	"net/http"
	"time"

	"sicherung.app/backup/internal/ops"
	"sicherung.app/backup/stream"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/volume", func(w http.ResponseWriter, r *http.Request) {
		packed := stream.Packed(stream.Noise(4 << 20))
		defer packed.Close()
		io.Copy(w, stream.Throttled{R: packed, Pause: 100 * time.Millisecond})
	})
	ops.Start(mux)
	ops.Wait()
}
