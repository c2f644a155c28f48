// Logged writes the stacks of all goroutines, and of a recovered panic, with the loggers that
// services use.
package main

import (
	"errors"
	"fmt"
	"log/slog"
	"os"
	"runtime"
	"runtime/debug"
	"time"

	"github.com/rs/zerolog"
	"github.com/sirupsen/logrus"
	"go.uber.org/zap"
	"k8s.io/klog/v2"
)

type invoice struct{ lines []int }

func (v *invoice) total() int { return v.lines[len(v.lines)] } // BUG: one too far

type sender struct{ outbox chan *invoice }

// send waits for a mail server that was never connected.
func (s *sender) send(v *invoice) { s.outbox <- v }

// write logs a message, and a stack in the way of the logger.
var write func(message, stack string)

func price(v *invoice) {
	defer func() {
		if r := recover(); r != nil {
			write(fmt.Sprintf("recovered: %v", r), string(debug.Stack()))
		}
	}()
	fmt.Println(v.total())
}

func main() {
	choose(os.Getenv("LOGGER"))
	s := &sender{outbox: make(chan *invoice)}
	for i := 0; i < 6; i++ {
		go s.send(&invoice{})
	}
	time.Sleep(50 * time.Millisecond)
	price(&invoice{lines: []int{3, 4}})
	buf := make([]byte, 1<<20)
	write("goroutines", string(buf[:runtime.Stack(buf, true)]))
}

func choose(logger string) {
	switch logger {
	case "zerolog":
		log := zerolog.New(os.Stderr).With().Timestamp().Str("service", "billing").Logger()
		write = func(message, stack string) { log.Error().Str("stack", stack).Msg(message) }
	case "zerolog-bytes":
		log := zerolog.New(os.Stderr).With().Timestamp().Caller().Logger()
		write = func(message, stack string) {
			log.Error().Err(errors.New(message)).Bytes("stack", []byte(stack)).Send()
		}
	case "zerolog-console", "zerolog-color":
		out := zerolog.ConsoleWriter{Out: os.Stderr, TimeFormat: time.RFC3339, NoColor: logger == "zerolog-console"}
		log := zerolog.New(out).With().Timestamp().Logger()
		write = func(message, stack string) { log.Error().Str("stack", stack).Msg(message) }
	case "zerolog-message":
		out := zerolog.ConsoleWriter{Out: os.Stderr, TimeFormat: time.Kitchen}
		log := zerolog.New(out).With().Timestamp().Str("service", "billing").Logger()
		write = func(message, stack string) { log.Error().Msgf("%s\n%s", message, stack) }
	case "zap":
		log, _ := zap.NewProduction()
		write = func(message, stack string) { log.Error(message, zap.String("stack", stack)) }
	case "zap-console":
		log, _ := zap.NewDevelopment()
		write = func(message, stack string) { log.Error(message, zap.String("goroutines", stack)) }
	case "slog":
		log := slog.New(slog.NewTextHandler(os.Stderr, nil))
		write = func(message, stack string) { log.Error(message, "stack", stack) }
	case "slog-json":
		log := slog.New(slog.NewJSONHandler(os.Stderr, &slog.HandlerOptions{AddSource: true}))
		write = func(message, stack string) { log.Error(message, "stack", []byte(stack), "text", stack) }
	case "logrus":
		log := logrus.New()
		write = func(message, stack string) { log.WithField("stack", stack).Error(message) }
	case "logrus-json":
		log := logrus.New()
		log.SetFormatter(&logrus.JSONFormatter{})
		write = func(message, stack string) { log.Errorf("%s\n%s", message, stack) }
	case "klog":
		write = func(message, stack string) { klog.Errorf("%s\n%s", message, stack) }
	case "klog-structured":
		write = func(message, stack string) { klog.ErrorS(errors.New(message), "unhandled", "stack", stack) }
	}
}
