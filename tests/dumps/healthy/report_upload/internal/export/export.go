package export

import (
	"compress/gzip"
	"io"
	"net/http"
	"time"
)

// Upload streams rows through gzip into a request.
func Upload(url string) error {
	r, w := io.Pipe()
	go write(w)
	resp, err := http.Post(url, "application/gzip", r)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func write(w *io.PipeWriter) {
	z := gzip.NewWriter(w)
	for i := 0; i < 1e9; i++ {
		if _, err := z.Write([]byte(time.Now().String())); err != nil {
			return
		}
		z.Flush()
		time.Sleep(200 * time.Millisecond)
	}
}
