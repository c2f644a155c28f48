package main

import (
	"crypto/ed25519"
	"log"
	"net"
	"os"
	"os/exec"
	"syscall"

	"github.com/pkg/sftp"
	"golang.org/x/crypto/ssh"
)

// startMachine runs a stand-in for the machine at the other end as a second process of the same binary.
func startMachine() string {
	addr := os.Getenv("LISTEN_PUBLIC")
	if os.Getenv("SERVE_MACHINE") != "" {
		listener, err := net.Listen("tcp", addr)
		if err != nil {
			log.Fatal(err)
		}
		serveMachine(listener)
	}
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), "SERVE_MACHINE=1")
	child.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := child.Start(); err != nil {
		log.Fatal(err)
	}
	return addr
}

// serveMachine lets everybody in and keeps the files it is sent in memory.
func serveMachine(listener net.Listener) {
	_, key, err := ed25519.GenerateKey(nil)
	if err != nil {
		log.Fatal(err)
	}
	signer, err := ssh.NewSignerFromKey(key)
	if err != nil {
		log.Fatal(err)
	}
	config := &ssh.ServerConfig{NoClientAuth: true}
	config.AddHostKey(signer)
	for {
		conn, err := listener.Accept()
		if err != nil {
			log.Fatal(err)
		}
		go serveConnection(conn, config)
	}
}

func serveConnection(conn net.Conn, config *ssh.ServerConfig) {
	_, channels, requests, err := ssh.NewServerConn(conn, config)
	if err != nil {
		return
	}
	go ssh.DiscardRequests(requests)
	for channel := range channels {
		session, asked, err := channel.Accept()
		if err != nil {
			return
		}
		go serveSession(session, asked)
	}
}

func serveSession(session ssh.Channel, asked <-chan *ssh.Request) {
	for request := range asked {
		request.Reply(request.Type == "subsystem", nil)
		if request.Type == "subsystem" {
			go sftp.NewRequestServer(session, sftp.InMemHandler()).Serve()
		}
	}
}
