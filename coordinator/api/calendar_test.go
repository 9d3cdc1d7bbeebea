package api

import (
	"strings"
	"testing"
)

func TestCalendar(t *testing.T) {
	s := set(t)
	get := func(target string) string {
		w := s.do("GET", target, "")
		if w.Code != 200 || !strings.HasPrefix(w.Header().Get("Content-Type"), "text/calendar") {
			t.Fatalf("%s: %d %s", target, w.Code, w.Body)
		}
		return w.Body.String()
	}
	all := get("/calendar.ics")
	for _, line := range strings.SplitAfter(all, "\r\n") {
		if len(line) > 77 || strings.Contains(strings.TrimSuffix(line, "\r\n"), "\n") {
			t.Errorf("no line of RFC 5545: %q", line)
		}
	}
	unfolded := strings.ReplaceAll(all, "\r\n ", "")
	for _, want := range []string{"DTSTART:20270115T080100Z\r\nSUMMARY:Run 1: the lease of window 2 ends", "UID:lease-1-4@test", "ballots must be in", "ballots must be revealed",
		"window 1 can be challenged until now"} {
		if !strings.Contains(unfolded, want) {
			t.Errorf("%q is missing:\n%s", want, unfolded)
		}
	}
	if n := strings.Count(all, "BEGIN:VEVENT"); n != 4 {
		t.Errorf("%d deadlines, want 4: the past has none", n)
	}
	for target, want := range map[string]int{"/calendar.ics?run=2": 0, "/calendar.ics?dispute=1": 2, "/calendar.ics?account=" + bob: 2, "/calendar.ics?account=" + ada: 4} {
		if n := strings.Count(get(target), "BEGIN:VEVENT"); n != want {
			t.Errorf("%s: %d deadlines, want %d", target, n, want)
		}
	}
	if w := s.do("GET", "/calendar.ics?run=x", ""); w.Code != 400 {
		t.Errorf("%d", w.Code)
	}
}

func TestCalendarText(t *testing.T) {
	got := icalendar("a;b", 0, []appointment{{uid: "1", at: 1 << 62, summary: "x,\ny\\" + strings.Repeat("ü", 60), description: "\x00bell\a"}})
	want := "SUMMARY:x\\,\\ny\\\\" + strings.Repeat("ü", 29) + "\r\n " + strings.Repeat("ü", 31) + "\r\nDESCRIPTION:bell\r\n"
	if !strings.Contains(got, want) || !strings.Contains(got, "DTSTART:99991231T235959Z") || !strings.Contains(got, `NAME:a\;b`) {
		t.Errorf("%q", got)
	}
}
