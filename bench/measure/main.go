// Command measure runs a command and prints what it cost as JSON: wall, user and system seconds, and
// its peak of resident memory in bytes, as the kernel counts them.
//
// It is a small program of its own because a process begins with the peak of its parent: a child of
// Node would never show less than Node has.
package main

import (
	"encoding/json"
	"log"
	"os"
	"os/exec"
	"syscall"
	"time"
)

func main() {
	log.SetFlags(0)
	command := exec.Command(os.Args[1], os.Args[2:]...)
	command.Stderr = os.Stderr
	start := time.Now()
	err := command.Run()
	wall := time.Since(start)
	if command.ProcessState == nil {
		log.Fatal(err)
	}
	usage := command.ProcessState.SysUsage().(*syscall.Rusage)
	_ = json.NewEncoder(os.Stdout).Encode(map[string]float64{
		"wall": wall.Seconds(),
		"cpu":  command.ProcessState.UserTime().Seconds() + command.ProcessState.SystemTime().Seconds(),
		"peak": float64(usage.Maxrss) * 1024,
		"code": float64(command.ProcessState.ExitCode()),
	})
}
