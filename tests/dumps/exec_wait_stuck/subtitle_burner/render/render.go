package render

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"time"
)

var ErrBusy = errors.New("render: no slot")

type Option func(*Renderer)

type Renderer struct {
	slots chan struct{}
	tool  []string
}

func New(opts ...Option) *Renderer {
	r := new(Renderer)
	for _, o := range opts {
		o(r)
	}
	return r
}

func WithSlots(n int) Option { return func(r *Renderer) { r.slots = make(chan struct{}, n) } }

func WithTool(argv ...string) Option { return func(r *Renderer) { r.tool = argv } }

func (r *Renderer) Burn(ctx context.Context, clip string) error {
	select {
	case r.slots <- struct{}{}:
		defer func() { <-r.slots }()
	case <-time.After(200 * time.Millisecond):
		return ErrBusy
	}
	feed, subs := io.Pipe()
	go func() {
		// Subtitles are live: the stream goes on until the broadcast ends.
		fmt.Fprintf(subs, "1\n00:00:01,000 --> 00:00:02,000\n%s\n", clip)
		fmt.Fprintf(subs, "%4096s\n", "")
		<-broadcastEnds
		subs.Close()
	}()
	cmd := exec.Command(r.tool[0], r.tool[1:]...)
	// BUG: the tool ends early, and Wait still waits for the copy into its input.
	cmd.Stdin = feed
	return cmd.Run()
}

var broadcastEnds = make(chan struct{})
