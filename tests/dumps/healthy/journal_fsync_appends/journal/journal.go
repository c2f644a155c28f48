// Package journal appends records to a file and has them on the disk before it returns.
package journal

import (
	"encoding/binary"
	"hash/crc32"
	"os"
	"sync"
	"time"
)

type Journal struct {
	mu     sync.Mutex
	file   *os.File
	offset int64
	stop   chan struct{}
}

func Open(path string) (*Journal, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	j := &Journal{file: f, stop: make(chan struct{})}
	go j.rotate(time.Hour)
	return j, nil
}

// Append returns the offset of the record.
func (j *Journal) Append(record []byte) (int64, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	var head [8]byte
	binary.LittleEndian.PutUint32(head[:], uint32(len(record)))
	binary.LittleEndian.PutUint32(head[4:], crc32.ChecksumIEEE(record))
	if _, err := j.file.WriteAt(append(head[:], record...), j.offset); err != nil {
		return 0, err
	}
	if err := j.file.Sync(); err != nil {
		return 0, err
	}
	at := j.offset
	j.offset += int64(len(head) + len(record))
	return at, nil
}

func (j *Journal) rotate(every time.Duration) {
	t := time.NewTicker(every)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			j.mu.Lock()
			j.file.Truncate(0)
			j.offset = 0
			j.mu.Unlock()
		case <-j.stop:
			return
		}
	}
}

func (j *Journal) Close() error {
	close(j.stop)
	return j.file.Close()
}
