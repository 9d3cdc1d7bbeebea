package plot_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/internal/plot"
)

var update = flag.Bool("update", false, "write the golden picture")

// run is a loss as a small run has it: falling, one step without update, two rejected windows.
func run() plot.Loss {
	l := plot.Loss{Title: "tiny <gpt> & others"}
	for step := range 96 {
		loss := 2.5 + 3/(1+float64(step)/12) + 0.06*float64(step*7%11-5)/5
		if step == 40 {
			loss = math.NaN()
		}
		l.Points = append(l.Points, plot.Point{Step: step, Loss: loss})
	}
	lie := plot.Window{First: 24, Last: 31, Label: "liar"}
	for _, p := range l.Points[24:32] {
		lie.Points = append(lie.Points, plot.Point{Step: p.Step, Loss: p.Loss + 0.4})
	}
	l.Rejected = []plot.Window{lie, {First: 32, Last: 39}}
	return l
}

func draw(t *testing.T, l plot.Loss) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := l.WriteSVG(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestGoldenPicture(t *testing.T) {
	got := draw(t, run())
	if *update {
		if err := os.WriteFile("testdata/loss.svg", got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/loss.svg")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("the picture differs from testdata/loss.svg; look at it, then run with -update")
	}
	if !bytes.Equal(got, draw(t, run())) {
		t.Error("two pictures of the same numbers differ")
	}
}

// Whatever the numbers, the picture is well-formed, names its parts and holds no number that isn't one.
func TestOddNumbers(t *testing.T) {
	for name, l := range map[string]plot.Loss{
		"nothing":     {},
		"one step":    {Points: []plot.Point{{Step: 3, Loss: 1.5}}},
		"flat":        {Points: []plot.Point{{Step: 0, Loss: 2}, {Step: 1, Loss: 2}}},
		"zero":        {Points: []plot.Point{{Step: 0}, {Step: 1}}},
		"negative":    {Points: []plot.Point{{Step: 0, Loss: -1}, {Step: 1, Loss: -2}}},
		"no loss":     {Points: []plot.Point{{Step: 0, Loss: math.NaN()}, {Step: 1, Loss: math.Inf(1)}}},
		"wide":        {Points: []plot.Point{{Step: 0, Loss: 1e-30}, {Step: 1 << 40, Loss: 3e38}}},
		"narrow":      {Points: []plot.Point{{Step: 0, Loss: 1}, {Step: 1, Loss: 1 + 1e-15}}},
		"rejected":    {Rejected: []plot.Window{{First: 5, Last: 5, Label: `"<&>`}}},
		"checked":     {Points: []plot.Point{{Step: 0, Loss: 2}, {Step: 9, Loss: 1}}, Validation: []plot.Point{{Step: 4, Loss: 3}, {Step: 8, Loss: 2.5}}},
		"the picture": run(),
	} {
		picture := draw(t, l)
		decoder := xml.NewDecoder(bytes.NewReader(picture))
		decoder.Strict = true
		for {
			if _, err := decoder.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Errorf("%s: %v", name, err)
				break
			}
		}
		if s := string(picture); strings.Contains(s, "NaN") || strings.Contains(s, "Inf") || !strings.Contains(s, ">loss</text>") || !strings.Contains(s, ">step</text>") {
			t.Errorf("%s: %s", name, s)
		}
		if got, want := strings.Contains(string(picture), ">validation</text>"), len(l.Validation) > 0; got != want {
			t.Errorf("%s: a validation curve is drawn: %v", name, got)
		}
		if len(picture) > 64<<10 {
			t.Errorf("%s: %d bytes", name, len(picture))
		}
	}
}

func TestWriteErrorsPass(t *testing.T) {
	r, w := io.Pipe()
	broken := errors.New("broken pipe")
	r.CloseWithError(broken)
	if err := run().WriteSVG(w); !errors.Is(err, broken) {
		t.Error(err)
	}
}
