package batch

import (
	"strconv"
	"strings"
)

type Batch struct {
	part   int
	totals map[string]int
	failed map[string]string
}

func New(part int) *Batch { return &Batch{part: part, totals: map[string]int{}} }

func (b *Batch) Settle(lines []string) {
	for _, line := range lines {
		b.one(line)
	}
}

func (b *Batch) one(line string) {
	defer b.note(line)
	fields := strings.Split(line, ";")
	cents, _ := strconv.Atoi(fields[1])
	b.totals[fields[0]] += cents
}

func (b *Batch) note(line string) {
	if p := recover(); p != nil {
		b.failed[line] = "unreadable"
	}
}
