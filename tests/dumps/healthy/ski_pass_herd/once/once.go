// Package once runs equal work one time for all who want it now.
package once

import "sync"

type job struct {
	wg  sync.WaitGroup
	val interface{}
	err error
}

type Herd struct {
	mu   sync.Mutex
	jobs map[string]*job
}

func (h *Herd) Do(key string, fn func() (interface{}, error)) (interface{}, error) {
	h.mu.Lock()
	if h.jobs == nil {
		h.jobs = make(map[string]*job)
	}
	if j, ok := h.jobs[key]; ok {
		h.mu.Unlock()
		j.wg.Wait()
		return j.val, j.err
	}
	j := new(job)
	j.wg.Add(1)
	h.jobs[key] = j
	h.mu.Unlock()
	defer func() {
		h.mu.Lock()
		delete(h.jobs, key)
		h.mu.Unlock()
		j.wg.Done()
	}()
	j.val, j.err = fn()
	return j.val, j.err
}
