package top

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// The page is laid out for at least this; a smaller terminal sees its upper left corner.
const minWidth, minHeight = 32, 8

// Style paints words; Plain leaves them as they are.
type Style struct{ on bool }

// Plain and Coloured are the two styles.
var (
	Plain    = Style{}
	Coloured = Style{on: true}
)

func (s Style) paint(code int, text string) string {
	if !s.on || code == 0 || text == "" {
		return text
	}
	return fmt.Sprintf("\x1b[%dm%s\x1b[0m", code, text)
}

// page is lines of a width.
type page struct {
	style         Style
	width, height int
	lines         []string
}

// Render draws the board: height lines at most, none wider than width.
func Render(b Board, width, height int, style Style) string {
	p := &page{style: style, width: max(width, minWidth), height: max(height, minHeight)}
	p.head(b)
	p.run(b)
	p.lease(b)
	// What is left is shared: clocks and disputes take what they need up to a third each, the curve takes the rest.
	left := p.height - len(p.lines)
	clocks := min(len(b.Clocks), max(left/3-1, 1))
	disputes := min(len(b.Disputes), max(left/3-1, 1))
	curve := left - (clocks + 1) - (disputes + 1) - 1
	if curve >= 4 {
		p.curve(b, curve)
	}
	p.section("DISPUTES", len(b.Disputes), disputes, func(i int) string { return p.dispute(b.Disputes[i]) })
	p.section("CLOCKS", len(b.Clocks), clocks, func(i int) string { return p.clock(b, b.Clocks[i]) })
	if len(p.lines) > height {
		p.lines = p.lines[:max(height, 0)]
	}
	if width < p.width {
		for i, line := range p.lines {
			p.lines[i] = crop(line, width)
		}
	}
	return strings.Join(p.lines, "\n")
}

// put adds a line of pieces, cut where the page ends. Each piece is painted on its own, so that no escape is cut.
func (p *page) put(pieces ...piece) {
	var line strings.Builder
	left := p.width
	for _, x := range pieces {
		n := utf8.RuneCountInString(x.text)
		if n > left {
			x.text, n = clip(x.text, left), left
		}
		line.WriteString(p.style.paint(x.code, x.text))
		if left -= n; left <= 0 {
			break
		}
	}
	p.lines = append(p.lines, strings.TrimRight(line.String(), " "))
}

// piece is text with a colour; code 0 is none.
type piece struct {
	code int
	text string
}

func say(format string, args ...any) piece { return piece{0, fmt.Sprintf(format, args...)} }

const (
	bold = 1
	dim  = 2
	warn = 33
)

func (p *page) head(b Board) {
	pieces := []piece{{bold, "commonweight top"}, say("  run %d  block %d  ", b.Run, b.Block)}
	switch {
	case b.Trouble != "":
		pieces = append(pieces, piece{warn, "OLD: " + b.Trouble})
	case b.Faulty:
		pieces = append(pieces, piece{warn, "the index of this coordinator has errors"})
	default:
		pieces = append(pieces, piece{dim, b.Coordinator})
	}
	p.put(pieces...)
	p.put()
}

func (p *page) run(b Board) {
	const label = "WINDOWS   "
	numbers := fmt.Sprintf("  %d of %d, %d final", b.Head, b.Windows, b.Final)
	p.put(piece{bold, label}, say("%s", bar(max(p.width-len(label)-len(numbers), 4), b.Windows, b.Final, b.Head)), say("%s", numbers))
	text := fmt.Sprintf("%d steps, %d commitments", b.Steps, b.Commitments)
	for _, x := range []struct {
		n    int
		what string
	}{{b.Rejected, "rejected"}, {b.Voided, "voided"}, {b.Disputed, "disputed"}} {
		if x.n > 0 {
			text += fmt.Sprintf(", %d %s", x.n, x.what)
		}
	}
	p.put(piece{dim, strings.Repeat(" ", len(label)) + text})
}

// bar shows what is final, what is committed and what is left.
func bar(width int, all, final, head uint64) string {
	if all == 0 {
		return strings.Repeat("·", width)
	}
	part := func(n uint64) int { return int(uint64(width) * min(n, all) / all) }
	full, half := part(final), part(max(head, final))
	return strings.Repeat("█", full) + strings.Repeat("▒", half-full) + strings.Repeat("·", width-half)
}

func (p *page) lease(b Board) {
	const label = "LEASE     "
	l := b.Lease
	switch {
	case l == nil && b.Head >= b.Windows && b.Windows > 0:
		p.put(piece{bold, label}, piece{dim, "every window is committed"})
	case l == nil:
		p.put(piece{bold, label}, piece{dim, "nobody holds it"})
	default:
		left := piece{0, span(b.Now, l.Deadline) + " left"}
		if l.Deadline < b.Now {
			left = piece{warn, "ran out " + span(l.Deadline, b.Now) + " ago"}
		} else if 5*(l.Deadline-b.Now) < l.Deadline-min(l.AcquiredAt, l.Deadline) {
			left.code = warn
		}
		p.put(piece{bold, label}, say("window %d  ", l.Window), left, say("  %s  bond %s", p.name(l.Holder), l.Bond))
	}
	p.put()
}

// name shortens a hash or address.
func (p *page) name(address string) string {
	if p.width >= 160 || len(address) < 14 {
		return address
	}
	return address[:6] + "…" + address[len(address)-4:]
}

// section draws a heading and the first lines of a list.
func (p *page) section(title string, all, shown int, line func(i int) string) {
	heading := title
	if all > shown {
		heading = fmt.Sprintf("%s (%d of %d)", title, shown, all)
	}
	if all == 0 {
		p.put(piece{bold, fmt.Sprintf("%-10s", title)}, piece{dim, "none"})
		return
	}
	p.put(piece{bold, heading})
	for i := range shown {
		p.put(say("%s", line(i)))
	}
}

func (p *page) dispute(d Dispute) string {
	start := fmt.Sprintf("%5d  window %-4d ", d.Number, d.Window)
	parties := p.name(d.Challenger) + " against " + p.name(d.Committer)
	if p.width < 110 {
		return start + " " + d.Place + "  " + parties
	}
	return start + " " + parties + "  " + d.Place
}

func (p *page) clock(b Board, c Clock) string {
	if c.Deadline < b.Now {
		return fmt.Sprintf("%11s  %s", "over", c.What)
	}
	return fmt.Sprintf("%11s  %s", span(b.Now, c.Deadline), c.What)
}

// span spells the time between two block times.
func span(from, to uint64) string {
	d := time.Duration(to-min(from, to)) * time.Second
	switch {
	case d < 2*time.Minute:
		return fmt.Sprintf("%d s", int(d.Seconds()))
	case d < 2*time.Hour:
		return fmt.Sprintf("%d min", int(d.Minutes()))
	case d < 48*time.Hour:
		return fmt.Sprintf("%d h %02d min", int(d.Hours()), int(d.Minutes())%60)
	}
	return fmt.Sprintf("%d days", int(d.Hours())/24)
}

// clip cuts plain text to a width.
func clip(text string, width int) string {
	runes := []rune(text)
	if len(runes) <= width {
		return text
	}
	if width <= 1 {
		return string(runes[:max(width, 0)])
	}
	return string(runes[:width-1]) + "…"
}

// crop cuts painted text to a width, leaving escapes whole.
func crop(text string, width int) string {
	var out strings.Builder
	n, escape := 0, false
	for _, r := range text {
		switch {
		case r == '\x1b':
			escape = true
		case escape:
			escape = r != 'm'
		default:
			if n++; n > width {
				continue
			}
		}
		out.WriteRune(r)
	}
	return out.String()
}

func number(x float64) string {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return "–"
	}
	return strconv.FormatFloat(x, 'g', 4, 64)
}
