package schema

import (
	"fmt"
	"os"
	"runtime/pprof"
	"testing"
	"time"
)

var shared = New()

func TestMain(m *testing.M) {
	shared.Rule("short", func(s string) bool { return len(s) < 4 })
	// The build farm wants a look at every suite that runs for more than a few seconds.
	time.AfterFunc(3*time.Second, func() { pprof.Lookup("goroutine").WriteTo(os.Stderr, 2) })
	os.Exit(m.Run())
}

func TestRules(t *testing.T) {
	for i := 0; i < 12; i++ {
		i := i
		t.Run(fmt.Sprint("value", i), func(t *testing.T) {
			t.Parallel()
			for n := 0; n < 60; n++ {
				if shared.Check("short", fmt.Sprint(i)) == (i > 999) {
					t.Fatal(i)
				}
			}
		})
	}
}

func TestReload(t *testing.T) {
	t.Parallel()
	for i := 0; i < 40; i++ {
		shared.Rule(fmt.Sprint("r", i), func(string) bool { return true })
		time.Sleep(100 * time.Millisecond)
	}
}
