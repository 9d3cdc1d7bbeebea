// Package forecast says who is right in every dispute that is open, as far as one machine's own replay knows, and notices decisions that say
// otherwise.
//
//	log of the chain ──Take──▶ Book ──Open──▶ disputes with their forecasts
//	own replay ─────Judged──▶      └─Finding─▶ a tally, a match, a rejection or finality agrees, contradicts, or nobody here can tell
//
// It reads events and is told roots; it asks no node, replays nothing and sends nothing. Agents use it for their metrics, the coordinator's monitor
// for its alarms.
package forecast
