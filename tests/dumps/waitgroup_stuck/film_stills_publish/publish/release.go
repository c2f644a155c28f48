package publish

import "sync"

// Release publishes all stills of a film and returns when the broker has them.
func Release(p *Producer, film string, stills [][]byte) error {
	var (
		wg    sync.WaitGroup
		mu    sync.Mutex
		first error
	)
	for _, s := range stills {
		wg.Add(1)
		p.Send(Message{Film: film, Body: s, Done: func(err error) {
			defer wg.Done()
			if err != nil {
				mu.Lock()
				first = err
				mu.Unlock()
			}
		}})
	}
	wg.Wait()
	return first
}
