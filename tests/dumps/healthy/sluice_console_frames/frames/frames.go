// Package frames is the little of the websocket protocol that the consoles speak.
package frames

import (
	"bufio"
	"crypto/sha1"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
)

const guid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"

type Conn struct {
	c  net.Conn
	br *bufio.Reader
}

// Accept takes the connection of the request over.
func Accept(w http.ResponseWriter, r *http.Request) (*Conn, error) {
	key := r.Header.Get("Sec-WebSocket-Key")
	if key == "" {
		return nil, errors.New("no websocket")
	}
	c, rw, err := w.(http.Hijacker).Hijack()
	if err != nil {
		return nil, err
	}
	sum := sha1.Sum([]byte(key + guid))
	fmt.Fprintf(rw, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"+
		"Sec-WebSocket-Accept: %s\r\n\r\n", base64.StdEncoding.EncodeToString(sum[:]))
	if err := rw.Flush(); err != nil {
		c.Close()
		return nil, err
	}
	return &Conn{c, rw.Reader}, nil
}

// Next returns the text of the next frame.
func (c *Conn) Next() (string, error) {
	var head [2]byte
	if _, err := io.ReadFull(c.br, head[:]); err != nil {
		return "", err
	}
	n := int(head[1] & 0x7f)
	if head[0]&0xf == 8 || n > 125 {
		return "", io.EOF
	}
	var mask [4]byte
	if _, err := io.ReadFull(c.br, mask[:]); err != nil {
		return "", err
	}
	text := make([]byte, n)
	if _, err := io.ReadFull(c.br, text); err != nil {
		return "", err
	}
	for i := range text {
		text[i] ^= mask[i%4]
	}
	return string(text), nil
}

func (c *Conn) Close() error { return c.c.Close() }
