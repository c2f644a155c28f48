package main

import (
	"bytes"
	"encoding/json"
	"log"
	"net/http"
	"os"
	"os/exec"
	"syscall"
	"time"

	"github.com/northshop/calls/internal/ops"
	"github.com/pion/webrtc/v4"
)

// startCallers runs those who call as a second process of the same binary.
func startCallers() {
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), "CALL_ROOMS=1")
	child.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := child.Start(); err != nil {
		log.Fatal(err)
	}
}

// call joins one after the other and stays.
func call() {
	for range ops.Count(8) {
		time.Sleep(4 * time.Second)
		if err := join("http://" + os.Getenv("LISTEN") + "/join"); err != nil {
			log.Fatal(err)
		}
	}
	select {}
}

func join(url string) error {
	peer, err := webrtc.NewPeerConnection(webrtc.Configuration{})
	if err != nil {
		return err
	}
	chat, err := peer.CreateDataChannel("chat", nil)
	if err != nil {
		return err
	}
	chat.OnOpen(func() { chat.SendText("hello") })
	offer, err := peer.CreateOffer(nil)
	if err != nil {
		return err
	}
	gathered := webrtc.GatheringCompletePromise(peer)
	if err := peer.SetLocalDescription(offer); err != nil {
		return err
	}
	<-gathered
	text, err := json.Marshal(peer.LocalDescription())
	if err != nil {
		return err
	}
	response, err := http.Post(url, "application/json", bytes.NewReader(text))
	if err != nil {
		return err
	}
	defer response.Body.Close()
	var answer webrtc.SessionDescription
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		return err
	}
	return peer.SetRemoteDescription(answer)
}
