// Package book keeps the access log of each council.
package book

import (
	"log"

	"gopkg.in/natefinch/lumberjack.v2"
)

type Shelf map[string]*log.Logger

// Open returns the log of one council; the file is rotated, three old ones stay.
func Open(file string) *log.Logger {
	return log.New(&lumberjack.Logger{Filename: file, MaxSize: 10, MaxBackups: 3, MaxAge: 28}, "", log.LstdFlags)
}

func (s Shelf) Note(council, text string) {
	if l, ok := s[council]; ok {
		l.Print(text)
	}
}
