package demo

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/term"
)

// status is what the live display shows below the story.
type status struct {
	act        string
	windows    int // of the run
	head       int // windows committed
	final      int // windows finalised
	loss       float64
	holder     string // of the lease
	disputes   int    // open
	rolledBack int    // windows that left the head so far
}

// display shows the story: lines that stay, and on a terminal a status that is redrawn.
//
// Concurrency: safe for any number of goroutines.
type display interface {
	line(text string)
	status(change func(*status))
	close()
}

// newDisplay picks the live display on a terminal and plain lines elsewhere.
func newDisplay(out io.Writer) display {
	if file, ok := out.(*os.File); ok && term.IsTerminal(int(file.Fd())) {
		return newLive(out)
	}
	return &plain{out: out, start: time.Now()}
}

// plain prints one line for each event.
type plain struct {
	mu    sync.Mutex
	out   io.Writer
	start time.Time
	last  status
}

func (p *plain) line(text string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	fmt.Fprintf(p.out, "%s  %s\n", elapsed(p.start), text)
}

func (p *plain) status(change func(*status)) {
	p.mu.Lock()
	defer p.mu.Unlock()
	before := p.last
	change(&p.last)
	if p.last.act != before.act {
		fmt.Fprintf(p.out, "%s  — %s\n", elapsed(p.start), p.last.act)
	}
}

func (p *plain) close() {}

func elapsed(start time.Time) string {
	s := int(time.Since(start).Seconds())
	return fmt.Sprintf("%2d:%02d", s/60, s%60)
}

// live redraws the status below the lines. It reads no keys, so that Ctrl-C stays a signal.
type live struct {
	program *tea.Program
	start   time.Time
	done    chan struct{}
}

func newLive(out io.Writer) *live {
	l := &live{start: time.Now(), done: make(chan struct{})}
	l.program = tea.NewProgram(board{start: l.start, width: 80}, tea.WithOutput(out), tea.WithInput(nil), tea.WithoutSignalHandler())
	go func() {
		defer close(l.done)
		if _, err := l.program.Run(); err != nil {
			fmt.Fprintln(out, "the live display stopped:", err)
		}
	}()
	return l
}

func (l *live) line(text string)            { l.program.Println(elapsed(l.start) + "  " + text) }
func (l *live) status(change func(*status)) { l.program.Send(change) }
func (l *live) close() {
	l.program.Quit()
	<-l.done
}

// board is the model of the live display.
type board struct {
	status
	start time.Time
	width int
}

type second struct{}

func everySecond() tea.Cmd { return tea.Tick(time.Second, func(time.Time) tea.Msg { return second{} }) }

func (b board) Init() tea.Cmd { return everySecond() }

func (b board) Update(message tea.Msg) (tea.Model, tea.Cmd) {
	switch m := message.(type) {
	case func(*status):
		m(&b.status)
	case tea.WindowSizeMsg:
		b.width = m.Width
	case second:
		return b, everySecond()
	}
	return b, nil
}

func (b board) View() tea.View {
	return tea.NewView(b.text())
}

func (b board) text() string {
	bar := max(min(b.width-30, 48), 10)
	filled, built := 0, 0
	if b.windows > 0 {
		filled, built = bar*b.final/b.windows, bar*b.head/b.windows
	}
	var s strings.Builder
	fmt.Fprintf(&s, "\n%s  %s\n", elapsed(b.start), b.act)
	fmt.Fprintf(&s, "  windows  %s%s%s  %d committed, %d final of %d\n",
		strings.Repeat("█", filled), strings.Repeat("▒", max(built-filled, 0)), strings.Repeat("·", max(bar-max(built, filled), 0)),
		b.head, b.final, b.windows)
	loss := "–"
	if b.loss > 0 {
		loss = fmt.Sprintf("%.3f", b.loss)
	}
	holder := b.holder
	if holder == "" {
		holder = "nobody"
	}
	fmt.Fprintf(&s, "  loss %s · lease: %s · open disputes: %d · windows rolled back: %d\n", loss, holder, b.disputes, b.rolledBack)
	return s.String()
}
