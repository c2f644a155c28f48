// Command catalog prints where a category is.
package main

import (
	"fmt"
	"os"
	"time"

	"github.com/northshop/category-path/internal/catalog"
)

func main() {
	go func() {
		for range time.Tick(time.Minute) {
		}
	}()
	c := catalog.Load()
	if os.Getenv("MODE") == "print" {
		fmt.Println(c.Root)
	}
	fmt.Println(c.Path("mugs"))
}
