// Package ledger keeps postings by account.
package ledger

import (
	"iter"

	"finledger.dev/statements/ledger/seqs"
)

// Posting is one line of a statement.
type Posting struct {
	Account int
	Day     int
	Cents   int64
}

// Account has its postings by day.
type Account struct{ Number, Days int }

// Postings in order.
func (a Account) Postings() iter.Seq[Posting] {
	return func(yield func(Posting) bool) {
		for d := range a.Days {
			if !yield(Posting{a.Number, d, int64(a.Number*d) % 977}) {
				return
			}
		}
	}
}

// Statement merges the accounts of a customer.
func Statement(accounts ...Account) iter.Seq[Posting] {
	in := make([]iter.Seq[Posting], 0, len(accounts))
	for _, a := range accounts {
		in = append(in, a.Postings())
	}
	return seqs.Merge(func(a, b Posting) bool { return a.Day < b.Day }, in...)
}

// Page takes the first n.
func Page[T any](seq iter.Seq[T], n int) []T {
	page := make([]T, 0, n)
	for v := range seq {
		if page = append(page, v); len(page) == n {
			break
		}
	}
	return page
}
