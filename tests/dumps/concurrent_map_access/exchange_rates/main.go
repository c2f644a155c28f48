// Command rates converts prices.
package main

import (
	"fmt"
	"os"
	"time"

	"github.com/northshop/exchange-rates/internal/rates"
)

func main() {
	t := rates.NewTable()
	go t.Refresh()
	for i := 0; i < 3; i++ {
		go func() {
			for {
				if os.Getenv("MODE") == "range" {
					t.All()
				} else {
					t.Rate("CHF")
				}
			}
		}()
	}
	time.Sleep(20 * time.Second)
	fmt.Println("no crash")
}
