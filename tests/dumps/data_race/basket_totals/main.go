// Command totals adds up baskets, several at once.
package main

import (
	"fmt"
	"os"
	"sync"
	"time"

	"github.com/northshop/basket-totals/internal/basket"
)

var customers = []string{"ada", "bob", "cyd"}

// each calls f for every customer, in goroutines of their own.
func each(f func(customer string)) {
	var wg sync.WaitGroup
	for _, customer := range customers {
		wg.Add(1)
		go func(customer string) {
			defer wg.Done()
			f(customer)
		}(customer)
	}
	wg.Wait()
}

func greetAll() {
	var wg sync.WaitGroup
	for _, customer := range customers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			fmt.Println(len(customer)) // BUG: with a go line below 1.22 all share one variable
		}()
		time.Sleep(time.Millisecond)
	}
	wg.Wait()
}

func saveAll() error {
	var err error
	done := make(chan struct{})
	go func() {
		err = os.WriteFile("/nonexistent/totals", nil, 0o600) // BUG: the caller's err
		close(done)
	}()
	if err != nil {
		return err
	}
	<-done
	return err
}

func main() {
	s := basket.NewStore()
	switch os.Getenv("SHAPE") {
	case "map":
		each(s.Add)
	case "append":
		each(s.Log)
	case "lazy":
		each(func(customer string) { fmt.Println(s.Rates()[customer]) })
	case "counter":
		each(func(string) { s.Visit() })
	case "error":
		fmt.Println(saveAll() != nil)
	default:
		greetAll()
	}
	s.Report()
}
