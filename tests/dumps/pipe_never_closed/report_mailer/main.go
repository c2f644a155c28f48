// Command reportmailer streams reports to the mail service.
package main

import (
	"encoding/csv"
	"errors"
	"io"
	"net/http"
	"strconv"

	"github.com/northshop/reportmailer/internal/ops"
)

var errQuota = errors.New("quota of the mailbox is used up")

// report writes a report into a pipe while the other end sends it.
func report(rows int) io.Reader {
	r, w := io.Pipe()
	go func() {
		out := csv.NewWriter(w)
		for i := 0; i < rows; i++ {
			out.Write([]string{strconv.Itoa(i), "northpost", "2026-11-23"})
		}
		out.Flush()
		w.CloseWithError(out.Error())
	}()
	return r
}

// send mails what it reads.
func send(to string, attachment io.Reader) error {
	head := make([]byte, 512)
	if _, err := io.ReadFull(attachment, head); err != nil {
		return err
	}
	if len(to) > 2 {
		return errQuota // BUG: the reader is not closed, so the writer of the pipe waits for ever
	}
	_, err := io.Copy(io.Discard, attachment)
	return err
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/mail", func(w http.ResponseWriter, r *http.Request) {
		if err := send(r.URL.Query().Get("to"), report(10_000)); err != nil {
			http.Error(w, err.Error(), http.StatusInsufficientStorage)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
