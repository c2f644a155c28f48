package main

import "eggs/timer"

func main() { timer.New().Stop() }
