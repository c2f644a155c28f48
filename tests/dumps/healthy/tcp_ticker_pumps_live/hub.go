package main

import "sync"

type hub struct {
	sync.RWMutex
	members map[*session]struct{}
}

func (h *hub) join(s *session)  { h.Lock(); h.members[s] = struct{}{}; h.Unlock() }
func (h *hub) leave(s *session) { h.Lock(); delete(h.members, s); h.Unlock() }

func (h *hub) publish(line []byte) {
	h.RLock()
	defer h.RUnlock()
	for s := range h.members {
		select {
		case s.out <- line:
		default: // a slow one loses a line, not the others
		}
	}
}
