package main

import (
	"crypto/md5"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
	"os/exec"
	"syscall"
)

// startQueue runs a stand-in for SQS as a second process of the same binary: it accepts every message.
func startQueue() string {
	addr := os.Getenv("LISTEN_PUBLIC")
	if os.Getenv("SERVE_QUEUE") != "" {
		log.Fatal(http.ListenAndServe(addr, http.HandlerFunc(accept)))
	}
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), "SERVE_QUEUE=1")
	child.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := child.Start(); err != nil {
		log.Fatal(err)
	}
	return "http://" + addr
}

func accept(w http.ResponseWriter, r *http.Request) {
	var message struct{ MessageBody string }
	if err := json.NewDecoder(r.Body).Decode(&message); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	w.Header().Set("Content-Type", "application/x-amz-json-1.0")
	json.NewEncoder(w).Encode(map[string]string{
		"MessageId":        "m-1",
		"MD5OfMessageBody": fmt.Sprintf("%x", md5.Sum([]byte(message.MessageBody))),
	})
}
