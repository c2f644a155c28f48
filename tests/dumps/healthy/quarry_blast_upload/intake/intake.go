// Package intake takes seismograms from field boxes over thin links.
package intake

import (
	"bufio"
	"errors"
	"io"
	"net/http"
	"os"
	"sync"
	"time"
)

type Intake struct {
	dir   string
	mu    sync.Mutex
	bytes int64
}

func New(dir string) *Intake { return &Intake{dir: dir} }

func (in *Intake) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	http.NewResponseController(w).SetReadDeadline(time.Now().Add(10 * time.Minute))
	f, err := os.CreateTemp(in.dir, "trace")
	if err != nil {
		http.Error(w, err.Error(), 507)
		return
	}
	defer os.Remove(f.Name())
	defer f.Close()
	buffered := bufio.NewWriterSize(f, 32<<10)
	n, err := io.Copy(buffered, r.Body)
	if err = errors.Join(err, buffered.Flush()); err != nil {
		http.Error(w, err.Error(), 400)
		return
	}
	in.mu.Lock()
	in.bytes += n
	in.mu.Unlock()
}
