// Package trail writes the audit trail to the city's syslog relay.
package trail

import (
	"fmt"
	"log/syslog"
)

type Trail struct {
	w *syslog.Writer
}

func Dial(relay string) (*Trail, error) {
	w, err := syslog.Dial("tcp", relay, syslog.LOG_INFO|syslog.LOG_LOCAL3, "parking")
	if err != nil {
		return nil, err
	}
	return &Trail{w: w}, nil
}

// Event is one line; attrs go into it as they are.
func (t *Trail) Event(kind, plate string, attrs map[string]string) {
	t.w.Info(fmt.Sprintf("kind=%s plate=%s attrs=%v", kind, plate, attrs))
}

func (t *Trail) Alarm(kind string, err error) {
	t.w.Err(fmt.Sprintf("kind=%s err=%v", kind, err))
}
