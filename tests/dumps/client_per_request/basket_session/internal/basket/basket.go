// Package basket keeps what customers want to buy.
package basket

import (
	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/session"
)

// Shelf is where all baskets are.
type Shelf struct{}

// New returns an empty shelf.
func New() *Shelf { return &Shelf{} }

// Add puts an item into the customer's basket.
func (s *Shelf) Add(c *fiber.Ctx) error {
	visit, err := session.New().Get(c)
	if err != nil {
		return err
	}
	visit.Set("item", c.Query("item"))
	return visit.Save()
}
