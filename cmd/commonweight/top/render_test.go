package top

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden pages again")

// busy is a run with a bit of everything.
func busy() Board {
	b := Board{
		Coordinator: "http://127.0.0.1:8547", Block: 1234, Now: 1_700_000_000, Run: 3, Windows: 40, Steps: 640, Head: 21, Final: 17,
		Commitments: 26, Rejected: 1, Voided: 4, Disputed: 2,
		Lease: &Lease{Holder: "0xe20747cb5352e620e65ef9706c2d558ef35fa7fa", Window: 21, AcquiredAt: 1_700_000_000 - 900, Deadline: 1_700_000_000 + 2700, Bond: "0.14"},
	}
	for w := range uint64(21) {
		b.Losses = append(b.Losses, Loss{Window: w, Loss: 1.5 + 3.5/float64(1+w), Final: w < 17})
	}
	b.Disputes = []Dispute{
		{9, 20, "0xe20747cb5352e620e65ef9706c2d558ef35fa7fa", "0x79d1735fa87038850721462b96b509f48ec7aed1", "match: trace, 4 moves, step 323; court: 2 of 5 ballots committed"},
		{8, 20, "0xe20747cb5352e620e65ef9706c2d558ef35fa7fa", "0x5aeda56215b167893e80b4fe645ba6d5bab767de", "sealed"},
		{7, 18, "0x6330a553fc93768f612722bb8c2ec78ac90b3bbc", "0x79d1735fa87038850721462b96b509f48ec7aed1", "court: falls, appeal"},
	}
	b.Clocks = []Clock{
		{"dispute 9: committer to move", b.Now + 75}, {"dispute 8 has to be opened", b.Now + 600}, {"the lease on window 21", b.Now + 2700},
		{"window 20: 2 of 5 ballots committed", b.Now + 9000}, {"window 20 may be challenged", b.Now + 40_000}, {"window 18: falls, appeal", b.Now + 400_000},
		{"demand for bytes of window 19", b.Now - 30},
	}
	return b
}

// TestPages compares whole pages with those that somebody has looked at.
func TestPages(t *testing.T) {
	old := busy()
	old.Trouble = "the coordinator can't be read: connection refused"
	done := Board{Run: 1, Coordinator: "http://c", Block: 9, Now: 100, Windows: 3, Steps: 6, Head: 3, Final: 3, Commitments: 3, NoLoss: "this coordinator keeps no checkpoints"}
	for _, c := range []struct {
		name          string
		board         Board
		width, height int
		style         Style
	}{
		{"busy-120x40", busy(), 120, 40, Plain}, {"busy-80x24", busy(), 80, 24, Plain}, {"narrow-40x16", busy(), 40, 16, Plain}, {"coloured-80x24", busy(), 80, 24, Coloured},
		{"old-80x24", old, 80, 24, Plain}, {"done-80x24", done, 80, 24, Plain}, {"empty-80x24", Board{Run: 1}, 80, 24, Plain},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Render(c.board, c.width, c.height, c.style) + "\n"
			path := filepath.Join("testdata", c.name+".txt")
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

var escapes = regexp.MustCompile("\x1b\\[[0-9]+m")

// TestPagesFit: at every size no line is wider and no page is longer than the terminal, and colours are closed again.
func TestPagesFit(t *testing.T) {
	full, empty := busy(), Board{}
	for i := range uint64(60) {
		full.Disputes = append(full.Disputes, Dispute{i, i, strings.Repeat("x", 80), strings.Repeat("y", 80), strings.Repeat("z", 200)})
		full.Clocks = append(full.Clocks, Clock{strings.Repeat("w", 200), full.Now + i})
	}
	full.Losses = append(full.Losses, Loss{Window: 39, Loss: math.NaN()}, Loss{Window: math.MaxUint64 - 1, Loss: math.Inf(1)})
	for width := range 140 {
		for height := range 50 {
			for _, b := range []Board{full, empty} {
				plain, coloured := Render(b, width, height, Plain), Render(b, width, height, Coloured)
				if plain != escapes.ReplaceAllString(coloured, "") {
					t.Fatalf("%dx%d: colours change the page", width, height)
				}
				if strings.Count(coloured, "\x1b") != len(escapes.FindAllString(coloured, -1)) || strings.Count(coloured, "\x1b[0m")*2 != strings.Count(coloured, "\x1b") {
					t.Fatalf("%dx%d: a colour is cut or left open", width, height)
				}
				lines := strings.Split(plain, "\n")
				if len(lines) > max(height, 1) {
					t.Fatalf("%dx%d: %d lines", width, height, len(lines))
				}
				for _, line := range lines {
					if n := utf8.RuneCountInString(line); n > width {
						t.Fatalf("%dx%d: a line of %d: %q", width, height, n, line)
					}
				}
			}
		}
	}
}

func TestSpan(t *testing.T) {
	for seconds, want := range map[uint64]string{0: "0 s", 119: "119 s", 120: "2 min", 7199: "119 min", 7200: "2 h 00 min", 172_799: "47 h 59 min", 172_800: "2 days"} {
		if got := span(1000, 1000+seconds); got != want {
			t.Errorf("%d: %q, want %q", seconds, got, want)
		}
	}
	if got := span(10, 5); got != "0 s" {
		t.Errorf("backwards: %q", got)
	}
}

// TestBoardAsJSON: a loss that is no number doesn't break it.
func TestBoardAsJSON(t *testing.T) {
	b := busy()
	b.Losses = []Loss{{1, math.NaN(), true}, {2, 1.5, false}}
	text, err := json.Marshal(b)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"losses":[{"final":true,"loss":null,"window":1},{"final":false,"loss":1.5,"window":2}]`, `"rejected":1`, fmt.Sprintf(`"now":%d`, b.Now)} {
		if !bytes.Contains(text, []byte(want)) {
			t.Errorf("no %s in %s", want, text)
		}
	}
}
