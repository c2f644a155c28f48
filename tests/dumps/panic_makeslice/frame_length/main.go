// Command frames reads length-prefixed frames from a till.
package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"strconv"
)

type decoder struct{ r io.Reader }

func (d *decoder) frame() ([]byte, error) {
	var size int64
	if err := binary.Read(d.r, binary.BigEndian, &size); err != nil {
		return nil, err
	}
	body := make([]byte, size) // BUG: the sender decides how much
	_, err := io.ReadFull(d.r, body)
	return body, err
}

func queue() chan []byte {
	backlog, _ := strconv.Atoi(os.Getenv("BACKLOG"))
	return make(chan []byte, backlog)
}

func main() {
	out := queue()
	go func() {
		for frame := range out {
			fmt.Println(len(frame))
		}
	}()
	d := &decoder{bytes.NewReader([]byte("\xff\xff\xff\xff\xff\xff\xff\xf0mug"))}
	for {
		frame, err := d.frame()
		if err != nil {
			return
		}
		out <- frame
	}
}
