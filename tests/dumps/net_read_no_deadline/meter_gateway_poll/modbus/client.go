package modbus

import (
	"encoding/binary"
	"fmt"
	"io"
	"net"
	"time"
)

// Client speaks Modbus/TCP with one gateway.
type Client struct {
	conn net.Conn
	tid  uint16
}

func Dial(addr string) (*Client, error) {
	c, err := net.DialTimeout("tcp", addr, 3*time.Second)
	if err != nil {
		return nil, fmt.Errorf("modbus: %w", err)
	}
	return &Client{conn: c}, nil
}

func (c *Client) ReadHolding(unit byte, reg, n uint16) ([]byte, error) {
	c.tid++
	req := make([]byte, 12)
	binary.BigEndian.PutUint16(req[0:], c.tid)
	binary.BigEndian.PutUint16(req[4:], 6)
	req[6], req[7] = unit, 3
	binary.BigEndian.PutUint16(req[8:], reg)
	binary.BigEndian.PutUint16(req[10:], n)
	if _, err := c.conn.Write(req); err != nil {
		return nil, err
	}
	return c.readFrame()
}

func (c *Client) readFrame() ([]byte, error) {
	var hdr [7]byte
	if _, err := io.ReadFull(c.conn, hdr[:]); err != nil {
		return nil, err
	}
	body := make([]byte, binary.BigEndian.Uint16(hdr[4:])-1)
	_, err := io.ReadFull(c.conn, body)
	return body, err
}

func (c *Client) Close() error { return c.conn.Close() }
