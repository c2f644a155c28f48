package main

import (
	"crypto/sha1"
	"encoding/base64"
	"fmt"
	"io"
	"net"
	"net/http"
	"syscall"
)

// kept is never closed: a listener that nothing refers to would be, by its finalizer.
var kept []io.Closer

// listenSilent accepts connections (the kernel does) and never reads or writes.
func listenSilent() string {
	l := listen()
	kept = append(kept, l)
	return l.Addr().String()
}

// listenFull has no place left in its queue: a connection to it stays in SYN_SENT.
func listenFull() string {
	fd, err := syscall.Socket(syscall.AF_INET, syscall.SOCK_STREAM, 0)
	check(err)
	check(syscall.Bind(fd, &syscall.SockaddrInet4{Addr: [4]byte{127, 0, 0, 1}}))
	check(syscall.Listen(fd, 0))
	address, err := syscall.Getsockname(fd)
	check(err)
	for i := 0; i < 4; i++ {
		waiting, err := syscall.Socket(syscall.AF_INET, syscall.SOCK_STREAM, 0)
		check(err)
		syscall.SetNonblock(waiting, true)
		syscall.Connect(waiting, address)
	}
	return fmt.Sprintf("127.0.0.1:%d", address.(*syscall.SockaddrInet4).Port)
}

// silentDNS takes the questions of a resolver and answers none. Without the right to port 53 it is
// not there, and the captures that need it fail.
func silentDNS() {
	if c, err := net.ListenPacket("udp", "127.0.0.53:53"); err == nil {
		kept = append(kept, c)
	}
}

// websocket opens one, sends a text each time the client sends something, and else keeps quiet.
func websocket(w http.ResponseWriter, r *http.Request) {
	sum := sha1.Sum([]byte(r.Header.Get("Sec-WebSocket-Key") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"))
	c, rw, err := w.(http.Hijacker).Hijack()
	if err != nil {
		return
	}
	defer c.Close()
	fmt.Fprintf(c, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"+
		"Sec-WebSocket-Accept: %s\r\n\r\n\x81\x02ok", base64.StdEncoding.EncodeToString(sum[:]))
	for {
		if _, err := rw.ReadByte(); err != nil {
			return
		}
	}
}

func listen() net.Listener {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	check(err)
	return l
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
