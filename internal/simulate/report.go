package simulate

import (
	"fmt"
	"strings"
	"text/tabwriter"
)

// Text is the report for a terminal.
func (r *Report) Text() string {
	var text strings.Builder
	fmt.Fprintf(&text, "seed %d\n\n", r.Seed)
	figures(&text, r.Numbers)
	for _, s := range r.Scenarios {
		fmt.Fprintf(&text, "\n%s: %s\n", s.Name, s.Promise)
		for _, b := range s.Broken {
			fmt.Fprintf(&text, "  NOT AS PROMISED: %s\n", b)
		}
		figures(&text, s.Figures)
		for _, t := range s.Tables {
			fmt.Fprintf(&text, "  %s\n", t.Title)
			w := tabwriter.NewWriter(&text, 0, 0, 2, ' ', 0)
			fmt.Fprintln(w, "    "+strings.Join(t.Columns, "\t"))
			for _, row := range t.Rows {
				fmt.Fprintln(w, "    "+strings.Join(row, "\t"))
			}
			w.Flush()
		}
	}
	return text.String()
}

func figures(text *strings.Builder, figures []Figure) {
	w := tabwriter.NewWriter(text, 0, 0, 2, ' ', 0)
	for _, f := range figures {
		fmt.Fprintf(w, "  %s\t%s %s\n", f.Name, number(f.Value), f.Unit)
	}
	w.Flush()
}

// The generated part of a page lies between these lines.
const (
	generatedBegin = "<!-- simulated: what follows is written by make simulate -->\n"
	generatedEnd   = "<!-- end of what is simulated -->\n"
)

// Replace returns a page with its generated part written again. It is false if the page has none.
func (r *Report) Replace(page string) (string, bool) {
	before, rest, found := strings.Cut(page, generatedBegin)
	_, after, ended := strings.Cut(rest, generatedEnd)
	if !found || !ended {
		return page, false
	}
	return before + generatedBegin + r.Markdown() + generatedEnd + after, true
}

// Markdown is the report for a page.
func (r *Report) Markdown() string {
	var text strings.Builder
	fmt.Fprintf(&text, "\nPlayed on %s, seed %d, on %s. What happens on chain depends on the seed alone.\n\n", r.Date, r.Seed, r.Machine)
	r.inequalities(&text)
	list(&text, "the run", r.Numbers)
	for _, s := range r.Scenarios {
		fmt.Fprintf(&text, "### %s\n\n%s. ", s.Name, capital(s.Promise))
		if len(s.Broken) > 0 {
			fmt.Fprintf(&text, "**Not as promised**: %s. ", strings.Join(s.Broken, "; "))
		}
		fmt.Fprintf(&text, "%s hours of chain time.\n\n", number(s.Hours))
		if len(s.Figures) > 0 {
			list(&text, "", s.Figures)
		}
		for _, t := range s.Tables {
			fmt.Fprintf(&text, "%s:\n\n", t.Title)
			grid(&text, t.Columns, t.Rows)
		}
		for _, p := range s.Plots {
			fmt.Fprintf(&text, "![%s](figures/%s)\n\n", p.Title, p.file())
		}
	}
	return text.String()
}

func list(text *strings.Builder, title string, figures []Figure) {
	rows := make([][]string, len(figures))
	for i, f := range figures {
		rows[i] = []string{f.Name, strings.TrimSpace(number(f.Value) + " " + f.Unit)}
	}
	grid(text, []string{title, ""}, rows)
}

func grid(text *strings.Builder, columns []string, rows [][]string) {
	fmt.Fprintf(text, "| %s |\n|%s\n", strings.Join(columns, " | "), strings.Repeat("---|", len(columns)))
	for _, row := range rows {
		fmt.Fprintf(text, "| %s |\n", strings.Join(row, " | "))
	}
	text.WriteString("\n")
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
