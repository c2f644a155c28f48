// Command uploadstreaming sends reports through a pipe to the archive, which reads slowly.
package main

import (
	"encoding/csv"
	"io"
	"net/http"
	"strconv"

	"github.com/northshop/uploadstreaming/internal/ops"
)

// write fills the pipe and ends when its reader has gone.
func write(w *io.PipeWriter) {
	out := csv.NewWriter(w)
	for i := 0; i < 1_000_000; i++ {
		if err := out.Write([]string{strconv.Itoa(i), "northpost", "2026-11-23"}); err != nil {
			break
		}
	}
	out.Flush()
	w.CloseWithError(out.Error())
}

func main() {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 8}}
	mux := http.NewServeMux()
	mux.HandleFunc("/archive", func(w http.ResponseWriter, r *http.Request) {
		pr, pw := io.Pipe()
		defer pr.Close()
		go write(pw)
		resp, err := client.Post(ops.Upstream(false)+"/sink?ms=10", "text/csv", pr)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		resp.Body.Close()
	})
	ops.Start(mux)
	ops.Wait()
}
