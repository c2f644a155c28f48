package journal

import (
	"errors"
	"sync"
)

var ErrNoDay = errors.New("nothing was written on that day")

type Journal struct {
	rw   sync.RWMutex
	days map[string][]string
}

func New() *Journal { return &Journal{days: map[string][]string{}} }

func (j *Journal) Append(day, text string) {
	j.rw.Lock()
	j.days[day] = append(j.days[day], text)
	j.rw.Unlock()
}

func (j *Journal) Day(day string) ([]string, error) {
	j.rw.RLock()
	lines, ok := j.days[day]
	if !ok {
		return nil, ErrNoDay
	}
	out := append([]string(nil), lines...)
	j.rw.RUnlock()
	return out, nil
}
