package top

import (
	"fmt"
	"math"
	"strings"
)

// curve draws the losses as points over the run's windows: a filled one is final, a ring isn't. It takes rows lines and an empty one.
func (p *page) curve(b Board, rows int) {
	defer p.put()
	var finite []Loss
	for _, l := range b.Losses {
		if !math.IsNaN(l.Loss) && !math.IsInf(l.Loss, 0) {
			finite = append(finite, l)
		}
	}
	if len(finite) == 0 {
		reason := b.NoLoss
		if reason == "" {
			reason = "no window is committed yet"
		}
		p.put(piece{bold, "LOSS      "}, piece{dim, reason})
		return
	}
	last := finite[len(finite)-1]
	p.put(piece{bold, "LOSS      "}, say("%s after window %d", number(last.Loss), last.Window), piece{dim, skipped(len(b.Losses) - len(finite))})
	rows-- // the line above
	low, high := finite[0].Loss, finite[0].Loss
	for _, l := range finite {
		low, high = min(low, l.Loss), max(high, l.Loss)
	}
	if high == low {
		high, low = high+0.5, low-0.5
	}
	const label = 10
	width := p.width - label
	grid := make([][]rune, rows)
	for i := range grid {
		grid[i] = []rune(strings.Repeat(" ", width))
	}
	windows := max(b.Windows, last.Window+1, 2)
	for _, l := range finite {
		x := int(float64(width-1) * float64(l.Window) / float64(windows-1))
		y := int(math.Round(float64(rows-1) * (high - l.Loss) / (high - low)))
		mark := '○'
		if l.Final {
			mark = '●'
		}
		if grid[y][x] != '●' {
			grid[y][x] = mark
		}
	}
	for i, row := range grid {
		axis := ""
		switch i {
		case 0:
			axis = number(high)
		case rows - 1:
			axis = number(low)
		}
		p.put(piece{dim, fmt.Sprintf("%8s │", axis)}, say("%s", string(row)))
	}
}

func skipped(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("; %d losses are no numbers", n)
}
