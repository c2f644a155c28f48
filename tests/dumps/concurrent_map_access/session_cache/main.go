// Command sessions remembers who is logged in.
package main

import (
	"fmt"
	"net/http"

	"github.com/northshop/session-cache/internal/ops"
)

type sessions struct{ users map[string]int }

func (s *sessions) login(user string) {
	for i := 0; i < 2000; i++ {
		s.users[fmt.Sprint(user, "/", i)] = i // BUG: handlers run at the same time
	}
}

func main() {
	s := &sessions{users: map[string]int{}}
	mux := http.NewServeMux()
	mux.HandleFunc("/login", func(w http.ResponseWriter, r *http.Request) {
		s.login(r.URL.Query().Get("user"))
	})
	ops.Start(mux)
	ops.Wait()
}
