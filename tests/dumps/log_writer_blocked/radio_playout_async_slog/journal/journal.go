// Package journal is a slog handler that hands its records to one goroutine, which feeds the
// station's archiver through a pipe.
package journal

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"sync"
)

type sink struct {
	lines chan []byte
	out   io.Writer
}

func (s *sink) drain() {
	for l := range s.lines {
		if _, err := s.out.Write(l); err != nil {
			os.Stderr.Write(l)
		}
	}
}

// Write keeps a copy; slog reuses its buffer.
func (s *sink) Write(p []byte) (int, error) {
	s.lines <- bytes.Clone(p)
	return len(p), nil
}

// Handler adds the channel to each record.
type Handler struct {
	slog.Handler
	channel string
}

func (h *Handler) Handle(ctx context.Context, r slog.Record) error {
	r.AddAttrs(slog.String("channel", h.channel))
	return h.Handler.Handle(ctx, r)
}

// Open starts the archiver and returns a logger.
func Open(channel string, archiver ...string) (*slog.Logger, error) {
	cmd := exec.Command(archiver[0], archiver[1:]...)
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	s := &sink{lines: make(chan []byte, 64), out: in}
	var once sync.Once
	once.Do(func() { go s.drain() })
	return slog.New(&Handler{slog.NewJSONHandler(s, nil), channel}), nil
}
