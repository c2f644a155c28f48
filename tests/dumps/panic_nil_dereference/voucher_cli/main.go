// Command voucher prints labels, several at once.
package main

import (
	"fmt"
	"os"
	"sync"
	"time"

	"github.com/northshop/voucher/internal/voucher"
)

type printer struct {
	lines chan string
	wg    sync.WaitGroup
}

func (p *printer) work() {
	defer p.wg.Done()
	for line := range p.lines {
		time.Sleep(time.Millisecond)
		fmt.Println(voucher.Parse(line).Label())
	}
}

func main() {
	if os.Getenv("REPANIC") != "" {
		defer func() {
			if v := recover(); v != nil {
				fmt.Println("printing failed, the rest is not printed")
				panic(v)
			}
		}()
		fmt.Println(voucher.Parse("SUMMER10").Label())
	}
	if os.Getenv("NESTED") != "" {
		defer func() { panic(fmt.Errorf("close printer: %v", recover())) }()
		fmt.Println(voucher.Parse("SUMMER10").Label())
	}
	if os.Getenv("CLEANUP") != "" {
		defer func() {
			var p *printer
			close(p.lines) // panics while panicking
		}()
		fmt.Println(voucher.Parse("SUMMER10").Label())
	}
	p := &printer{lines: make(chan string)}
	for i := 0; i < 3; i++ {
		p.wg.Add(1)
		go p.work()
	}
	for _, line := range []string{"WINTER20;xmas", "SPRING5;easter", "SUMMER10", "AUTUMN7;harvest"} {
		p.lines <- line
	}
	close(p.lines)
	p.wg.Wait()
}
