// Command calls is where customers and advisers meet.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"

	"github.com/northshop/calls/internal/ops"
	"github.com/northshop/calls/internal/room"
	"github.com/pion/webrtc/v4"
)

func main() {
	if os.Getenv("CALL_ROOMS") != "" {
		call()
	}
	lobby := room.New()
	mux := http.NewServeMux()
	mux.HandleFunc("/rooms", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, lobby.Size()) })
	mux.HandleFunc("/join", func(w http.ResponseWriter, r *http.Request) {
		var offer webrtc.SessionDescription
		if err := json.NewDecoder(r.Body).Decode(&offer); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		answer, err := lobby.Join(offer)
		if err != nil {
			log.Printf("join: %v", err)
			http.Error(w, "the call cannot be taken", http.StatusInternalServerError)
			return
		}
		json.NewEncoder(w).Encode(answer)
	})
	ops.Start(mux)
	startCallers()
	ops.Wait()
}
