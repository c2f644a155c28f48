package main

import (
	"context"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"gitlab.kontor.example/freight/quotes/internal/api"
	"gitlab.kontor.example/freight/quotes/internal/config"
	"gitlab.kontor.example/freight/quotes/internal/partner"
	"gitlab.kontor.example/freight/quotes/internal/rating"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer stop()

	cfg := config.FromEnv()
	directory := config.NewDirectory(cfg)
	go directory.Refresh(ctx)

	engine := rating.NewEngine(directory, partner.Builder{UserAgent: "kontor-quotes/3.4"})
	srv := api.New(cfg.Listen, engine)
	if err := srv.Run(ctx); err != nil {
		slog.Error("server stopped", "err", err)
		os.Exit(1)
	}
}
