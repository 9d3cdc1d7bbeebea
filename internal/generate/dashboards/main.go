// Command dashboards writes Grafana's dashboards into docs/operations/dashboards: one for each role, and an overview. The panels are listed in
// boards.go; this file knows how Grafana spells them.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

//go:generate go run . ../../../docs/operations/dashboards

// board is one page.
type board struct {
	file, title string
	rows        []row
}

// row is a line of panels under a heading; they share its width.
type row struct {
	title  string
	panels []panel
}

// panel is one picture.
type panel struct {
	title, help string
	unit        string // Grafana's: s, short, percentunit, coins
	single      bool   // the newest value as a number, instead of a curve
	queries     []query
}

// query is one expression; legend may use {{label}}.
type query struct{ expr, legend string }

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: dashboards FOLDER")
		os.Exit(2)
	}
	for _, b := range boards() {
		if err := write(filepath.Join(os.Args[1], b.file+".json"), b); err != nil {
			fmt.Fprintln(os.Stderr, "dashboards:", err)
			os.Exit(1)
		}
	}
}

func write(path string, b board) error {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(b.spell()); err != nil {
		return err
	}
	return os.WriteFile(path, text.Bytes(), 0o644)
}

// object is a JSON object; encoding/json sorts its keys.
type object = map[string]any

// datasource is the one that is chosen at the top of the page.
var datasource = object{"type": "prometheus", "uid": "${datasource}"}

func (b board) spell() object {
	var panels []object
	id, y := 0, 0
	for _, r := range b.rows {
		id++
		panels = append(panels, object{"id": id, "type": "row", "title": r.title, "collapsed": false, "panels": []object{}, "gridPos": at(0, y, width, 1)})
		y++
		each := width / len(r.panels)
		for i, p := range r.panels {
			id++
			panels = append(panels, p.spell(id, at(i*each, y, each, height)))
		}
		y += height
	}
	return object{
		"uid": "commonweight-" + b.file, "title": "Commonweight: " + b.title, "tags": []string{"commonweight"}, "schemaVersion": 39, "version": 1,
		"editable": true, "refresh": "30s", "time": object{"from": "now-6h", "to": "now"}, "timezone": "utc", "panels": panels,
		"templating": object{"list": []object{
			{"name": "datasource", "type": "datasource", "query": "prometheus", "label": "Data source"},
			{
				"name": "instance", "type": "query", "label": "Process", "datasource": datasource, "multi": true, "includeAll": true, "allValue": ".*",
				"query": "label_values(commonweight_build_info, instance)", "refresh": 2, "current": object{"text": "All", "value": "$__all"},
			},
		}},
		"links": []object{
			{"type": "dashboards", "tags": []string{"commonweight"}, "title": "Commonweight", "asDropdown": true, "includeVars": true, "keepTime": true},
		},
	}
}

const width, height = 24, 8

func at(x, y, w, h int) object { return object{"x": x, "y": y, "w": w, "h": h} }

func (p panel) spell(id int, place object) object {
	var targets []object
	for i, q := range p.queries {
		targets = append(targets, object{"refId": string(rune('A' + i)), "datasource": datasource, "expr": q.expr, "legendFormat": q.legend, "range": !p.single, "instant": p.single})
	}
	unit := p.unit
	if unit == "coins" {
		unit = "suffix: coins"
	}
	out := object{
		"id": id, "title": p.title, "description": p.help, "datasource": datasource, "gridPos": place, "targets": targets, "type": "timeseries",
		"fieldConfig": object{"defaults": object{"unit": unit, "custom": object{"fillOpacity": 8, "lineWidth": 1, "showPoints": "never", "spanNulls": false}}, "overrides": []object{}},
		"options":     object{"legend": object{"displayMode": "list", "placement": "bottom", "showLegend": true}, "tooltip": object{"mode": "multi", "sort": "desc"}},
	}
	if p.single {
		out["type"] = "stat"
		out["fieldConfig"] = object{"defaults": object{"unit": unit}, "overrides": []object{}}
		out["options"] = object{"colorMode": "none", "graphMode": "area", "reduceOptions": object{"calcs": []string{"lastNotNull"}, "fields": "", "values": false}}
	}
	return out
}
