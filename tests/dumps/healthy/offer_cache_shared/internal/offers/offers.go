// Package offers finds what customers may like.
package offers

import (
	"time"

	"github.com/zeromicro/go-zero/core/collection"
)

// Shelf has the offers.
type Shelf struct{ found *collection.Cache }

// New returns the shelf.
func New() (*Shelf, error) {
	found, err := collection.NewCache(time.Minute)
	return &Shelf{found}, err
}

// For returns what a customer may like.
func (s *Shelf) For(customer string) (string, error) {
	offer, err := s.found.Take(customer, func() (any, error) { return "tea for " + customer, nil })
	if err != nil {
		return "", err
	}
	return offer.(string), nil
}
