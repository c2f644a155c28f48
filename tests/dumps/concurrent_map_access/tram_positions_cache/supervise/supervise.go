// Package supervise runs the service as a child and logs what it prints, line by line.
package supervise

import (
	"bufio"
	"log/slog"
	"os"
	"os/exec"
)

// Child is set in the environment of the child.
const Child = "TRAM_CHILD"

// Main runs the child and never returns.
func Main() {
	var h slog.Handler = slog.NewJSONHandler(os.Stdout, nil)
	if os.Getenv("LOG_FORMAT") == "text" {
		h = slog.NewTextHandler(os.Stdout, nil)
	}
	log := slog.New(h).With("unit", "tram-api")
	cmd := exec.Command(os.Args[0], os.Args[1:]...)
	cmd.Env = append(os.Environ(), Child+"=1")
	err, e := cmd.StderrPipe()
	if e != nil {
		panic(e)
	}
	if e := cmd.Start(); e != nil {
		panic(e)
	}
	for sc := bufio.NewScanner(err); sc.Scan(); {
		log.Info(sc.Text(), "stream", "stderr")
	}
	log.Error("child ended", "err", cmd.Wait())
	os.Exit(cmd.ProcessState.ExitCode())
}
