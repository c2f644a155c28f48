// Command cart keeps the carts of visitors.
package main

import (
	"fmt"
	"os"
	"sync"
	"time"

	"github.com/northshop/cart-unlock/internal/cart"
)

func main() {
	store := cart.NewStore()
	var wg sync.WaitGroup
	for _, visitor := range []string{"ada", "bob"} {
		visitor := visitor
		wg.Add(1)
		go func() {
			defer wg.Done()
			time.Sleep(time.Second)
			fmt.Println(store.Size(visitor))
		}()
	}
	switch os.Getenv("MODE") {
	case "read":
		store.Peek("eve")
	case "write":
		store.Clear("eve")
	default:
		store.Add("eve", "mug", 0)
	}
	wg.Wait()
}
