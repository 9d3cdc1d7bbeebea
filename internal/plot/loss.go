package plot

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"strconv"
)

// Loss is what is drawn.
type Loss struct {
	Title      string
	Points     []Point  // the run as it stands, in step order
	Validation []Point  // on samples that aren't trained on, if there are any
	Rejected   []Window // what was thrown out on the way
}

// Point is the loss of one step. A NaN is a step that changed nothing; it is marked on the axis and leaves a gap.
type Point struct {
	Step int
	Loss float64
}

// Window is a range of steps, with the losses that were claimed for it if they are known.
type Window struct {
	First, Last int
	Label       string // "liar"
	Points      []Point
}

const (
	width, height            = 860, 440
	left, right, top, bottom = 70, 20, 64, 56
)

// scale maps values to pixels along one axis.
type scale struct {
	from, to  float64 // values
	low, high float64 // pixels
	ticks     []float64
}

func (s scale) at(v float64) float64 { return s.low + (v-s.from)/(s.to-s.from)*(s.high-s.low) }

// niceScale widens a range to whole steps of 1, 2 or 5 times a power of ten, about n of them.
func niceScale(from, to float64, n int, smallest, low, high float64) scale {
	if to <= from {
		to = from + math.Max(smallest, math.Abs(from)*0.1)
	}
	raw := math.Max((to-from)/float64(n), smallest)
	power := math.Pow10(int(math.Floor(math.Log10(raw))))
	step := 10 * power
	for _, nice := range []float64{1, 2, 5} {
		if raw <= nice*power {
			step = nice * power
			break
		}
	}
	first, last := math.Floor(from/step), math.Ceil(to/step)
	s := scale{from: first * step, to: last * step, low: low, high: high}
	for k := first; k <= last; k++ {
		s.ticks = append(s.ticks, k*step)
	}
	return s
}

// WriteSVG draws the picture.
func (l Loss) WriteSVG(w io.Writer) error {
	var b bytes.Buffer
	begin(&b, l.Title)
	b.WriteString(`.loss { stroke: #2f80cf; stroke-width: 2; fill: none; stroke-linejoin: round }
.claimed { stroke: #d9534f; stroke-width: 1.5; stroke-dasharray: 5 3; fill: none }
.rejected { fill: #d9534f; fill-opacity: .16 }
.edge { stroke: #d9534f; stroke-dasharray: 2 3 }
.noop { stroke: #b8860b; stroke-width: 2 }
</style>
`)
	text(&b, left, 26, "start", "title", l.Title)
	x, y := l.scales()
	drawAxes(&b, x, y, "step", "loss")
	for _, window := range l.Rejected {
		drawRejected(&b, x, y, window)
	}
	drawLine(&b, x, y, "loss", l.Points)
	if len(l.Validation) > 0 { // pictures without it stay what they were, to the byte
		b.WriteString("<style>.validation { stroke: #c77d0a; stroke-width: 2.5; stroke-dasharray: 7 3; fill: none }</style>\n")
		drawLine(&b, x, y, "validation", l.Validation)
	}
	noops := drawNoops(&b, x, y, l.Points)
	if len(l.Points) == 0 {
		text(&b, (left+width-right)/2, (top+height-bottom)/2, "middle", "", "no steps yet")
	}
	drawLegend(&b, len(l.Validation) > 0, len(l.Rejected) > 0, noops)
	b.WriteString("</svg>\n")
	_, err := w.Write(b.Bytes())
	return err
}

// scales covers every finite value that is drawn.
func (l Loss) scales() (x, y scale) {
	x0, x1 := math.Inf(1), math.Inf(-1)
	y0, y1 := math.Inf(1), math.Inf(-1)
	include := func(points []Point) {
		for _, p := range points {
			x0, x1 = math.Min(x0, float64(p.Step)), math.Max(x1, float64(p.Step))
			if finite(p.Loss) {
				y0, y1 = math.Min(y0, p.Loss), math.Max(y1, p.Loss)
			}
		}
	}
	include(l.Points)
	include(l.Validation)
	for _, window := range l.Rejected {
		x0, x1 = math.Min(x0, float64(window.First)), math.Max(x1, float64(window.Last))
		include(window.Points)
	}
	if x0 > x1 {
		x0, x1 = 0, 1
	}
	if y0 > y1 {
		y0, y1 = 0, 1
	}
	return niceScale(x0, x1, 8, 1, left, width-right), niceScale(y0, y1, 6, 1e-6, height-bottom, top)
}

// begin opens a picture and its style, with the rules that all pictures share.
func begin(b *bytes.Buffer, title string) {
	fmt.Fprintf(b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" aria-label="%s">
<style>
text { font: 13px system-ui, sans-serif; fill: #767676 }
.title { font-size: 16px; font-weight: 600 }
.grid { stroke: #767676; stroke-opacity: .25 }
.axis { stroke: #767676 }
`, width, height, width, height, escape(title))
}

func drawAxes(b *bytes.Buffer, x, y scale, xName, yName string) {
	for _, v := range y.ticks {
		line(b, "grid", x.low, y.at(v), x.high, y.at(v))
		text(b, x.low-8, y.at(v)+4, "end", "", tick(v, y))
	}
	for _, v := range x.ticks {
		line(b, "axis", x.at(v), y.low, x.at(v), y.low+5)
		text(b, x.at(v), y.low+20, "middle", "", tick(v, x))
	}
	line(b, "axis", x.low, y.low, x.high, y.low)
	line(b, "axis", x.low, y.low, x.low, y.high)
	text(b, (x.low+x.high)/2, height-12, "middle", "", xName)
	fmt.Fprintf(b, `<text transform="translate(18 %s) rotate(-90)" text-anchor="middle">%s</text>`+"\n", px((y.low+y.high)/2), escape(yName))
}

func drawRejected(b *bytes.Buffer, x, y scale, window Window) {
	from, to := x.at(float64(window.First)), x.at(float64(window.Last))
	// A window of one step is still to be seen.
	wide := math.Max(to-from, 3)
	fmt.Fprintf(b, `<rect class="rejected" x="%s" y="%s" width="%s" height="%s"><title>steps %d to %d: rejected%s</title></rect>`+"\n",
		px(from), px(y.high), px(wide), px(y.low-y.high), window.First, window.Last, escape(suffix(window.Label)))
	line(b, "edge", from, y.low, from, y.high)
	line(b, "edge", from+wide, y.low, from+wide, y.high)
	if window.Label != "" {
		text(b, from+wide/2, y.high+14, "middle", "", window.Label)
	}
	drawLine(b, x, y, "claimed", window.Points)
}

func suffix(label string) string {
	if label == "" {
		return ""
	}
	return ", " + label
}

// drawLine draws the finite points, with a gap where there is none.
func drawLine(b *bytes.Buffer, x, y scale, class string, points []Point) {
	var path bytes.Buffer
	drawn := 0
	for _, p := range points {
		if !finite(p.Loss) {
			drawn = 0
			continue
		}
		command := "L"
		if drawn == 0 {
			command = "M"
		}
		drawn++
		fmt.Fprintf(&path, "%s%s %s", command, px(x.at(float64(p.Step))), px(y.at(p.Loss)))
	}
	if path.Len() > 0 {
		fmt.Fprintf(b, `<path class="%s" d="%s"/>`+"\n", class, path.Bytes())
	}
}

// drawNoops marks steps without a loss and reports whether there are any.
func drawNoops(b *bytes.Buffer, x, y scale, points []Point) bool {
	any := false
	for _, p := range points {
		if !finite(p.Loss) {
			cross(b, x.at(float64(p.Step)), y.low-7)
			any = true
		}
	}
	return any
}

func cross(b *bytes.Buffer, x, y float64) {
	line(b, "noop", x-4, y-4, x+4, y+4)
	line(b, "noop", x-4, y+4, x+4, y-4)
}

func drawLegend(b *bytes.Buffer, validation, rejected, noops bool) {
	const y = 48
	x := float64(left)
	line(b, "loss", x, y-4, x+26, y-4)
	text(b, x+32, y, "start", "", "loss")
	x += 90
	if validation {
		line(b, "validation", x, y-4, x+26, y-4)
		text(b, x+32, y, "start", "", "validation")
		x += 130
	}
	if rejected {
		fmt.Fprintf(b, `<rect class="rejected" x="%s" y="%d" width="26" height="14"/>`+"\n", px(x), y-11)
		line(b, "claimed", x, y-4, x+26, y-4)
		text(b, x+32, y, "start", "", "rejected window")
		x += 160
	}
	if noops {
		cross(b, x+8, y-4)
		text(b, x+20, y, "start", "", "step that changed nothing")
	}
}

func line(b *bytes.Buffer, class string, x1, y1, x2, y2 float64) {
	fmt.Fprintf(b, `<line class="%s" x1="%s" y1="%s" x2="%s" y2="%s"/>`+"\n", class, px(x1), px(y1), px(x2), px(y2))
}

func text(b *bytes.Buffer, x, y float64, anchor, class, s string) {
	if class != "" {
		class = ` class="` + class + `"`
	}
	fmt.Fprintf(b, `<text x="%s" y="%s" text-anchor="%s"%s>%s</text>`+"\n", px(x), px(y), anchor, class, escape(s))
}

// px rounds to a tenth of a pixel: less can't be seen, and equal numbers stay equal bytes.
func px(v float64) string { return strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64) }

// tick prints a value with as many digits as the distance of the ticks needs.
func tick(v float64, s scale) string {
	if math.Abs(v) >= 1e9 {
		return strconv.FormatFloat(v, 'g', 6, 64)
	}
	digits := 0
	if len(s.ticks) > 1 {
		if apart := s.ticks[1] - s.ticks[0]; apart < 1 {
			digits = int(math.Ceil(-math.Log10(apart) - 1e-9))
		}
	}
	return strconv.FormatFloat(v+0, 'f', digits, 64)
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

func escape(s string) string {
	var b bytes.Buffer
	xml.EscapeText(&b, []byte(s))
	return b.String()
}
