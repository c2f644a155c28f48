package plots

import "sync"

// WaitingList has those who want a garden.
type WaitingList struct {
	sync.Mutex
	rule   *neglect
	offers []int
}

// Offer puts a plot on the list when the rule says that nobody cares for it.
func (l *WaitingList) Offer(p *Plot) bool {
	l.Lock()
	defer l.Unlock()
	if !l.rule.applies(p) {
		return false
	}
	l.offers = append(l.offers, p.No)
	return true
}

type neglect struct{ limit int }

func (n *neglect) applies(p *Plot) bool { return overgrown(p) > n.limit }

func overgrown(p *Plot) int { return p.weeds + p.in.Season()%2 }
