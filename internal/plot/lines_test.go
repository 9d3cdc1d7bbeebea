package plot

import (
	"bytes"
	"encoding/xml"
	"io"
	"math"
	"strings"
	"testing"
)

func draw(t *testing.T, l Lines) string {
	t.Helper()
	var b bytes.Buffer
	if err := l.WriteSVG(&b); err != nil {
		t.Fatal(err)
	}
	decoder := xml.NewDecoder(bytes.NewReader(b.Bytes()))
	for {
		if _, err := decoder.Token(); err == io.EOF {
			break
		} else if err != nil {
			t.Fatalf("not XML: %v", err)
		}
	}
	return b.String()
}

func TestLinesAreTheirNumbers(t *testing.T) {
	l := Lines{Title: "cost & gain", X: "share", Y: "coins", Lines: []Line{
		{"cost", []XY{{0, 0}, {1, 10}, {2, 5}}}, {"gain", []XY{{0, 10}, {1, math.NaN()}, {2, 0}}},
	}}
	text := draw(t, l)
	// x: 0…2 on 70…840 pixels, y: 0…10 on 384…64.
	for _, want := range []string{
		`<path class="line0" d="M70 384L455 64L840 224"/>`, `<path class="line1" d="M70 64M840 384"/>`, "cost &amp; gain", ">share<", ">coins<", ">gain<",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s in\n%s", want, text)
		}
	}
	if draw(t, l) != text {
		t.Error("the same numbers, other bytes")
	}
}

func TestNothingToDraw(t *testing.T) { draw(t, Lines{Title: "nothing"}) }

func TestTooManyLinesAreRefused(t *testing.T) {
	if err := (Lines{Lines: make([]Line, 7)}).WriteSVG(io.Discard); err == nil {
		t.Error("seven lines can't be told apart")
	}
}
