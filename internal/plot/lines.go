package plot

import (
	"bytes"
	"fmt"
	"io"
	"math"
)

// Lines is a picture of quantities over one another.
type Lines struct {
	Title, X, Y string
	Lines       []Line
}

// Line is one of them. Points come in the order they are joined.
type Line struct {
	Name   string
	Points []XY
}

// XY is a point.
type XY struct{ X, Y float64 }

// strokes are what tells lines apart.
var strokes = []struct{ colour, dashes string }{
	{"#2f80cf", "none"}, {"#d9534f", "7 3"}, {"#c77d0a", "2 3"}, {"#5a9a3c", "12 3 2 3"}, {"#8a63c9", "4 4"}, {"#767676", "1 5"},
}

// legendColumns is how many names stand beside each other.
const legendColumns = 3

// WriteSVG draws the picture.
//
// Bounds: 6 lines.
func (l Lines) WriteSVG(w io.Writer) error {
	if len(l.Lines) > len(strokes) {
		return fmt.Errorf("plot %q: %d lines, at most %d can be told apart", l.Title, len(l.Lines), len(strokes))
	}
	rows := (len(l.Lines) + legendColumns - 1) / legendColumns
	var b bytes.Buffer
	begin(&b, l.Title)
	for i := range l.Lines {
		fmt.Fprintf(&b, ".line%d { stroke: %s; stroke-width: 2; stroke-dasharray: %s; fill: none; stroke-linejoin: round }\n", i, strokes[i].colour, strokes[i].dashes)
	}
	b.WriteString("</style>\n")
	text(&b, left, 26, "start", "title", l.Title)
	x, y := l.scales(float64(top + 20*max(0, rows-1)))
	drawAxes(&b, x, y, l.X, l.Y)
	for i, one := range l.Lines {
		class := fmt.Sprintf("line%d", i)
		at, row := float64(left+260*(i%legendColumns)), float64(48+20*(i/legendColumns))
		line(&b, class, at, row-4, at+26, row-4)
		text(&b, at+32, row, "start", "", one.Name)
		drawXY(&b, x, y, class, one.Points)
	}
	b.WriteString("</svg>\n")
	_, err := w.Write(b.Bytes())
	return err
}

// scales covers every finite point, and the zero of Y.
func (l Lines) scales(high float64) (x, y scale) {
	x0, x1 := math.Inf(1), math.Inf(-1)
	y0, y1 := 0.0, 0.0
	for _, one := range l.Lines {
		for _, p := range one.Points {
			if finite(p.X) && finite(p.Y) {
				x0, x1 = math.Min(x0, p.X), math.Max(x1, p.X)
				y0, y1 = math.Min(y0, p.Y), math.Max(y1, p.Y)
			}
		}
	}
	if x0 > x1 {
		x0, x1 = 0, 1
	}
	return niceScale(x0, x1, 8, 1e-9, left, width-right), niceScale(y0, y1, 6, 1e-9, height-bottom, high)
}

// drawXY joins the finite points, with a gap where there is none.
func drawXY(b *bytes.Buffer, x, y scale, class string, points []XY) {
	var path bytes.Buffer
	command := "M"
	for _, p := range points {
		if !finite(p.X) || !finite(p.Y) {
			command = "M"
			continue
		}
		fmt.Fprintf(&path, "%s%s %s", command, px(x.at(p.X)), px(y.at(p.Y)))
		command = "L"
	}
	if path.Len() > 0 {
		fmt.Fprintf(b, `<path class="%s" d="%s"/>`+"\n", class, path.Bytes())
	}
}
