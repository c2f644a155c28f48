package farm

import (
	"bufio"
	"context"
	"log"
	"os/exec"
	"strings"
	"sync/atomic"
	"time"
)

type Job struct{ Clip string }

type Farm struct {
	jobs chan Job
	done atomic.Int32
}

func New(ctx context.Context, workers int) *Farm {
	f := &Farm{jobs: make(chan Job, 200)}
	for i := 0; i < workers; i++ {
		go f.worker(ctx)
	}
	return f
}

func (f *Farm) Submit(j Job) bool {
	select {
	case f.jobs <- j:
		return true
	default:
		return false
	}
}

func (f *Farm) worker(ctx context.Context) {
	for j := range f.jobs {
		if err := f.encode(ctx, j); err != nil {
			log.Printf("%s: %v", j.Clip, err)
		}
		f.done.Add(1)
	}
}

func (f *Farm) encode(ctx context.Context, j Job) error {
	ctx, cancel := context.WithTimeout(ctx, 15*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, "/bin/sh", "-c", `i=0; while [ $i -lt 50 ]; do echo "frame=$i" >&2; i=$((i+1)); sleep 30; done`)
	var out strings.Builder
	cmd.Stdout = &out
	progress, err := cmd.StderrPipe()
	if err != nil {
		return err
	}
	cmd.WaitDelay = 5 * time.Second
	if err := cmd.Start(); err != nil {
		return err
	}
	for lines := bufio.NewScanner(progress); lines.Scan(); {
		log.Print(j.Clip, " ", lines.Text())
	}
	return cmd.Wait()
}
