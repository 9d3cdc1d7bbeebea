// Package coordinator puts a coordinator together: what everybody looks at and nobody trusts. Anyone can run one; two of them on the same chain show
// the same.
//
//	chain ─▶ index ─▶ store ─▶ query ─▶ api ─▶ pages, scripts, curl
//	           │                        ▲
//	           │       replica ─────────┘ evidence
//	           ├──▶ pin ─▶ storage           keeps what must stay available
//	           └──▶ keep ─▶ chain            where there is a key: pushes on whatever anyone may
//
// The parts know each other only here. What the index holds comes from the contracts' events alone, so a coordinator can be thrown away at any time
// and built again.
package coordinator
