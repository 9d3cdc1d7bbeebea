package simulate

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/commonweight/commonweight/internal/plot"
)

// Plot is a picture and the name of its file.
type Plot struct {
	Name  string `json:"name"`
	Title string `json:"title"`
	lines plot.Lines
}

// WritePlots draws the pictures of a report into a folder.
func (r *Report) WritePlots(folder string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return fmt.Errorf("draw what was simulated: %w", err)
	}
	for _, s := range r.Scenarios {
		for _, p := range s.Plots {
			if err := p.write(filepath.Join(folder, p.file())); err != nil {
				return fmt.Errorf("draw %s: %w", p.Name, err)
			}
		}
	}
	return nil
}

func (p Plot) file() string { return "economics-" + p.Name + ".svg" }

func (p Plot) write(path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := p.lines.WriteSVG(f); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

// curve joins values at 1, 2, 3, …
func curve(name string, values []float64) plot.Line {
	line := plot.Line{Name: name}
	for i, v := range values {
		line.Points = append(line.Points, plot.XY{X: float64(i + 1), Y: v})
	}
	return line
}

// over joins values over others.
func over(name string, x, y []float64) plot.Line {
	line := plot.Line{Name: name}
	for i := range x {
		line.Points = append(line.Points, plot.XY{X: x[i], Y: y[i]})
	}
	return line
}

// draw adds a picture.
func (w *world) draw(name, title, x, y string, lines ...plot.Line) {
	w.out.Plots = append(w.out.Plots, Plot{name, title, plot.Lines{Title: title, X: x, Y: y, Lines: lines}})
}
