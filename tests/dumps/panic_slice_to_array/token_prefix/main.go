// Command token checks the tokens of devices.
package main

import (
	"encoding/hex"
	"fmt"
)

type key [16]byte

type devices struct{ known map[key]string }

func (d *devices) find(token []byte) string {
	return d.known[key(token)] // BUG: a short token cannot be a key
}

func main() {
	d := &devices{known: map[key]string{{1}: "till 4"}}
	token, _ := hex.DecodeString("0a0b0c0d0e0f")
	fmt.Println(d.find(token))
}
