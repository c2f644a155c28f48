package main

import (
	"log"
	"net"
	"os"
	"os/exec"
	"syscall"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapserver"
	"github.com/emersion/go-imap/v2/imapserver/imapmemserver"
)

// startPost runs a stand-in for the mail server as a second process of the same binary.
func startPost() string {
	addr := os.Getenv("LISTEN_PUBLIC")
	if os.Getenv("SERVE_POST") != "" {
		listener, err := net.Listen("tcp", addr)
		if err != nil {
			log.Fatal(err)
		}
		servePost(listener)
	}
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), "SERVE_POST=1")
	child.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := child.Start(); err != nil {
		log.Fatal(err)
	}
	return addr
}

// servePost has one mailbox, which is empty.
func servePost(listener net.Listener) {
	user := imapmemserver.NewUser("shop", "secret")
	if err := user.Create("INBOX", nil); err != nil {
		log.Fatal(err)
	}
	users := imapmemserver.New()
	users.AddUser(user)
	log.Fatal(imapserver.New(&imapserver.Options{
		NewSession: func(*imapserver.Conn) (imapserver.Session, *imapserver.GreetingData, error) {
			return users.NewSession(), nil, nil
		},
		Caps:         imap.CapSet{imap.CapIMAP4rev1: {}, imap.CapIMAP4rev2: {}},
		InsecureAuth: true,
	}).Serve(listener))
}
