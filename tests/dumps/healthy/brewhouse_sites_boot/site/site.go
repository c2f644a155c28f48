// Package site runs what each brewery has of its own: recipes that may change, a timetable and a clock.
package site

import (
	"sync/atomic"
	"time"

	"github.com/fsnotify/fsnotify"
	"github.com/robfig/cron/v3"
)

// Site is one brewery.
type Site struct {
	name    string
	recipes *fsnotify.Watcher
	times   *cron.Cron
	stop    chan struct{}
	mashed  int64
	beats   int64
	changes int64
}

func open(name, folder string) (*Site, error) {
	s := &Site{name: name, stop: make(chan struct{}), times: cron.New()}
	var err error
	if s.recipes, err = fsnotify.NewWatcher(); err != nil {
		return nil, err
	}
	if err = s.recipes.Add(folder); err != nil {
		return nil, err
	}
	if _, err = s.times.AddFunc("30 4 * * *", func() { s.Mash() }); err != nil {
		return nil, err
	}
	s.times.Start()
	go s.follow()
	go s.beat(20 * time.Second)
	return s, nil
}

// follow counts what changes in the folder of recipes.
func (s *Site) follow() {
	for range s.recipes.Events {
		atomic.AddInt64(&s.changes, 1)
	}
}

func (s *Site) beat(every time.Duration) {
	t := time.NewTicker(every)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			atomic.AddInt64(&s.beats, 1)
		case <-s.stop:
			return
		}
	}
}

// Mash starts a brew and returns its number.
func (s *Site) Mash() int64 { return atomic.AddInt64(&s.mashed, 1) }

func (s *Site) close() {
	close(s.stop)
	s.times.Stop()
	s.recipes.Close()
}
