package importer

import (
	"bufio"
	"context"
	"errors"
	"io"
	"strconv"
	"strings"
	"sync"

	"github.com/kontor/ledger/stream"
)

type booking struct {
	date, iban string
	cents      int64
}

type Store struct {
	sync.Mutex
	rows []booking
}

func NewStore() *Store { return &Store{} }

func (s *Store) add(b booking) {
	s.Lock()
	s.rows = append(s.rows, b)
	s.Unlock()
}

// Run imports one bank statement and returns the number of its bookings.
func Run(ctx context.Context, r io.Reader, store *Store) int {
	lines := make(chan string)
	failed := make(chan error, 1)
	bookings := stream.Map(stream.Filter(lines, notHeader), parse)
	go stream.Each(bookings, store.add)

	go func() {
		failed <- read(r, lines)
	}()
	if err := <-failed; err != nil {
		return -1
	}
	close(lines)
	return len(store.rows)
}

func read(r io.Reader, out chan<- string) error {
	sc := bufio.NewScanner(r)
	for sc.Scan() {
		if strings.HasSuffix(sc.Text(), ";x") {
			return errors.New("not an amount: " + sc.Text())
		}
		out <- sc.Text()
	}
	return sc.Err()
}

func notHeader(l string) bool { return !strings.HasPrefix(l, "date") }

func parse(l string) booking {
	p := strings.Split(l, ";")
	f, _ := strconv.ParseFloat(p[2], 64)
	return booking{p[0], p[1], int64(f * 100)}
}
