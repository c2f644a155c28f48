// Command transcode converts everything of a folder, a few files at a time.
package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"io"
	"net/http"
	_ "net/http/pprof"
	"os"
	"os/exec"
	"os/signal"
	"strconv"
	"sync"
)

type job struct{ in, out string }

type progress func(job, string)

func encode(ctx context.Context, j job, say progress) error {
	// stands for ffmpeg -progress pipe:1
	cmd := exec.CommandContext(ctx, "/bin/sh", "-c", "for i in 1 2 3 4 5 6 7 8 9; do echo frame=$i; sleep 1; done")
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	cmd.Stderr = new(tail)
	if err := cmd.Start(); err != nil {
		return err
	}
	for lines := bufio.NewScanner(pipe); lines.Scan(); {
		say(j, lines.Text())
	}
	return cmd.Wait()
}

type tail struct{ last []byte }

func (t *tail) Write(p []byte) (int, error) { t.last = append(t.last[:0], p...); return len(p), nil }

func transcodeAll(ctx context.Context, jobs []job, parallel int, w io.Writer) (failed int) {
	var (
		wg   sync.WaitGroup
		gate = make(chan struct{}, parallel)
		mu   sync.Mutex
	)
	for _, j := range jobs {
		wg.Add(1)
		go func(j job) {
			defer wg.Done()
			gate <- struct{}{}
			defer func() { <-gate }()
			err := encode(ctx, j, func(j job, s string) {
				mu.Lock()
				fmt.Fprintf(w, "%s: %s\n", j.in, s)
				mu.Unlock()
			})
			if err != nil {
				mu.Lock()
				failed++
				mu.Unlock()
			}
		}(j)
	}
	wg.Wait()
	return failed
}

func main() {
	parallel := flag.Int("j", 4, "files at a time")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	go http.ListenAndServe(os.Getenv("LISTEN"), nil)
	n, _ := strconv.Atoi(os.Getenv("COUNT"))
	var jobs []job
	for i := 0; i < n; i++ {
		name := fmt.Sprintf("reel-%03d", i)
		jobs = append(jobs, job{name + ".mov", name + ".mp4"})
	}
	if f := transcodeAll(ctx, jobs, *parallel, io.Discard); f > 0 {
		fmt.Fprintln(os.Stderr, f, "files failed")
		os.Exit(1)
	}
}
