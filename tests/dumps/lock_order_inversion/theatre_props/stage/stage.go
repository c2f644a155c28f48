package stage

import (
	"sync"
	"time"
)

type emitter interface {
	Emit(event, payload string)
}

type Stage struct {
	sync.RWMutex
	props map[string]int
	out   emitter
}

func New(out emitter) *Stage { return &Stage{props: map[string]int{}, out: out} }

// Cue tells everybody which props the scene needs.
func (s *Stage) Cue(scene string) {
	s.RLock()
	defer s.RUnlock()
	time.Sleep(300 * time.Millisecond) // the light board fades
	for range []int{1, 2} {
		s.out.Emit("cue", scene)
	}
}

// Struck is called when a prop leaves the stage.
func (s *Stage) Struck(prop string) {
	time.Sleep(400 * time.Millisecond)
	s.Lock()
	defer s.Unlock()
	s.props[prop]--
}

func (s *Stage) Count() int {
	s.RLock()
	defer s.RUnlock()
	return len(s.props)
}
