// loader looks at the files of meter readings before it queues them.
package main

import (
	"context"
	"encoding/csv"
	"errors"
	"net/http"
	_ "net/http/pprof"
	"os"
	"os/signal"
	"time"
)

type source interface {
	Open(ctx context.Context, name string) (*csv.Reader, error)
}

type remote struct {
	base string
	hc   *http.Client
}

// Open hides the body inside of a csv.Reader, so nobody can close it.
func (s remote) Open(ctx context.Context, name string) (*csv.Reader, error) {
	req, _ := http.NewRequestWithContext(context.WithoutCancel(ctx), "GET", s.base+"/big?file="+name, nil)
	res, err := s.hc.Do(req)
	if err != nil {
		return nil, err
	}
	r := csv.NewReader(res.Body)
	r.Comma = ';'
	return r, nil
}

type inspector struct{ source }

var errLayout = errors.New("unknown layout")

func (i *inspector) header(ctx context.Context, name string) ([]string, error) {
	r, err := i.Open(ctx, name)
	if err != nil {
		return nil, err
	}
	cols, err := r.Read()
	if err != nil {
		return nil, err
	}
	if len(cols) < 5 {
		return nil, errLayout
	}
	return cols, nil
}

func main() {
	tr := &http.Transport{MaxConnsPerHost: 8, MaxIdleConnsPerHost: 8, IdleConnTimeout: time.Minute}
	in := &inspector{remote{os.Getenv("UPSTREAM"), &http.Client{Transport: tr}}}
	http.HandleFunc("GET /inspect/{name}", func(w http.ResponseWriter, r *http.Request) {
		cols, err := in.header(r.Context(), r.PathValue("name"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusUnprocessableEntity)
			return
		}
		for _, c := range cols {
			w.Write([]byte(c + "\n"))
		}
	})
	go http.ListenAndServe(os.Getenv("LISTEN"), nil)
	ctx, done := signal.NotifyContext(context.Background(), os.Interrupt)
	defer done()
	<-ctx.Done()
}
