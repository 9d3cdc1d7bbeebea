package main

import "github.com/spf13/cobra"

// verbs are the commands below the root, a file each.
func verbs(c *console) []*cobra.Command {
	return []*cobra.Command{
		demoVerb(c), devnetVerb(c), runVerb(c), workerVerb(c), verifyVerb(c), watchVerb(c), disputeVerb(c), goalVerb(c), validatorVerb(c), modelVerb(c), benchVerb(c),
		simulateVerb(c), coordinatorVerb(c), topVerb(c), doctorVerb(c), circuitsVerb(c),
	}
}
