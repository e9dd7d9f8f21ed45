package main

import (
	"context"
	"fmt"
	"io"
	"time"
)

// progress says at a terminal how far a command is that takes longer than a second.
type progress struct {
	w     io.Writer // nil where there is no terminal
	now   func() time.Time
	total int
	began time.Time
	drawn time.Time
	shown bool
}

// progress begins now.
func (s *System) progress(ctx context.Context, total int) *progress {
	p := &progress{now: s.Now, total: total, began: s.Now()}
	if total > 1 && s.Terminal != nil && s.Terminal(ctx) != nil {
		p.w = s.Err
	}
	return p
}

// step has report print what it has to say of one more, and then says how many are done.
func (p *progress) step(done int, report func()) {
	p.clear()
	report()
	now := p.now()
	if p.w == nil || now.Sub(p.began) < time.Second || now.Sub(p.drawn) < time.Second/10 || done == p.total {
		return
	}
	const width = 30
	fmt.Fprintf(p.w, "\r[%-*s] %d of %d functions", width, "=============================="[:width*done/p.total], done, p.total)
	p.drawn, p.shown = now, true
}

// clear takes the line away, so that others can be printed.
func (p *progress) clear() {
	if p.shown {
		fmt.Fprint(p.w, "\r\x1b[K")
		p.shown = false
	}
}
