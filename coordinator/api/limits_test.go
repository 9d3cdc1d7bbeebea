package api

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

func TestAnAddressThatAsksTooMuchWaits(t *testing.T) {
	s := set(t)
	handler := New(s.config)
	ask := func(from string) int {
		r := httptest.NewRequest("GET", "/graphql?query=%7Bruns%7Bid%7D%7D", nil)
		r.RemoteAddr = from
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, r)
		return w.Code
	}
	const each = atOnce / 5 // of either neighbour
	begun, answered := time.Now(), 0
	for range each {
		for _, neighbour := range []string{"[2001:db8::1]:1000", "[2001:db8::ffff]:1"} { // in the same /64
			switch code := ask(neighbour); code {
			case http.StatusOK:
				answered++
			case http.StatusTooManyRequests:
			default:
				t.Fatal(code)
			}
		}
	}
	// A slow machine leaves the purse time to fill, and pays for queries that took long.
	if slow := int(time.Since(begun).Seconds()*perSecond/5) + 1; answered < each-slow || answered > each+slow {
		t.Errorf("%d of %d are answered, want %d, or %d more or less", answered, 2*each, each, slow)
	}
	if ask("192.0.2.1:1000") != http.StatusOK {
		t.Error("another address is refused")
	}
}

func TestAddressesAreForgotten(t *testing.T) {
	a := newAddresses()
	for n := range 2 * known {
		a.allow(fmt.Sprintf("10.%d.%d.%d:1", n>>16, n>>8&255, n&255), 1, time.Now())
	}
	if n := a.purses.Len(); n != known {
		t.Errorf("%d are remembered, want %d", n, known)
	}
}

// TestLongQueriesArePaidFor: time that was spent on an address's queries is taken from what it may ask next.
func TestLongQueriesArePaidFor(t *testing.T) {
	a := newAddresses()
	now := time.Now()
	for range 3 {
		a.charge("192.0.2.1:1", queryTimeout)
	}
	if a.allow("192.0.2.1:1", 1, now.Add(time.Second)) {
		t.Error("half a minute of queries cost nothing")
	}
	if !a.allow("192.0.2.1:1", 1, now.Add(time.Minute)) {
		t.Error("the address is never forgiven")
	}
}

// TestOneAddressLeavesRoomForOthers takes all places of an address; another's are free.
func TestOneAddressLeavesRoomForOthers(t *testing.T) {
	a := newAddresses()
	var leave func()
	for range queriesOne {
		var err error
		if leave, err = a.enter(t.Context(), "192.0.2.1:1"); err != nil {
			t.Fatal(err)
		}
	}
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
	defer cancel()
	if _, err := a.enter(ctx, "192.0.2.1:2"); err == nil {
		t.Error("one more query runs")
	}
	if _, err := a.enter(t.Context(), "192.0.2.2:1"); err != nil {
		t.Error("another address waits")
	}
	leave()
	if _, err := a.enter(t.Context(), "192.0.2.1:2"); err != nil {
		t.Error("a place that was left isn't free")
	}
}

// FuzzRequest sends anything to every path.
func FuzzRequest(f *testing.F) {
	s := set(f)
	handler := New(s.config)
	f.Add("/api/runs/1", "a=b", "1-0x00", `{"query": "{runs{id}}"}`)
	f.Add("/graphql", "query={runs{id}}&variables={}", "", "")
	f.Add("/ipfs/bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy", "format=car", "", "")
	f.Add("/calendar.ics", "run=1", "", "")
	f.Fuzz(func(t *testing.T, path, given, lastID, body string) {
		for _, method := range []string{"GET", "POST"} {
			ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond) // streams have no end of their own
			r := httptest.NewRequest(method, "/", strings.NewReader(body)).WithContext(ctx)
			r.URL.Path, r.URL.RawQuery, r.RemoteAddr = "/"+strings.TrimPrefix(path, "/"), given, "x"
			r.Header["Last-Event-ID"], r.Header["Content-Type"] = []string{lastID}, []string{"application/json"}
			w := httptest.NewRecorder()
			handler.ServeHTTP(w, r)
			cancel()
			if w.Code == http.StatusInternalServerError {
				t.Errorf("%s %s?%s: %s", method, path, given, w.Body)
			}
			if strings.HasPrefix(w.Header().Get("Content-Type"), "application/json") && !json.Valid(w.Body.Bytes()) {
				t.Errorf("%s %s?%s: no JSON: %s", method, path, given, w.Body)
			}
		}
	})
}
