package main

import (
	"context"
	"fmt"
	"hash/fnv"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"os/signal"
	"strconv"
	"time"

	"github.com/acme-data/loader/stage"
)

type row struct {
	id   int
	name string
}

type record struct {
	row
	sum uint64
}

type warehouse struct{ loaded int }

// load stands for the COPY of a chunk: it takes its time.
func (w *warehouse) load(ctx context.Context, rs []record) error {
	time.Sleep(150 * time.Millisecond)
	w.loaded += len(rs)
	return ctx.Err()
}

func run(ctx context.Context, rows, width int) error {
	i := 0
	src := stage.Generate(ctx, func() (row, bool) {
		i++
		return row{i, fmt.Sprint("customer-", i)}, i <= rows
	})
	hashed := stage.Map(ctx, src, width, func(r row) record {
		h := fnv.New64a()
		h.Write([]byte(r.name))
		return record{r, h.Sum64()}
	})
	wh := &warehouse{}
	for chunk := range stage.Chunk(ctx, hashed, 500) {
		if err := wh.load(ctx, chunk); err != nil {
			return err
		}
	}
	log.Printf("%d rows loaded", wh.loaded)
	return nil
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	go http.ListenAndServe(os.Getenv("LISTEN"), nil)
	width, err := strconv.Atoi(os.Getenv("COUNT"))
	if err != nil {
		width = 8
	}
	if err := run(ctx, 5_000_000, width); err != nil {
		log.Fatal(err)
	}
}
