// Command export writes orders as a table.
package main

import (
	"fmt"
	"os"

	"github.com/northshop/column-tags/internal/columns"
)

type order struct {
	ID    string `column:"order"`
	Total int    `column:"total"`
}

func main() {
	switch os.Getenv("MODE") {
	case "set":
		columns.Set(order{}, "Total", 5)
	case "convert":
		columns.Set(&order{}, "Total", "five")
	case "call":
		columns.Call(order{}, "Normalise")
	default:
		fmt.Println(columns.Names(&order{}))
	}
}
