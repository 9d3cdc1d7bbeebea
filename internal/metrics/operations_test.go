package metrics

import (
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var operations = filepath.Join("..", "..", "docs", "operations")

func read(t *testing.T, name ...string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(append([]string{operations}, name...)...))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// names of all roles, with their labels.
func names() map[string][]string {
	all := make(map[string][]string)
	for _, role := range Roles() {
		maps.Copy(all, New(role, "").Names())
	}
	return all
}

var (
	selector = regexp.MustCompile(`\b(commonweight_[a-z0-9_]+)(\{[^}]*\})?`)
	matcher  = regexp.MustCompile(`(\w+)\s*(?:=~|!~|!=|=)\s*"`)
)

// wrong says what of an expression isn't ours: a name that nobody shows, or a label that it doesn't have.
func wrong(known map[string][]string, expr string) (problems []string) {
	for _, found := range selector.FindAllStringSubmatch(expr, -1) {
		labels, ok := known[found[1]]
		if !ok {
			problems = append(problems, found[1])
			continue
		}
		for _, label := range matcher.FindAllStringSubmatch(found[2], -1) {
			if !slices.Contains(append([]string{"job", "instance"}, labels...), label[1]) {
				problems = append(problems, found[1]+"{"+label[1]+"}")
			}
		}
	}
	return problems
}

// dashboards returns the expressions of every page.
func dashboards(t *testing.T) map[string][]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(operations, "dashboards", "*.json"))
	if err != nil || len(files) != len(Roles())+1 {
		t.Fatalf("%d dashboards, %v; want one for each role and an overview", len(files), err)
	}
	all := make(map[string][]string)
	for _, file := range files {
		var page struct {
			UID    string `json:"uid"`
			Panels []struct {
				Targets []struct{ Expr string }
			}
		}
		if err := json.Unmarshal([]byte(read(t, "dashboards", filepath.Base(file))), &page); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		for _, panel := range page.Panels {
			for _, target := range panel.Targets {
				all[filepath.Base(file)] = append(all[filepath.Base(file)], target.Expr)
			}
		}
	}
	return all
}

// TestDashboardsAskForWhatIsShown: each query of a role's page asks for metrics which that role shows.
func TestDashboardsAskForWhatIsShown(t *testing.T) {
	for file, exprs := range dashboards(t) {
		known := names()
		if role := Role(strings.TrimSuffix(file, ".json")); slices.Contains(Roles(), role) {
			known = New(role, "").Names()
		}
		if len(exprs) < 10 {
			t.Errorf("%s has %d queries", file, len(exprs))
		}
		for _, expr := range exprs {
			if problems := wrong(known, expr); len(problems) > 0 {
				t.Errorf("%s: %s: nobody shows %v", file, expr, problems)
			}
		}
	}
	if len(wrong(names(), `rate(commonweight_stepps_total[5m])`)) != 1 || len(wrong(names(), `commonweight_steps_total{color="red"}`)) != 1 {
		t.Error("a name and a label that nobody shows are found good")
	}
}

// promtool parses what Grafana will ask.
var promtool = flag.String("promtool", "", "promtool binary that parses the queries of the dashboards")

// TestDashboardsAreUnderstood writes each query as a recording rule and lets promtool parse it. Grafana's own variables get values first.
func TestDashboardsAreUnderstood(t *testing.T) {
	if *promtool == "" {
		t.Skip("make alerts gives a promtool")
	}
	grafana := strings.NewReplacer("$__rate_interval", "5m", "$instance", ".*")
	check := func(exprs ...string) error {
		rules := "groups:\n  - name: dashboards\n    rules:\n"
		for i, expr := range exprs {
			rules += fmt.Sprintf("      - {record: q%d, expr: %q}\n", i, grafana.Replace(expr))
		}
		path := filepath.Join(t.TempDir(), "rules.yml")
		if err := os.WriteFile(path, []byte(rules), 0o600); err != nil {
			t.Fatal(err)
		}
		if said, err := exec.Command(*promtool, "check", "rules", path).CombinedOutput(); err != nil {
			return fmt.Errorf("%w: %s", err, said)
		}
		return nil
	}
	for file, exprs := range dashboards(t) {
		if err := check(exprs...); err != nil {
			t.Errorf("%s: %v", file, err)
		}
	}
	if check("sum by (run) (commonweight_step{") == nil {
		t.Error("half a query is understood")
	}
}

// TestAlertsAskForWhatIsShown and are tested, and have a runbook each; no runbook is without its alert.
func TestAlertsAskForWhatIsShown(t *testing.T) {
	rules, tests, runbooks := read(t, "alerts.yml"), read(t, "alerts_test.yml"), read(t, "runbooks.md")
	for _, file := range []string{rules, tests} {
		if problems := wrong(names(), file); len(problems) > 0 {
			t.Errorf("nobody shows %v", problems)
		}
	}
	var alerts []string
	for _, rule := range strings.Split(rules, "- alert: ")[1:] {
		name, rest, _ := strings.Cut(rule, "\n")
		alerts = append(alerts, name)
		if !strings.Contains(rest, "runbook_url: runbooks.md#"+strings.ToLower(name)+"\n") {
			t.Errorf("%s doesn't name its runbook", name)
		}
		if !strings.Contains(rest, "severity: page") && !strings.Contains(rest, "severity: ticket") {
			t.Errorf("%s: how severe is it?", name)
		}
		if !strings.Contains(tests, `alertname="`+name+`"`) {
			t.Errorf("no test has %s fire", name)
		}
	}
	var headings []string
	for _, line := range strings.Split(runbooks, "\n") {
		if name, ok := strings.CutPrefix(line, "## "); ok {
			headings = append(headings, name)
		}
	}
	if !slices.Equal(alerts, headings) {
		t.Errorf("alerts %v\nrunbooks %v", alerts, headings)
	}
}

// TestSomebodyLooksAtEachMetric: what no dashboard and no alert asks for is no use to anybody.
func TestSomebodyLooksAtEachMetric(t *testing.T) {
	text := read(t, "alerts.yml")
	for _, exprs := range dashboards(t) {
		text += strings.Join(exprs, "\n")
	}
	for name := range names() {
		if strings.HasSuffix(name, "_sum") || strings.HasSuffix(name, "_count") || name == "commonweight_chain_block_timestamp_seconds" {
			continue // a histogram is looked at through its buckets; block time is there for queries of one's own
		}
		if !regexp.MustCompile(`\b` + name + `\b`).MatchString(text) {
			t.Errorf("nobody looks at %s", name)
		}
	}
}

// TestLinksOfOperations: links between these pages lead somewhere, and the names that they mention exist.
func TestLinksOfOperations(t *testing.T) {
	known := names()
	for _, page := range []string{"README.md", "runbooks.md"} {
		text := read(t, page)
		for _, link := range regexp.MustCompile(`\]\(([^)#]*)(?:#([^)]*))?\)`).FindAllStringSubmatch(text, -1) {
			target := page
			if link[1] != "" {
				target = link[1]
			}
			info, err := os.Stat(filepath.Join(operations, target))
			if err != nil {
				t.Errorf("%s: %s: %v", page, link[0], err)
				continue
			}
			if link[2] == "" || info.IsDir() {
				continue
			}
			anchors := regexp.MustCompile(`(?m)^#+ (.*)$`).FindAllStringSubmatch(read(t, target), -1)
			if !slices.ContainsFunc(anchors, func(a []string) bool { return strings.ReplaceAll(strings.ToLower(a[1]), " ", "-") == link[2] }) {
				t.Errorf("%s: %s leads nowhere", page, link[0])
			}
		}
	}
	table, _, _ := strings.Cut(read(t, "README.md"), "\nA label takes")
	_, table, _ = strings.Cut(table, "| about |")
	mentioned := regexp.MustCompile("`([a-z0-9_]+)(?:\\{([a-z,]+)\\})?`").FindAllStringSubmatch(table, -1)
	if len(mentioned) < 30 {
		t.Errorf("the README mentions %d metrics", len(mentioned))
	}
	for _, m := range mentioned {
		labels, ok := known[namespace+"_"+m[1]]
		if !ok {
			labels, ok = known[namespace+"_"+m[1]+"_bucket"]
		}
		if !ok {
			t.Errorf("the README mentions %s", m[1])
		}
		for _, label := range strings.FieldsFunc(m[2], func(r rune) bool { return r == ',' }) {
			if !slices.Contains(labels, label) {
				t.Errorf("the README mentions %s", m[0])
			}
		}
	}
}
