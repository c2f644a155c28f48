// Package pages merges the postings of several ledgers by date.
package pages

import "iter"

type Posting struct {
	Day    int
	Cents  int
	Ledger string
}

type Ledger struct {
	Name string
	Days []int
}

func (l *Ledger) Postings() iter.Seq[Posting] {
	return func(yield func(Posting) bool) {
		for i, d := range l.Days {
			if !yield(Posting{Day: d, Cents: i * 100, Ledger: l.Name}) {
				return
			}
		}
	}
}

type head struct {
	next func() (Posting, bool)
	top  Posting
	ok   bool
}

// FirstPage returns the n oldest postings of all ledgers.
func FirstPage(ledgers []*Ledger, n int) (page []Posting) {
	heads := make([]*head, 0, len(ledgers))
	for _, l := range ledgers {
		next, _ := iter.Pull(l.Postings())
		h := &head{next: next}
		h.top, h.ok = next()
		heads = append(heads, h)
	}
	for len(page) < n {
		h := oldest(heads)
		if h == nil {
			break
		}
		page = append(page, h.top)
		h.top, h.ok = h.next()
	}
	return page
}

func oldest(heads []*head) (best *head) {
	for _, h := range heads {
		if h.ok && (best == nil || h.top.Day < best.top.Day) {
			best = h
		}
	}
	return best
}
