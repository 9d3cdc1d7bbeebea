// Package top is a page for a terminal: where a run stands, who holds its lease, its loss, its disputes and the clocks that run. It reads one
// coordinator, as a browser would, and nothing else: no node, no key, no store.
//
//	coordinator ──GraphQL, events, losses──▶ Source ──▶ Board ──▶ Render: text of a width and height
//
// The loss of a window is what its checkpoint says, if the coordinator has read that; whether it is right only a replay knows.
// Whatever a coordinator says is bounded and stripped of control characters before it reaches the terminal.
package top
