// Package settings loads the settings once, at the first use.
package settings

import (
	"strings"
	"sync"
)

// Settings is read only.
type Settings struct{ values map[string]string }

var (
	once   sync.Once
	shared *Settings
)

// Default returns the settings of the process.
func Default() *Settings {
	once.Do(load)
	return shared
}

func load() {
	values := map[string]string{}
	for _, line := range []string{"currency=EUR", "currency.de=${currency}"} {
		key, value, _ := strings.Cut(line, "=")
		values[key] = expand(value)
	}
	shared = &Settings{values}
}

func expand(value string) string {
	if strings.HasPrefix(value, "${") {
		// BUG: asks for the settings while they are being loaded
		return Default().Get(strings.Trim(value, "${}"))
	}
	return value
}

// Get returns a value.
func (s *Settings) Get(key string) string { return s.values[key] }
