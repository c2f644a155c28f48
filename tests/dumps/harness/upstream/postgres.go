package main

import (
	"bufio"
	"encoding/binary"
	"io"
	"net"
	"regexp"
	"strconv"
	"strings"
	"time"
)

var sleepCall = regexp.MustCompile(`pg_sleep\(([0-9.]+)\)`)

// servePostgres speaks as much of PostgreSQL's protocol as a driver needs for plain queries. Each
// select answers with 600 rows of one text column, after the seconds of its pg_sleep.
func servePostgres(l net.Listener) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		go postgresSession(c)
	}
}

func postgresSession(c net.Conn) {
	defer c.Close()
	r := bufio.NewReader(c)
	startup, err := readBody(r)
	if err != nil || len(startup) < 4 || binary.BigEndian.Uint32(startup) != 3<<16 {
		return // a request to cancel, or TLS
	}
	c.Write(append(message('R', 0, 0, 0, 0), message('Z', 'I')...))
	state := byte('I')
	for {
		kind, err := r.ReadByte()
		if err != nil {
			return
		}
		body, err := readBody(r)
		if err != nil || kind != 'Q' {
			return
		}
		c.Write(postgresAnswer(strings.TrimRight(string(body), "\x00"), &state))
	}
}

func postgresAnswer(query string, state *byte) []byte {
	word := strings.ToUpper(strings.Fields(query + " ;")[0])
	tag := word + " 1"
	var answer []byte
	switch word {
	case "INSERT":
		tag = "INSERT 0 1"
	case "BEGIN":
		*state, tag = 'T', word
	case "COMMIT", "ROLLBACK":
		*state, tag = 'I', word
	case "SELECT":
		if m := sleepCall.FindStringSubmatch(query); m != nil {
			seconds, _ := strconv.ParseFloat(m[1], 64)
			time.Sleep(time.Duration(seconds * float64(time.Second)))
		}
		// One column: name, table, number, type text (25), size, modifier, format.
		answer = message('T', append([]byte{0, 1, 'r', 'e', 'f', 0, 0, 0, 0, 0, 0, 0},
			0, 0, 0, 25, 255, 255, 255, 255, 255, 255, 0, 0)...)
		for i := 0; i < 600; i++ {
			text := "order-" + strconv.Itoa(i)
			row := []byte{0, 1, 0, 0, 0, byte(len(text))}
			answer = append(answer, message('D', append(row, text...)...)...)
		}
	}
	answer = append(answer, message('C', append([]byte(tag), 0)...)...)
	return append(answer, message('Z', *state)...)
}

func readBody(r *bufio.Reader) ([]byte, error) {
	var size uint32
	if err := binary.Read(r, binary.BigEndian, &size); err != nil {
		return nil, err
	}
	body := make([]byte, size-4)
	_, err := io.ReadFull(r, body)
	return body, err
}

func message(kind byte, body ...byte) []byte {
	head := []byte{kind, 0, 0, 0, 0}
	binary.BigEndian.PutUint32(head[1:], uint32(len(body)+4))
	return append(head, body...)
}
