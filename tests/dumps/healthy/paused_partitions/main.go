package main

import (
	"net/http"
	"time"

	"mq.internal/bridge/consumer"
	"mq.internal/bridge/internal/ops"
)

func main() {
	c := consumer.New(func(consumer.Message) { time.Sleep(time.Millisecond) })
	c.Run(&consumer.Memory{}, ops.Count(6))
	admin := http.NewServeMux()
	for path, state := range map[string]bool{"/pause": true, "/resume": false} {
		state := state
		admin.HandleFunc(path, func(http.ResponseWriter, *http.Request) { c.SetPaused(state) })
	}
	ops.Start(admin)
	ops.Wait()
}
