package main

import (
	"fmt"

	"billing.example/invoices/numbering"
)

func main() { fmt.Println(numbering.New(1).Next()) }
