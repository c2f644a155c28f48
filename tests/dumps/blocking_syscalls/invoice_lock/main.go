// Command invoicelock numbers invoices; a lock on a file keeps two processes from taking the same number.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"path/filepath"
	"syscall"

	"github.com/northshop/invoicelock/internal/ops"
)

type counter struct{ path string }

// next takes the lock, and waits in the kernel as long as somebody else has it.
func (c *counter) next() (int, error) {
	f, err := os.OpenFile(c.path, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return 0, err
	}
	// BUG: LOCK_EX without LOCK_NB has no time-out, and keeps a thread for each one who waits.
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX); err != nil {
		f.Close()
		return 0, err
	}
	var n int
	if _, err := fmt.Fscan(f, &n); err != nil {
		return 0, err // BUG: an empty file is an error, and the lock stays with the open file
	}
	n++
	_, err = f.WriteAt([]byte(fmt.Sprintf("%d\n", n)), 0)
	f.Close()
	return n, err
}

func main() {
	folder, err := os.MkdirTemp("", "invoices")
	if err != nil {
		log.Fatal(err)
	}
	c := &counter{filepath.Join(folder, "number")}
	mux := http.NewServeMux()
	mux.HandleFunc("/invoice", func(w http.ResponseWriter, r *http.Request) {
		n, err := c.next()
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		fmt.Fprintln(w, n)
	})
	ops.Start(mux)
	ops.Wait()
}
