// Command pistes tells apps and displays which runs are open.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"skigebiet.ch/pistes/internal/ops"
	"skigebiet.ch/pistes/pistes"
)

type server struct {
	board *pistes.Board
	file  string
}

func (s *server) piste(w http.ResponseWriter, r *http.Request) {
	no, _ := strconv.Atoi(r.URL.Query().Get("no"))
	fmt.Fprintln(w, s.board.Open(no))
}

// poll answers at the next change, or after four minutes.
func (s *server) poll(w http.ResponseWriter, r *http.Request) {
	changed, done := s.board.Watch()
	defer done()
	limit := time.NewTimer(4 * time.Minute)
	defer limit.Stop()
	select {
	case <-changed:
	case <-limit.C:
	case <-r.Context().Done():
	}
}

func (s *server) edit(w http.ResponseWriter, r *http.Request) {
	os.WriteFile(s.file, []byte(r.URL.Query().Get("no")), 0o600)
}

func (s *server) report(w http.ResponseWriter, r *http.Request) {
	no, _ := strconv.Atoi(r.URL.Query().Get("no"))
	go s.board.Report(no, r.URL.Query().Get("open") != "")
}

func main() {
	folder, err := os.MkdirTemp("", "pistes")
	if err != nil {
		log.Fatal(err)
	}
	s := &server{file: filepath.Join(folder, "open.txt")}
	if s.board, err = pistes.Load(s.file); err != nil {
		log.Fatal(err)
	}
	go s.board.CloseAtDusk(time.Second)
	mux := http.NewServeMux()
	mux.HandleFunc("/piste", s.piste)
	mux.HandleFunc("/poll", s.poll)
	mux.HandleFunc("/edit", s.edit)
	mux.HandleFunc("/report", s.report)
	ops.Start(mux)
	ops.Wait()
}
