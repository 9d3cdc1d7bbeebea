package main

import (
	"fmt"
	"path/filepath"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/devnet"
	"github.com/commonweight/commonweight/internal/config"
	"github.com/spf13/cobra"
)

func devnetVerb(c *console) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "devnet",
		Short: "Run a local chain with the contracts and prefunded accounts",
		Long: `Runs a chain in this process until interrupted: chain id 1337, one block per second, HTTP and WebSocket RPC on loopback.
Keystores (keys/00.json …, password file keys/password) and deployment.json are written into the data folder. Its coins are worth nothing
and it forgets everything when it ends.`,
		Example: `  commonweight devnet --data-dir ./net
  commonweight run create --data-dir ./net --key-file ./net/keys/00.json --key-password-file ./net/keys/password --data ./text`,
		Args: cobra.NoArgs,
	}
	port := cmd.Flags().Int("port", 8545, "port of the RPC, HTTP and WebSocket alike (0: a free one)")
	seed := cmd.Flags().String("seed", "", "seed of the accounts' keys (public, for local chains only)")
	elements := elementsFlag(cmd, "deploy a key for proofs of elements of at most that many terms (1024: an hour of setup, 0: none)")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		settings, err := config.Load(cmd.Flags())
		if err != nil {
			return badInput(err)
		}
		setup := devnet.Config{Dir: settings.DataDir, Seed: *seed, Port: *port}
		if *elements > 0 {
			p, err := c.elementProver(settings.DataDir, *elements, true)
			if err != nil {
				return err
			}
			setup.Elements = chain.KeyHash(p.Keys.Verifying.Bytes())
		}
		net, err := devnet.Start(cmd.Context(), setup)
		if err != nil {
			return &codedError{exitSurrounding, err}
		}
		err = c.print(map[string]any{"http": net.HTTP(), "ws": net.WS(), "chainId": devnet.ChainID, "keys": filepath.Join(settings.DataDir, "keys"),
			"deployment": net.DeploymentFile()}, func() string {
			return fmt.Sprintf("chain %d at %s and %s\nkeys and deployment.json in %s\nCtrl-C ends it", devnet.ChainID, net.HTTP(), net.WS(), settings.DataDir)
		})
		if err == nil {
			<-cmd.Context().Done()
		}
		if closing := net.Close(); err == nil {
			err = closing
		}
		return err
	}
	return cmd
}
