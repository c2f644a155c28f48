package main

import (
	"log"
	"net/http"
	"os"

	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"

	"tramways.example/depot/depot"
	"tramways.example/depot/internal/ops"
)

func newLogger(out *os.File) *zap.Logger {
	encoder := zapcore.NewJSONEncoder(zap.NewProductionEncoderConfig())
	return zap.New(zapcore.NewCore(encoder, zapcore.Lock(out), zap.InfoLevel))
}

func main() {
	// The other end belongs to the depot's log collector, which has stopped reading.
	collector, sink, err := os.Pipe()
	if err != nil {
		log.Fatal(err)
	}
	defer collector.Close()
	yard := depot.New(newLogger(sink))
	mux := http.NewServeMux()
	mux.HandleFunc("/arrive", yard.Arrive)
	mux.HandleFunc("/leave", yard.Leave)
	ops.Start(mux)
	ops.Wait()
}
