// Package author owns what a run's author does once: fill in a RunSpec, store it with its dataset, register and fund the run. What is
// registered are replica.Terms, the same that every agent compares before its first bond.
package author
