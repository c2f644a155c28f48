// Package modbus speaks Modbus TCP.
package modbus

import (
	"encoding/binary"
	"errors"
	"io"
	"net"
	"sync"
	"time"
)

// Client is one connection to a controller.
type Client struct {
	mu   sync.Mutex
	conn net.Conn
	seq  uint16
	unit byte
}

// Dial connects.
func Dial(addr string, unit byte) (*Client, error) {
	c, err := net.DialTimeout("tcp", addr, 3*time.Second)
	if err != nil {
		return nil, err
	}
	return &Client{conn: c, unit: unit}, nil
}

// ReadHolding reads holding registers.
func (c *Client) ReadHolding(start, count uint16) ([]uint16, error) {
	pdu := []byte{3, 0, 0, 0, 0}
	binary.BigEndian.PutUint16(pdu[1:], start)
	binary.BigEndian.PutUint16(pdu[3:], count)
	body, err := c.transact(pdu)
	if err != nil {
		return nil, err
	}
	if len(body) < 2 || int(body[1]) != int(count)*2 {
		return nil, errors.New("modbus: short answer")
	}
	regs := make([]uint16, count)
	for i := range regs {
		regs[i] = binary.BigEndian.Uint16(body[2+2*i:])
	}
	return regs, nil
}

func (c *Client) transact(pdu []byte) ([]byte, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.seq++
	frame := make([]byte, 7, 7+len(pdu))
	binary.BigEndian.PutUint16(frame, c.seq)
	binary.BigEndian.PutUint16(frame[4:], uint16(len(pdu)+1))
	frame[6] = c.unit
	if _, err := c.conn.Write(append(frame, pdu...)); err != nil {
		return nil, err
	}
	head := make([]byte, 7)
	if _, err := io.ReadFull(c.conn, head); err != nil {
		return nil, err
	}
	body := make([]byte, binary.BigEndian.Uint16(head[4:])-1)
	_, err := io.ReadFull(c.conn, body)
	return body, err
}
