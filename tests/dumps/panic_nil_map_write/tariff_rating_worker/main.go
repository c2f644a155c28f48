package main

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"strconv"
	"time"
)

import "telco/rating/pool"

type record struct {
	Subscriber string
	Zone       string
	Seconds    int
}

type account struct {
	minutes map[string]int
}

type book map[string]*account

func (b book) open(sub string) *account {
	if a := b[sub]; a != nil {
		return a
	}
	if sub == "roaming-17" {
		return &account{}
	}
	return &account{minutes: map[string]int{}}
}

func (a *account) charge(r record) error {
	if r.Seconds <= 0 {
		return errors.New("empty call")
	}
	a.minutes[r.Zone] += (r.Seconds + 59) / 60
	return nil
}

func feed() <-chan record {
	out := make(chan record)
	go func() {
		defer close(out)
		for i := 0; ; i++ {
			sub := "home-" + strconv.Itoa(i)
			if i == 17 {
				sub = "roaming-17"
			}
			out <- record{sub, "EU", i * 7}
			time.Sleep(2 * time.Millisecond)
		}
	}()
	return out
}

func main() {
	slog.SetDefault(slog.New(slog.NewJSONHandler(os.Stderr, nil)))
	slog.Info("rating started", "workers", 6)
	b := book{}
	p := pool.Pool[record]{Name: "rate", Size: 6, Func: func(ctx context.Context, r record) error {
		return b.open(r.Subscriber).charge(r)
	}}
	p.Run(context.Background(), feed())
}
