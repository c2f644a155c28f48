package report

import (
	"testing"
	"time"
)

func TestNightly(t *testing.T) {
	start := time.Now()
	t.Run("eventually", func(t *testing.T) {
		// Nothing is blocked: the report needs longer than the test may take.
		Poll(func() bool { return time.Since(start) > time.Minute })
	})
}
