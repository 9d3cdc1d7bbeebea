package chain_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/devnet"
)

func TestDialNamesWhatIsWrong(t *testing.T) {
	d := start(t, devnet.Config{Interval: time.Second, Accounts: 1})
	good := d.Deployment()
	otherChain, moved := good, good
	otherChain.ChainID = 1
	moved.Court = chain.Address{1}
	for _, c := range []struct {
		name, url  string
		deployment chain.Deployment
		want       error
	}{
		{"nobody listens (http)", "http://127.0.0.1:1", good, chain.ErrUnreachable},
		{"nobody listens (ws)", "ws://127.0.0.1:1", good, chain.ErrUnreachable},
		{"another chain", d.HTTP(), otherChain, chain.ErrWrongChain},
		{"contracts elsewhere", d.WS(), moved, chain.ErrNotDeployed},
	} {
		client, err := chain.Dial(t.Context(), c.url, c.deployment)
		if err == nil {
			client.Close()
		}
		if !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, err, c.want)
		} else if strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %q is more than one line", c.name, err)
		}
	}
}

func TestDeploymentFileIsChecked(t *testing.T) {
	const address = `"0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"`
	const all = `"runRegistry":` + address + `,"training":` + address + `,"disputes":` + address + `,"court":` + address + `,"vault":` + address +
		`,"matches":` + address + `,"stepReferee":` + address + `,"demands":` + address + `,"validators":` + address + `,"beacon":` + address +
		`,"attention":` + address + `,"goals":` + address + `,"stepProofs":` + address + `,"poseidon2":` + address
	for text, ok := range map[string]bool{
		`{"chainId":1337,"block":0,` + all + `}`:                             true,
		`{"chainId":1337,` + all + `,"extra":1}`:                             false,
		`{` + all + `}`:                                                      false,
		`{"chainId":1337,"runRegistry":` + address + `}`:                     false,
		`{"chainId":1337,` + strings.Replace(all, "0x5aae", "0x5a", 1) + `}`: false,
		`{"chainId":1337`:                                                    false,
		`{"chainId":-1,` + all + `}`:                                         false,
	} {
		path := filepath.Join(t.TempDir(), "deployment.json")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := chain.LoadDeployment(path); (err == nil) != ok {
			t.Errorf("%s: %v", text, err)
		}
	}
}
