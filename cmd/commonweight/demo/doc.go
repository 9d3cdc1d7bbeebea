// Package demo plays the main job on a real chain in this process: a run trained by strangers, one of whom lies, one idles and one
// challenges the truth. It only composes agents; what they do lives in their rooms. The Byzantine ones are honest agents with one part
// exchanged.
//
//	stage      chain, storage, dataset, run, actors with their keys and folders
//	scenario   who starts when, and what has to be seen before the next act
//	audit      what must always hold, checked after the last act by a replay that trusts nobody
//	report     report.json, the table, the plot, the exported model
//	display    what a person sees meanwhile
package demo
