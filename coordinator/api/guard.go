package api

import (
	"encoding/json"
	"net/http"
	"runtime/debug"
	"slices"
	"strings"
	"time"
)

// guard is what every request passes: its cost, headers that close what a browser would leave open, origins, its body's bound and its time.
func (s *server) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(out http.ResponseWriter, r *http.Request) {
		began := time.Now()
		w := &recorder{ResponseWriter: out}
		defer func() {
			p := recover()
			if p != nil && p != http.ErrAbortHandler {
				s.Log.Error("a request broke", "path", r.URL.Path, "panic", p, "stack", string(debug.Stack()))
				if w.status == 0 {
					problem(w, http.StatusInternalServerError, "this request broke something here")
					p = nil
				}
			}
			if p != nil {
				defer panic(http.ErrAbortHandler) // half an answer must not look like a whole one
			}
			if s.Answered != nil && !w.streamed {
				s.Answered(max(w.status, http.StatusOK), time.Since(began))
			}
			s.Log.Debug("served", "method", r.Method, "path", r.URL.Path, "status", w.status, "took", time.Since(began))
		}()
		closeDoors(w.Header())
		if !s.origin(w, r) {
			return
		}
		if !s.addresses.allow(r.RemoteAddr, cost(r.URL.Path), began) {
			w.Header().Set("Retry-After", "1")
			problem(w, http.StatusTooManyRequests, "too many requests from this address: wait a little")
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, maxBody)
		_ = http.NewResponseController(out).SetWriteDeadline(began.Add(s.patience)) // streams set theirs
		next.ServeHTTP(w, r)
	})
}

// locally answers those on this machine only.
func locally(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if who := neighbourhood(r.RemoteAddr); !who.IsValid() || !who.Addr().IsLoopback() {
			problem(w, http.StatusForbidden, "metrics are for this machine")
			return
		}
		next.ServeHTTP(w, r)
	})
}

// closeDoors says what a browser may do with an answer: show it as what it says it is, and nothing else.
func closeDoors(h http.Header) {
	h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
}

// origin answers preflights and lets the pages of named sites read. Who isn't a browser is never refused: there is nothing to protect from it.
func (s *server) origin(w http.ResponseWriter, r *http.Request) (goOn bool) {
	h, origin := w.Header(), r.Header.Get("Origin")
	h.Add("Vary", "Origin")
	allowed := origin != "" && (slices.Contains(s.Origins, "*") || slices.Contains(s.Origins, origin))
	if allowed {
		h.Set("Access-Control-Allow-Origin", origin)
		h.Set("Cross-Origin-Resource-Policy", "cross-origin")
	}
	if r.Method != http.MethodOptions {
		return true
	}
	if !allowed {
		problem(w, http.StatusForbidden, "pages of that site may not read this")
		return false
	}
	h.Set("Access-Control-Allow-Methods", "GET, POST")
	h.Set("Access-Control-Allow-Headers", "Content-Type, Last-Event-ID")
	h.Set("Access-Control-Max-Age", "600")
	w.WriteHeader(http.StatusNoContent)
	return false
}

// recorder remembers the status of an answer.
type recorder struct {
	http.ResponseWriter
	status   int
	streamed bool // its end says nothing of how quick we are
}

func (r *recorder) WriteHeader(status int) {
	if r.status == 0 {
		r.status = status
	}
	r.ResponseWriter.WriteHeader(status)
}

func (r *recorder) Write(b []byte) (int, error) {
	if r.status == 0 {
		r.status = http.StatusOK
	}
	return r.ResponseWriter.Write(b)
}

// Unwrap is for http.ResponseController.
func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }

func text(w http.ResponseWriter, status int, line string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(strings.TrimRight(line, "\n") + "\n"))
}

func answer(w http.ResponseWriter, status int, value any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(value) // the client has gone, or hears no more than that something broke
}

func problem(w http.ResponseWriter, status int, what string) {
	answer(w, status, map[string]string{"error": what})
}
