// Pprof_reports prints what `go tool pprof` makes of a goroutine profile: often pasted instead of it.
package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/pprof"
	"time"
)

// revision is what a hedged read of the datastore's revision sends; only the first one is received.
func revision(answers chan<- int) {
	time.Sleep(time.Millisecond)
	answers <- 1
}

func hedged(ctx context.Context) int {
	answers := make(chan int)
	for i := 0; i < 3; i++ {
		go revision(answers)
	}
	select {
	case answer := <-answers:
		return answer
	case <-ctx.Done():
		return 0
	}
}

func main() {
	for i := 0; i < 40; i++ {
		hedged(context.Background())
	}
	time.Sleep(50 * time.Millisecond)
	folder, err := os.MkdirTemp("", "pprof")
	check(err)
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "goroutine.pb.gz")
	file, err := os.Create(path)
	check(err)
	check(pprof.Lookup("goroutine").WriteTo(file, 0))
	check(file.Close())
	report := exec.Command(filepath.Join(runtime.GOROOT(), "bin", "go"), "tool", "pprof", "-"+os.Getenv("REPORT"), path)
	report.Env = append(os.Environ(), "HOME="+folder, "GOCACHE="+filepath.Join(os.TempDir(), "pprof_reports"))
	report.Stdout = os.Stdout
	check(report.Run())
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
