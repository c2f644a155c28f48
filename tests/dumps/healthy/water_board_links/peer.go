package main

import (
	"bufio"
	"log"
	"net"
	"os"
	"os/exec"
	"strings"
	"syscall"
)

// startPeer runs the other side in a process of its own and returns its address.
func startPeer() string {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "ROLE=peer")
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		log.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		log.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		log.Fatal(err)
	}
	return strings.TrimSpace(line)
}

func listenPeer() net.Listener {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	os.Stdout.WriteString(l.Addr().String() + "\n")
	return l
}
