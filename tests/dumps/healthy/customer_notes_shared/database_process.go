package main

import (
	"encoding/binary"
	"io"
	"log"
	"net"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
)

// startDatabase runs a stand-in for mongod as a second process of the same binary: it answers every
// command as an empty database that stands alone.
func startDatabase() string {
	addr := os.Getenv("LISTEN_PUBLIC")
	if os.Getenv("SERVE_DATABASE") != "" {
		listener, err := net.Listen("tcp", addr)
		if err != nil {
			log.Fatal(err)
		}
		for {
			conn, err := listener.Accept()
			if err != nil {
				log.Fatal(err)
			}
			go answer(conn)
		}
	}
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), "SERVE_DATABASE=1")
	child.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := child.Start(); err != nil {
		log.Fatal(err)
	}
	return "mongodb://" + addr + "/?directConnection=true"
}

const (
	opQuery = 2004
	opMsg   = 2013
)

func answer(conn net.Conn) {
	defer conn.Close()
	head := make([]byte, 16)
	for {
		if _, err := io.ReadFull(conn, head); err != nil {
			return
		}
		body := make([]byte, binary.LittleEndian.Uint32(head)-16)
		if _, err := io.ReadFull(conn, body); err != nil {
			return
		}
		if strings.Contains(string(body), "topologyVersion") {
			time.Sleep(10 * time.Second) // a monitor that waits for a change
		}
		doc, err := bson.Marshal(bson.M{"ok": 1, "n": 1, "isWritablePrimary": true, "helloOk": true,
			"minWireVersion": 0, "maxWireVersion": 21, "maxBsonObjectSize": 16 << 20,
			"maxMessageSizeBytes": 48000000, "maxWriteBatchSize": 100000,
			"topologyVersion": bson.M{"processId": bson.ObjectID{1}, "counter": int64(1)}})
		if err != nil {
			return
		}
		if _, err := conn.Write(reply(head, doc)); err != nil {
			return
		}
	}
}

func reply(head, doc []byte) []byte {
	out := make([]byte, 8, 64+len(doc))
	binary.LittleEndian.PutUint32(out[4:], 7)
	out = append(out, head[4:8]...)
	if binary.LittleEndian.Uint32(head[12:]) == opQuery {
		out = binary.LittleEndian.AppendUint32(out, 1)
		out = binary.LittleEndian.AppendUint32(out, 8)
		out = append(out, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0)
	} else {
		out = binary.LittleEndian.AppendUint32(out, opMsg)
		out = append(out, 0, 0, 0, 0, 0)
	}
	out = append(out, doc...)
	binary.LittleEndian.PutUint32(out, uint32(len(out)))
	return out
}
