// Package monitor is the coordinator's own opinion about every open dispute: it replays the disputed window on a replica of its own, over a node of
// its own, and says which side its bits support, or that it can't tell. A tally, a match, a rejection or finality that says otherwise is an alarm:
// then the court was bought, an agent computes wrongly, or this machine does.
//
//	log ─▶ forecast.Book ─▶ disputed windows that nothing was computed for ─▶ Judge ─▶ Forecasts
//	                 └────▶ decisions ──────────────────────────────────────────────▶ Alarms
//
// It has no key, sends nothing and decides nothing, and it asks no agent: what an agent can be made to believe, it isn't.
package monitor
