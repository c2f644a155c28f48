package main

import (
	"fmt"
	"log"
	"os"
	"os/exec"
	"syscall"

	"golang.org/x/crypto/ssh"

	"port.gullhaven.example/crews/internal/ops"
)

func init() {
	if addr := os.Getenv("PORT_SSH"); addr != "" {
		for i := 0; i < ops.Count(12); i++ {
			if err := crew(addr); err != nil {
				log.Fatal(err)
			}
		}
		select {}
	}
}

// startCrews runs the crews, as a second process of the same binary.
func startCrews(addr string) {
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), "PORT_SSH="+addr)
	child.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := child.Start(); err != nil {
		log.Fatal(err)
	}
}

// crew opens a shell and greets.
func crew(addr string) error {
	c, err := ssh.Dial("tcp", addr, &ssh.ClientConfig{User: "crew", HostKeyCallback: ssh.InsecureIgnoreHostKey()})
	if err != nil {
		return err
	}
	s, err := c.NewSession()
	if err != nil {
		return err
	}
	in, err := s.StdinPipe()
	if err != nil {
		return err
	}
	if err := s.Shell(); err != nil {
		return err
	}
	_, err = fmt.Fprintln(in, "ahoy")
	return err
}
