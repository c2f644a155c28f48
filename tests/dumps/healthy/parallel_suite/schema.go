package schema

import (
	"sync"
	"time"
)

type Validator struct {
	mu    sync.RWMutex
	rules map[string]func(string) bool
}

func New() *Validator { return &Validator{rules: map[string]func(string) bool{}} }

func (v *Validator) Rule(name string, f func(string) bool) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.rules[name] = f
}

func (v *Validator) Check(name, value string) bool {
	v.mu.RLock()
	defer v.mu.RUnlock()
	time.Sleep(50 * time.Millisecond)
	return v.rules[name](value)
}
