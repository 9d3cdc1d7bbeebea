// Package api offers what the index knows over HTTP, to pages, scripts and people with curl. It only reads; whoever can reach it can ask all of it.
//
//	/graphql                         POST or GET; the dialect of package query
//	/events                          server-sent events: blocks with what they changed, reorganisations
//	/api/…                           JSON, each a fixed query of the same dialect (json.go lists them)
//	/api/disputes/{id}/evidence.car  what it takes to check the disputed window offline
//	/calendar.ics                    deadlines that are still ahead
//	/ipfs/{cid}                      trustless gateway: a block, or the whole content as CAR
//	/healthz, /readyz, /metrics      for those who run it
//	/                                the pages, if there are any
//
// It knows neither chain nor SQL: queries go to package query, the rest comes by functions in Config.
//
// Every request has bounds: its body, its time, its cost per address (limits.go), the streams that are open. Other sites' pages may not read the
// answers unless they are named. Nothing of a request but method, path and status is logged.
package api
